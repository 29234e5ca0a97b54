import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Leads out of a ledger: known again by title, investor and, where the ledger has it, the day they were received.
struct LeadImport: ImportKind {
    let codes: CodeTables
    let name = "leads"
    let aliases = ["lead", "线索"]

    let columns = [
        ImportColumn("title", ["线索名称", "名称", "项目名称", "线索", "标题"], required: true),
        ImportColumn("source", ["来源", "线索来源", "来源渠道", "信息来源"], required: true),
        ImportColumn("investor", ["投资方", "投资人", "企业名称", "单位名称", "公司", "企业", "公司名称", "投资主体"]),
        ImportColumn(
            "amount", .amount, ["投资额", "投资金额", "计划投资", "计划投资额", "总投资", "金额", "预计投资"]),
        ImportColumn("industry", ["行业", "所属行业", "行业代码"]), ImportColumn("chain", ["产业链"]),
        ImportColumn("region", ["来源地", "地区", "所在地", "来源地区"]), ImportColumn("country", ["国别", "国家"]),
        ImportColumn("received", .date, ["接收日期", "收到日期", "登记日期", "日期", "接收", "received_at"]),
        ImportColumn("unit", ["机构", "责任单位", "承接单位", "专班"]), ImportColumn("introducer", ["引荐人", "介绍人"]),
        ImportColumn("tier", ["等级", "层级"]), ImportColumn("land", ["用地", "用地面积"]),
        ImportColumn("energy", .number, ["能耗"]), ImportColumn("output", .amount, ["产值", "年产值"]),
        ImportColumn("tax", .amount, ["税收", "年税收"]), ImportColumn("jobs", .number, ["就业", "就业人数"]),
    ]

    func steps(_ rows: [ImportRow], _ header: ImportHeader, _ context: ReadContext) throws -> ImportSteps {
        let known = try KnownLeads(context.store)
        var seen: [String: (line: Int, reading: String)] = [:]
        var steps: [ImportStep] = []
        for row in rows {
            var row = ImportedRow(row, header)
            let (draft, unit) = try draft(&row, context)
            guard let title = draft.title, let unit, !row.isRefused else {
                steps.append(.refused(row, label: draft.title ?? ""))
                continue
            }
            let key = [title, draft.investor ?? "", draft.values["received"] ?? ""].joined(separator: "\u{1F}")
            if let earlier = seen[key] {
                if earlier.reading != row.reading {
                    row.refuse(
                        "title", "conflict",
                        Phrase(zh: "第 \(earlier.line) 行是同一条线索，内容不同", en: "line \(earlier.line) says otherwise of it"),
                        Phrase(zh: "保留其中一行", en: "keep one of the rows"))
                }
                steps.append(
                    row.isRefused ? .refused(row, label: title) : .duplicate(row, of: earlier.line, label: title))
                continue
            }
            seen[key] = (row.line, row.reading)
            steps.append(try step(row, draft, unit, known.lead(draft, title), context))
        }
        return ImportSteps(
            steps: steps,
            isTouched: { event in ["lead.", "unit.", "enterprise."].contains { event.verb.hasPrefix($0) } })
    }

    private func step(
        _ row: ImportedRow, _ draft: LeadDraft, _ unit: UnitID, _ before: Lead?, _ context: ReadContext
    ) throws -> ImportStep {
        let title = draft.title ?? ""
        let codes = self.codes
        guard let before else {
            return ImportStep(row, .create, label: title, promise: unit.description) { context in
                var draft = draft
                draft.values["unit"] = unit.description
                var lead = try context.newLead(draft, codes: codes)
                lead.registeredBy = context.caller.principal?.id
                try context.record("lead.added", nil, lead)
            }
        }
        var after = before
        after.facts = try LeadReading.facts(draft.values, before.facts, codes: codes, today: context.today)
        if let source = draft.values["source"] { after.source = try LeadReading.source(source) }
        if let tier = draft.values["tier"] { after.tier = try LeadReading.tier(tier) }
        guard after != before else {
            return ImportStep(row, .unchanged, subject: before.id.description, label: title)
        }
        let changes = Lead.changes(from: before, to: after)
        let changed = after
        return ImportStep(
            row, .change, subject: before.id.description, label: title, changes: changes, promise: "\(changes)"
        ) { context in
            try context.record("lead.edited", before, changed)
        }
    }

