import Bureau
import Identifiers
import Promotion

extension Projection {
    func project(_ fact: EntryChanged) throws {
        try put(fact.after)
        if fact.before?.tags ?? [] != fact.after.tags { try retag(fact) }
        if fact.before?.linkedRecords ?? [] != fact.after.linkedRecords { try relink(fact) }
        try post(fact.postings)
        indexEntry(fact)
        if fact.before == nil { try take(fact.after.id) }
    }

    private func put(_ entry: Entry) throws {
        let source = StoredSource(entry.source)
        try connection.run(
            """
            INSERT INTO entry (id, date, officer, unit, source, source_verb, source_subject, text, text_digest, links,
                tags, kind, amount, attributes, withdrawn, seq, recorded_at, last_seq, enterprises)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                date = excluded.date, officer = excluded.officer, unit = excluded.unit, source = excluded.source,
                source_verb = excluded.source_verb, source_subject = excluded.source_subject, text = excluded.text,
                text_digest = excluded.text_digest, links = excluded.links, tags = excluded.tags,
                kind = excluded.kind, amount = excluded.amount, attributes = excluded.attributes,
                withdrawn = excluded.withdrawn, last_seq = excluded.last_seq,
                enterprises = excluded.enterprises
            """, entry.id, entry.date, entry.officer, entry.unit, source.word, source.verb, source.subject,
            entry.text?.id, entry.text?.digest, entry.links.isEmpty ? nil : try RecordCoding.text(entry.links),
            entry.tags.isEmpty ? nil : RecordCoding.list(entry.tags), entry.kind?.rawValue, entry.amount?.yuan,
            entry.attributes.isEmpty ? nil : try RecordCoding.text(entry.attributes), entry.withdrawn, seq,
            event.instant, seq, entry.enterprises.map { RecordCoding.list($0.map(\.number)) })
    }

    private func relink(_ fact: EntryChanged) throws {
        try connection.run("DELETE FROM entry_link WHERE entry = ?", fact.after.id)
        for record in fact.after.linkedRecords {
            try connection.run(
                "INSERT INTO entry_link (record, entry) VALUES (?, ?) ON CONFLICT DO NOTHING", record, fact.after.id)
        }
    }

    private func retag(_ fact: EntryChanged) throws {
        for tag in fact.before?.tags ?? [] {
            try connection.run("DELETE FROM entry_tag WHERE tag = ? AND entry = ?", tag, fact.after.id)
        }
        for tag in fact.after.tags {
            try connection.run(
                "INSERT INTO entry_tag (tag, entry) VALUES (?, ?) ON CONFLICT DO NOTHING", tag, fact.after.id)
        }
    }
}

/// An entry's source in three columns.
struct StoredSource {
    var word: String
    var verb: String?
    var subject: String?

    init(_ source: Entry.Source) {
        switch source {
        case .typed: word = "typed"
        case .zero: word = "zero"
        case .automatic(let verb, let subject):
            word = "automatic"
            self.verb = verb
            self.subject = subject
        }
    }
}
