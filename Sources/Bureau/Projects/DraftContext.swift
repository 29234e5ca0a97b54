import Identifiers
import Promotion
import WorkCalendar

/// What the words of a draft are read with: to record them, or to see first what they come to.
protocol DraftContext {
    var reading: any Reading { get }
    var tree: UnitTree { get }
    var today: CivilDate { get }
    /// What stands for a text that a person typed.
    func keep(_ text: String) throws -> TextStub
}

extension WriteContext: DraftContext {
    var reading: any Reading { store }

    func keep(_ text: String) throws -> TextStub { try store.keep(text: text) }
}

/// Reads a draft without recording it: a text that the records have keeps its stub, so that equal records are equal.
struct DraftPreview: DraftContext {
    let reading: any Reading
    let tree: UnitTree
    let today: CivilDate
    var known: [String: TextStub] = [:]

    init(_ context: ReadContext) {
        reading = context.store
        tree = context.tree
        today = context.today
    }

    func keep(_ text: String) throws -> TextStub { known[text] ?? TextStub(id: 0, digest: "") }
}

extension DraftContext {
    func text(_ value: String?) throws -> TextStub? {
        guard let value, !value.isEmpty else { return nil }
        return try keep(value)
    }

    func date(_ value: String?) throws -> CivilDate? {
        try value.map { try DateReading.date($0, today: today) }
    }

    /// A date of something to come: `12-31` means the next one.
    func dueDate(_ value: String?) throws -> CivilDate? {
        guard let value, let date = try date(value) else { return nil }
        let hasYear = value.count > 5 || value.contains("年")
        return date < today && !hasYear && value.contains("-") ? date.adding(months: 12) : date
    }

    func money(_ value: String?) throws -> Money? { try value.map { try EntryDraft.money($0) } }
}