    /// What the row says, each value read as `zs lead add` reads it.
    private func draft(_ row: inout ImportedRow, _ context: ReadContext) throws -> (LeadDraft, UnitID?) {
        row.require("title")
        row.require("source")
        var draft = try LeadDraft(CommandWords())
        draft.title = row.text("title")
        draft.investor = row.name("investor")
        var values: [String: String] = [:]
        for field in ["source", "industry", "chain", "region", "country", "introducer", "tier", "land"] {
            values[field] = row.name(field)
        }
        for field in ["amount", "output", "tax"] {
            if row.money(field) != nil { values[field] = row.amount(field) }
        }
        for field in ["energy", "jobs"] { values[field] = row.number(field).map(String.init) }
        values["received"] = row.date("received")?.description
        draft.values = values
        try check(values, &row, context)
        return (draft, try unit(&row, context))
    }

    private func check(_ values: [String: String], _ row: inout ImportedRow, _ context: ReadContext) throws {
        func attempt(_ field: String, _ body: () throws -> Void) throws {
            do {
                try body()
            } catch {
                try row.refuse(field, error)
            }
        }
        if let source = values["source"] { try attempt("source") { _ = try LeadReading.source(source) } }
        if let tier = values["tier"] { try attempt("tier") { _ = try LeadReading.tier(tier) } }
        if let day = values["received"] {
            try attempt("received") { _ = try LeadReading.moment(day, now: context.now) }
        }
        for field in ["industry", "region", "country", "land"] {
            guard let value = values[field] else { continue }
            try attempt(field) {
                _ = try LeadReading.facts([field: value], LeadFacts(), codes: codes, today: context.today)
            }
        }
    }

    private func unit(_ row: inout ImportedRow, _ context: ReadContext) throws -> UnitID? {
        do {
            let unit =
                try row.name("unit").map { try Bureau.unit(named: $0, in: context.tree).id }
                ?? context.contextUnit()
            try context.authorise("import.leads", .unit(unit))
            return unit
        } catch {
            try row.refuse("unit", error)
            return nil
        }
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let leads = try context.store.records(Lead.self, RecordFilter()).map(\.record).filter {
            units.contains($0.unitID)
        }
        let texts = try context.store.texts(leads.flatMap(\.texts).map(\.id))
        func text(_ stub: TextStub?) -> ExportCell { .text(stub.flatMap { texts[$0.id] }) }
        return leads.map { lead in
            [
                text(lead.title), .text(lead.source.rawValue), text(lead.investor),
                lead.facts.investment.map { .yuan($0.yuan) } ?? .nothing, .text(lead.facts.industry),
                .text(lead.facts.chain), .text(lead.facts.region), .text(lead.facts.country),
                .text(lead.receivedOn.description), .text(context.tree.byID[lead.unitID]?.code),
                text(lead.introducer), .text(lead.tier?.rawValue), .text(lead.facts.land.map(LandArea.text)),
                lead.facts.energy.map { .number($0) } ?? .nothing,
                lead.facts.output.map { .yuan($0.yuan) } ?? .nothing,
                lead.facts.tax.map { .yuan($0.yuan) } ?? .nothing, lead.facts.jobs.map { .number($0) } ?? .nothing,
            ]
        }
    }
}

/// Leads of the records by title; an investor that became an enterprise of the records counts for any name.
private struct KnownLeads {
    private var byTitle: [String: [(lead: Lead, investor: String?)]] = [:]

    init(_ store: any Reading) throws {
        let leads = try store.records(Lead.self, RecordFilter()).map(\.record)
        let texts = try store.texts(leads.flatMap { [$0.title, $0.investor].compactMap { $0?.id } })
        for lead in leads {
            guard let title = texts[lead.title.id] else { continue }
            byTitle[title, default: []].append((lead, lead.investor.flatMap { texts[$0.id] }))
        }
    }

    func lead(_ draft: LeadDraft, _ title: String) -> Lead? {
        byTitle[title]?.first { known in
            guard known.lead.enterprise != nil || known.investor == draft.investor else { return false }
            return draft.values["received"].map { $0 == known.lead.receivedOn.description } ?? true
        }?.lead
    }
}
