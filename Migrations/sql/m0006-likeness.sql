-- What only one project should have: its local company, the document of its contract, the amount of a voucher. Two
-- projects that share one are found without reading all.

ALTER TABLE project ADD COLUMN local_code TEXT;
UPDATE project SET local_code = json_extract(record, '$.localCode');
CREATE INDEX project_local_code ON project (local_code);

ALTER TABLE agreement ADD COLUMN document TEXT;
UPDATE agreement SET document = json_extract(record, '$.document');
CREATE INDEX agreement_document ON agreement (document);

CREATE INDEX funds_amount ON funds (amount);
