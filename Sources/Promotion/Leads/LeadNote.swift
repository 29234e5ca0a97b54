public import Identifiers
public import WorkCalendar

/// Whether a note on a lead is progress. Repeating what any earlier one said is not, and neither is a remark that tells of no
/// contact and no fact (domain.md §4: notes that count and notes that do not).
public enum LeadNote {
    public enum Judgement: String, Hashable, Sendable {
        case counts
        /// Says what an earlier note that counts says.
        case repeated
        /// Tells of no contact, amount or other record.
        case withoutSubstance
    }

    /// A line of the log with its words; nil where it has none or they were erased.
    public struct Line: Sendable {
        public var entry: Entry
        public var text: String?

        public init(entry: Entry, text: String?) {
            self.entry = entry
            self.text = text
        }
    }

    /// What each line is worth: the oldest of equal ones counts.
    ///
    /// - Parameter lines: by when they were said.
    /// - Parameter record: the lead itself, which is no other record.
    public static func judgements(_ lines: [Line], apartFrom record: String) -> [Judgement] {
        var said: Set<String> = []
        return lines.map { line in
            guard hasSubstance(line.entry, apartFrom: record) else { return .withoutSubstance }
            guard let text = line.text.map(folded), !text.isEmpty else { return .counts }
            return said.insert(text).inserted ? .counts : .repeated
        }
    }

    /// It tells of a contact, an amount or another record.
    public static func hasSubstance(_ entry: Entry, apartFrom record: String) -> Bool {
        isContact(entry) || entry.amount != nil || entry.linkedRecords.contains { $0 != record }
    }

    public static func isContact(_ entry: Entry) -> Bool { entry.kind.map(contacts.contains) ?? false }

    /// Kinds of work in which somebody spoke with the enterprise.
    private static let contacts: Set<ActivityKind> = [.visitOut, .visitIn, .call, .meeting, .site, .negotiation]

    /// Letters and digits alone: other spaces and punctuation make no other note.
    private static func folded(_ text: String) -> String {
        HalfWidth.text(text).lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// A line of the log with substance about a lead, by somebody who works on it.
public struct NotedLine: Hashable, Sendable, Codable {
    public var entry: EntryID
    /// When it was said what it says.
    public var saidAt: Instant
    /// Since when it tells of a contact; nil while it does not.
    public var contactAt: Instant?

    public init(entry: EntryID, saidAt: Instant, contactAt: Instant? = nil) {
        self.entry = entry
        self.saidAt = saidAt
        self.contactAt = contactAt
    }
}

extension Lead {
    /// The lead as its lines leave it: the first contact answers, and the newest line that counts is the last progress.
    ///
    /// - Parameter lines: the words of each of `notes`, in its order; a line that is not there any more is left out.
    public func noted(_ notes: [NotedLine], _ lines: [EntryID: LeadNote.Line]) -> (Lead, [EntryID: LeadNote.Judgement])
    {
        let notes = notes.filter { lines[$0.entry] != nil }.sorted { ($0.saidAt, $0.entry) < ($1.saidAt, $1.entry) }
        let judged = LeadNote.judgements(notes.compactMap { lines[$0.entry] }, apartFrom: id.description)
        var after = self
        after.course.notes = notes
        after.course.firstContactAt = notes.compactMap(\.contactAt).min()
        let last = zip(notes, judged).filter { $0.1 == .counts }.last?.0
        after.course.progressAt = last?.saidAt
        after.course.progressEntry = last?.entry
        return (after, Dictionary(zip(notes.map(\.entry), judged)) { $1 })
    }
}
