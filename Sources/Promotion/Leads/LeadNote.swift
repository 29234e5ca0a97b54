import Identifiers

/// Whether a note on a lead is progress. Repeating what the last one said is not, and neither is a remark that tells of no
/// contact and no fact (domain.md §4: notes that count and notes that do not).
public enum LeadNote {
    public enum Judgement: String, Hashable, Sendable {
        case counts
        /// Says what the last one said.
        case repeated
        /// Tells of no contact, amount or other record.
        case withoutSubstance
    }

    /// - Parameter previous: the text of the last note that counted, where it is not erased.
    public static func judge(_ entry: Entry, text: String, previous: String?, apartFrom record: String) -> Judgement {
        if let previous, folded(previous) == folded(text) { return .repeated }
        let links = entry.linkedRecords.filter { $0 != record }
        let isContact = entry.kind.map(contacts.contains) ?? false
        return isContact || entry.amount != nil || !links.isEmpty ? .counts : .withoutSubstance
    }

    /// Kinds of work in which somebody spoke with the enterprise.
    public static let contacts: Set<ActivityKind> = [.visitOut, .visitIn, .call, .meeting, .site, .negotiation]

    /// Letters and digits alone: other spaces and punctuation make no other note.
    private static func folded(_ text: String) -> String {
        HalfWidth.text(text).lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
