import Foundation
import Testing
import WorkCalendar

/// Rows of `Tests/Vectors/kpi.csv` as a report can play them.
struct PublishedRow: CustomTestStringConvertible, Sendable {
    let id: String
    let kpi: String
    let inputs: [String: Double]
    /// The last month of the stretch the figure was published for; a row without one is played in September 2026.
    let month: Period
    let exact: Double?
    let note: String

    var testDescription: String { "\(id) \(kpi)" }

    static let all: [PublishedRow] = {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        guard let text = try? String(contentsOf: root.appending(path: "Vectors/kpi.csv"), encoding: .utf8) else {
            return []
        }
        let lines = text.split(separator: "\n").map { fields(String($0)) }
        guard let titles = lines.first else { return [] }
        return lines.dropFirst().compactMap { PublishedRow(Dictionary(zip(titles, $0)) { first, _ in first }) }
    }()

    private init?(_ row: [String: String]) {
        guard let id = row["id"], let kpi = row["kpi"] else { return nil }
        self.id = id
        self.kpi = kpi
        exact = row["exact_6"].flatMap { Double($0) }
        note = row["note"] ?? ""
        var inputs: [String: Double] = [:]
        for pair in (row["inputs"] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=").map { String($0) }
            inputs[parts[0]] = Double(parts[1])
        }
        self.inputs = inputs
        month = Self.month(row["period"] ?? "")
    }

    /// `2017-01..2017-10`, `2021-Q1`, `2023-Q1..Q3`, `2022-H1`, `2020..2022`, `2025`.
    private static func month(_ text: String) -> Period {
        let first = text.prefix(4)
        let last = text.components(separatedBy: "..").last ?? text
        let year = last.count >= 4 ? last.prefix(4) : first
        let rest = last.count >= 4 ? last.dropFirst(5) : last[...]
        let number: Int? =
            rest.hasPrefix("Q") ? Int(rest.dropFirst()).map { $0 * 3 } : rest.hasPrefix("H") ? 6 : Int(rest) ?? 12
        guard let year = Int(year), let number, let month = Period("\(year)-\(number < 10 ? "0" : "")\(number)") else {
            return Period(.month, containing: CivilDate(year: 2026, month: 9, day: 1) ?? CivilDate(ordinal: 20_697))
        }
        return month
    }

    private static func fields(_ line: String) -> [String] {
        var fields = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
