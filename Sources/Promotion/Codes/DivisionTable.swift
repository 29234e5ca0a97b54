import Labels
public import WorkCalendar

/// The administrative divisions by code and day.
public struct DivisionTable: Sendable {
    public let divisions: [Division]
    private let byCode: [String: [Division]]

    public init(_ divisions: [Division]) {
        self.divisions = divisions
        byCode = Dictionary(grouping: divisions, by: \.code)
    }

    /// Columns `code, level, name_zh, name_en, valid_from, valid_to, successors, in_zone, note`; successors separated by
    /// `;`, one of unknown code as `unknown:NAME`.
    public init(csv: String) throws(CodeListProblem) {
        let columns = ["code", "level", "name_zh", "name_en", "valid_from", "valid_to", "successors"]
        let list = try CodeList(csv: csv, requiring: columns)
        var divisions: [Division] = []
        for row in list.rows { divisions.append(try Division(row)) }
        self.init(divisions)
    }

    /// The division that `code` names on `day`. A change of which only the year is known counts from 31 December, the
    /// day of the list in which it appears.
    public func division(_ code: String, on day: CivilDate) -> Division? {
        byCode[code]?.first { $0.holds(on: day) }
    }

    /// The newest division of `code`, whether it still holds or not: old records keep their code.
    public func latest(_ code: String) -> Division? {
        byCode[code]?.max { $0.validFrom < $1.validFrom }
    }

    /// All divisions that hold on `day`, in the order of the list.
    public func divisions(on day: CivilDate) -> [Division] {
        divisions.filter { $0.holds(on: day) }
    }

    /// The division for a new record of `day`. Full-width digits and spaces around are accepted.
    public func check(_ text: String, on day: CivilDate) throws(DivisionProblem) -> Division {
        let code = HalfWidth.text(text).trimmingSpace
        guard code.unicodeScalars.count == 6, code.unicodeScalars.allSatisfy(\.isDigit) else { throw .form(code) }
        guard let known = byCode[code] else { throw .unknown(code) }
        if let division = known.first(where: { $0.holds(on: day) }) { return division }
        let earlier = known.filter { !$0.begins(after: day) }
        guard let last = earlier.max(by: { $0.validFrom < $1.validFrom }) else { throw .notYet(known[0]) }
        throw .abolished(last, successors: last.successors.map(named))
    }

    private func named(_ successor: Division.Successor) -> Division.Successor {
        guard successor.name == nil, let code = successor.code, let division = latest(code) else { return successor }
        return Division.Successor(code: code, name: division.name.zh)
    }
}

extension Division {
    init(_ row: CodeList.Row) throws(CodeListProblem) {
        let code = try row.required("code")
        guard code == "unknown" || code.unicodeScalars.count == 6 && code.unicodeScalars.allSatisfy(\.isDigit) else {
            throw .value(column: "code", value: code, line: row.line)
        }
        for column in ["valid_from", "valid_to"] {
            if let day = row[column], DayBound(day) == nil { throw .value(column: column, value: day, line: row.line) }
        }
        self.init(
            code: code, level: try row.required("level"),
            name: Phrase(zh: try row.required("name_zh"), en: try row.required("name_en")),
            validFrom: try row.required("valid_from"), validTo: row["valid_to"],
            successors: row["successors"].map(Self.successors(in:)) ?? [], isInZone: row["in_zone"] == "yes",
            note: row["note"])
    }

    private static func successors(in field: String) -> [Successor] {
        field.split(separator: ";").map { part in
            let pieces = part.split(separator: ":", maxSplits: 1).map(String.init)
            let code = pieces.first == "unknown" ? nil : pieces.first
            return Successor(code: code, name: pieces.count > 1 ? pieces[1] : nil)
        }
    }

    /// Whether the division exists on `day`.
    public func holds(on day: CivilDate) -> Bool {
        if begins(after: day) { return false }
        guard let end = validTo.flatMap(DayBound.init) else { return true }
        return DayBound(day) < end
    }

    func begins(after day: CivilDate) -> Bool {
        guard let start = DayBound(validFrom) else { return false }
        return DayBound(day) < start
    }
}

/// A day that may come from a list which knows the year only.
private struct DayBound: Comparable {
    let number: Int

    init(_ day: CivilDate) {
        number = (day.year * 100 + day.month) * 100 + day.day
    }

    /// `2025-11-06`, or `1998`, which is its 31 December.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch (parts.count, parts.compactMap(\.self)) {
        case (1, let values) where values.count == 1: number = values[0] * 10_000 + 1231
        case (3, let values) where values.count == 3: number = (values[0] * 100 + values[1]) * 100 + values[2]
        default: return nil
        }
    }

    static func < (left: DayBound, right: DayBound) -> Bool { left.number < right.number }
}
