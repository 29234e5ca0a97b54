import Bureau
import Cadence
import Identifiers
import WorkCalendar

/// A list of tasks as SQL that reads no more rows than it returns.
///
/// The indexes hold one owner (or all) and one state in order of due time, so a list over several of them is a merge of
/// such runs, each already sorted; SQLite does it without a temporary table. Above `mergeLimit` runs the rows are found
/// by index and sorted.
struct TaskQuery {
    private(set) var sql = ""
    private(set) var values: [any SQLBindable] = []

    private static let mergeLimit = 48

    init(_ filter: TaskFilter) {
        let runs = Self.merges(filter) ? Self.runs(of: filter) : []
        if runs.isEmpty {
            sql = select(Condition(filter), filter)
        } else {
            sql = runs.map { select(Condition($0), $0) }.joined(separator: " UNION ALL ")
        }
        if filter.keepsLatest {
            sql += " ORDER BY due_at DESC, id DESC"
        } else {
            sql += filter.byDue ? " ORDER BY due_at, id" : " ORDER BY id"
        }
        if let limit = filter.limit {
            sql += " LIMIT ?"
            values.append(limit)
        }
    }

    private mutating func select(_ condition: Condition, _ filter: TaskFilter) -> String {
        values += condition.values
        let rows = "SELECT \(Obligation.columns) FROM task"
        return condition.terms.isEmpty ? rows : rows + " WHERE " + condition.terms.joined(separator: " AND ")
    }

    /// Numbers, and the periods of a level or a rule, are narrower than any state.
    private static func merges(_ filter: TaskFilter) -> Bool {
        filter.byDue && filter.ids == nil && (filter.periods == nil || filter.level == nil)
    }

    private static func runs(of filter: TaskFilter) -> [TaskFilter] {
        let states = filter.states ?? ObligationStatus.State.allCases
        let owners = filter.subjects?.count ?? filter.units?.count ?? 1
        guard states.count * owners > 0, states.count * owners <= mergeLimit else { return [] }
        return states.flatMap { state -> [TaskFilter] in
            var run = filter
            run.states = [state]
            if let subjects = filter.subjects {
                return Set(subjects).sorted().map { subject in
                    run.subjects = [subject]
                    return run
                }
            }
            if let units = filter.units {
                return Set(units).sorted().map { unit in
                    run.units = [unit]
                    return run
                }
            }
            return [run]
        }
    }

    /// The terms of a filter, each a list of its own length, so that equal filters are equal statements.
    private struct Condition {
        var terms: [String] = []
        var values: [any SQLBindable] = []

        init(_ filter: TaskFilter) {
            if let ids = filter.ids { addList("id", ids.map(\.number)) }
            if let source = filter.source { add("source = ?", source) }
            if let subjects = filter.subjects { addWords("subject", subjects.map(\.description)) }
            if let units = filter.units {
                if units.count == 1 { add("unit = ?", units[0]) } else { addList("unit", units.map(\.number)) }
            }
            if let states = filter.states { addWords("state", states.map(\.rawValue)) }
            if let level = filter.level { add("level = ?", level.rawValue) }
            if filter.ofRules { terms.append("level IS NOT NULL") }
            if let product = filter.product { add("product = ?", product.rawValue) }
            if let periods = filter.periods, filter.level != nil {
                add("period >= ?", periods.lowerBound)
                add("period <= ?", periods.upperBound)
            }
            if let from = filter.dueFrom { add("due_at >= ?", from) }
            if let before = filter.dueBefore { add("due_at < ?", before) }
            if let after = filter.after { add("id > ?", after) }
        }

        private mutating func add(_ term: String, _ value: any SQLBindable) {
            terms.append(term)
            values.append(value)
        }

        private mutating func addList(_ column: String, _ numbers: [Int64]) {
            add("\(column) IN (SELECT value FROM json_each(?))", RecordCoding.list(numbers))
        }

        private mutating func addWords(_ column: String, _ words: [String]) {
            guard words.count != 1 else { return add("\(column) = ?", words[0]) }
            guard words.count <= TaskQuery.mergeLimit else {
                return add("\(column) IN (SELECT value FROM json_each(?))", RecordCoding.list(words))
            }
            terms.append("\(column) IN (" + words.map { _ in "?" }.joined(separator: ", ") + ")")
            values += words
        }
    }
}
