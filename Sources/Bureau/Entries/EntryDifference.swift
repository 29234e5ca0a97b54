import Identifiers
import Promotion
import WorkCalendar

/// What an edit changed of an entry.
enum EntryDifference {
    /// Texts appear as `text#12`: a stored result holds no words of people.
    static func changes(_ before: Entry, _ after: Entry) -> [Change] {
        var changes: [Change] = []
        func note(_ field: String, _ from: String?, _ to: String?) {
            if from != to { changes.append(Change(field, from: from, to: to)) }
        }
        note("text", before.text.map { "text#\($0.id)" }, after.text.map { "text#\($0.id)" })
        note("date", before.date.description, after.date.description)
        note("tags", before.tags.joined(separator: " "), after.tags.joined(separator: " "))
        note("kind", before.kind?.rawValue, after.kind?.rawValue)
        note("amount", before.amount.map { String($0.yuan) }, after.amount.map { String($0.yuan) })
        note("links", String(before.links.count), String(after.links.count))
        note("withdrawn", String(before.withdrawn), String(after.withdrawn))
        for key in Set(before.attributes.keys).union(after.attributes.keys).sorted() {
            note(key, before.attributes[key], after.attributes[key])
        }
        return changes
    }
}
