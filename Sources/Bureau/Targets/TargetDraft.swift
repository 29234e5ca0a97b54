import Identifiers
import Labels
import Promotion
import Reporting
import WorkCalendar

/// `1200 q1:300 m12:90` as the parts of a target. What is not given is split evenly by largest remainder, so that
/// months add up to their quarter and quarters to the year.
struct TargetDraft {
    let annual: Int64
    private var quarters: [Int: Int64] = [:]
    private var months: [Int: Int64] = [:]

    init(annual: String, parts: [String: String], indicator: String) throws {
        self.annual = try Self.value(annual, indicator)
        for (key, text) in parts {
            // The other keys say which target it is.
            guard key.hasPrefix("q") || key.hasPrefix("m"), let number = Int(key.dropFirst()) else { continue }
            let value = try Self.value(text, indicator)
            if key.hasPrefix("q") { quarters[number - 1] = value } else { months[number - 1] = value }
        }
    }

    /// Keys of the target and of its parts: `q1` … `q4`, `m1` … `m12`, and as people write them in Chinese.
    static let keys: [String: String] = {
        var keys: [String: String] = [
            "unit": "unit", "机构": "unit", "year": "year", "年度": "year", "indicator": "indicator",
            "指标": "indicator", "annual": "annual", "全年": "annual",
        ]
        for (index, name) in ["一", "二", "三", "四"].enumerated() {
            keys["q\(index + 1)"] = "q\(index + 1)"
            keys["\(name)季度"] = "q\(index + 1)"
        }
        for month in 1...12 {
            keys["m\(month)"] = "m\(month)"
            keys["\(month)月"] = "m\(month)"
        }
        return keys
    }()

    func target(_ unit: UnitID, _ year: Int, _ indicator: String) throws -> Target {
        let quarters = try quarterValues()
        var months: [Int64] = []
        for (index, quarter) in quarters.enumerated() {
            let given = (0..<3).map { self.months[index * 3 + $0] }
            let name = Phrase(zh: "第\(index + 1)季度各月", en: "the months of quarter \(index + 1)")
            months += try Self.split(quarter, given, name)
        }
        return Target(
            unit: unit, year: year, indicator: indicator, annual: annual, quarters: quarters, months: months)
    }

    /// A quarter whose three months are given is their sum; given months set the least an open quarter can have.
    private func quarterValues() throws -> [Int64] {
        let given = (0..<4).map { index -> Int64? in
            if let quarter = quarters[index] { return quarter }
            let own = (0..<3).compactMap { months[index * 3 + $0] }
            return own.count == 3 ? own.reduce(0, +) : nil
        }
        return try Self.split(annual, given, Phrase(zh: "各季", en: "the quarters"))
    }

    /// The given parts stay, the rest is shared out: equal shares, the units left over to the first ones.
    static func split(_ total: Int64, _ given: [Int64?], _ name: Phrase) throws -> [Int64] {
        let known = given.compactMap(\.self).reduce(0, +)
        let open = given.filter { $0 == nil }.count
        let rest = total - known
        guard open == 0 ? rest == 0 : rest >= 0 else {
            let missing =
                rest < 0
                ? Phrase(zh: "多出 \(-rest)", en: "\(-rest) too much") : Phrase(zh: "还差 \(rest)", en: "\(rest) missing")
            throw ZhaoshangError(
                .refused, zh: "\(name.zh)合计 \(known)，应为 \(total)：\(missing.zh)",
                en: "\(name.en) add up to \(known) instead of \(total): \(missing.en)",
                hint: Phrase(zh: "留空的部分会自动均分", en: "parts that are not given are split evenly"),
                details: ["given": .number(known), "total": .number(total), "difference": .number(rest)])
        }
        guard open > 0 else { return given.compactMap(\.self) }
        let (share, left) = rest.quotientAndRemainder(dividingBy: Int64(open))
        var place: Int64 = 0
        return given.map { part in
            if let part { return part }
            place += 1
            return place <= left ? share + 1 : share
        }
    }

    private static func value(_ text: String, _ indicator: String) throws -> Int64 {
        if FigureValues.isAmount(indicator) {
            do {
                return try Money(parsing: text).yuan
            } catch {
                throw ZhaoshangError(
                    .badMoney, zh: "看不懂的金额：\(text)", en: "not an amount: \(text)",
                    hint: Phrase(zh: "例如：12亿、5000万", en: "for example: 12亿, 5000万, RMB 1.2 billion"),
                    details: ["amount": .text(text)])
            }
        }
        // Below 10^15 every sum of parts fits.
        if text.count <= 15, let number = Int64(text), number >= 0 { return number }
        throw ZhaoshangError(
            .refused, zh: "目标须为非负整数：\(text)", en: "a target is a whole number, not negative: \(text)",
            hint: Phrase(zh: "例如：1200", en: "for example: 1200"), details: ["value": .text(text)])
    }
}
