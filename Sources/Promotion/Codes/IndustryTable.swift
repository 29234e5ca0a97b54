public import Labels

/// A place in GB/T 4754-2017: a section letter and none, two, three or four digits (`C`, `C39`, `C396`, `C3962`).
public struct IndustryCode: Hashable, Sendable, CustomStringConvertible {
    /// `A`…`T`.
    public let section: String
    /// The division's two digits, with the group's and the class's after them; empty for a whole section.
    public let digits: String

    public var description: String { section + digits }

    /// The two-digit division, where the code goes that far.
    public var division: String? { digits.isEmpty ? nil : String(digits.prefix(2)) }
}

/// One line of the list of sections and divisions of GB/T 4754-2017.
public struct Industry: Hashable, Sendable {
    /// `A` for a section, `01` for a division.
    public let code: String
    public let section: String
    public let name: Phrase
    /// 1, 2 or 3 by the rule of 2018; absent for a section.
    public let economicSector: Int?
}

/// Sections and divisions of the national classification of industries.
public struct IndustryTable: Sendable {
    public let industries: [Industry]
    private let byCode: [String: Industry]

    /// Columns `code, level, section, name_zh, name_en, three_sector`.
    public init(csv: String) throws(CodeListProblem) {
        let list = try CodeList(
            csv: csv, requiring: ["code", "level", "section", "name_zh", "name_en", "three_sector"])
        var industries: [Industry] = []
        for row in list.rows {
            let sector = row["three_sector"]
            if let sector, !["1", "2", "3"].contains(sector) {
                throw .value(column: "three_sector", value: sector, line: row.line)
            }
            industries.append(
                Industry(
                    code: try row.required("code"), section: try row.required("section"),
                    name: Phrase(zh: try row.required("name_zh"), en: try row.required("name_en")),
                    economicSector: sector.flatMap { Int($0) }))
        }
        self.industries = industries
        byCode = Dictionary(industries.map { ($0.code, $0) }) { first, _ in first }
    }

    /// Reads a code; full-width characters, lower case and spaces around are normalised. Groups and classes (the third
    /// and fourth digit) are not in the list: only their division is checked.
    public func check(_ text: String) throws(IndustryProblem) -> IndustryCode {
        let scalars = HalfWidth.text(text).trimmingSpace.unicodeScalars.map(\.uppercasedASCII)
        let written = String(String.UnicodeScalarView(scalars))
        if let first = scalars.first, first.isDigit, let full = completed(written) {
            throw .noSection(written, suggestion: full)
        }
        guard let letter = scalars.first, letter.isASCIILetter, [1, 3, 4, 5].contains(scalars.count),
            scalars.dropFirst().allSatisfy(\.isDigit)
        else { throw .form(written) }
        let section = String(Character(letter))
        guard byCode[section] != nil else { throw .unknownSection(section) }
        let code = IndustryCode(section: section, digits: String(written.dropFirst()))
        guard let division = code.division else { return code }
        guard let listed = byCode[division] else { throw .unknownDivision(division) }
        guard listed.section == section else {
            throw .otherSection(division: division, written: section, actual: listed.section)
        }
        return code
    }

    /// The name of the code's division, or of its section.
    public func name(of code: IndustryCode) -> Phrase? {
        byCode[code.division ?? code.section]?.name
    }

    public func industry(of code: IndustryCode) -> Industry? {
        byCode[code.division ?? code.section]
    }

    private func completed(_ digits: String) -> String? {
        guard (2...4).contains(digits.utf8.count), digits.unicodeScalars.allSatisfy(\.isDigit) else { return nil }
        return byCode[String(digits.prefix(2))].map { $0.section + digits }
    }
}

/// Why a text is not a code of GB/T 4754-2017.
public enum IndustryProblem: Error, Hashable, Sendable {
    case form(String)
    /// Digits alone; the code with its section.
    case noSection(String, suggestion: String)
    case unknownSection(String)
    case unknownDivision(String)
    case otherSection(division: String, written: String, actual: String)

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .form: "form"
        case .noSection: "no_section"
        case .unknownSection: "unknown_section"
        case .unknownDivision: "unknown_division"
        case .otherSection: "other_section"
        }
    }

    public var message: Phrase {
        switch self {
        case .form(let text):
            Phrase(
                zh: "“\(text)”不是国民经济行业代码", en: "\"\(text)\" is not an industry code of GB/T 4754-2017")
        case .noSection(let digits, _):
            Phrase(zh: "行业代码 \(digits) 缺少门类字母", en: "the industry code \(digits) lacks its section letter")
        case .unknownSection(let section):
            Phrase(zh: "没有门类 \(section)：门类为 A–T", en: "there is no section \(section): sections are A-T")
        case .unknownDivision(let division):
            Phrase(zh: "没有行业大类 \(division)", en: "there is no division \(division)")
        case .otherSection(let division, let written, let actual):
            Phrase(
                zh: "大类 \(division) 属于门类 \(actual)，不属于 \(written)",
                en: "division \(division) belongs to section \(actual), not \(written)")
        }
    }

    public var hint: Phrase {
        switch self {
        case .noSection(_, let suggestion):
            Phrase(zh: "应写 \(suggestion)", en: "write \(suggestion)")
        case .otherSection(let division, _, let actual):
            Phrase(zh: "应写 \(actual)\(division)…", en: "write \(actual)\(division)…")
        case .form, .unknownSection, .unknownDivision:
            Phrase(
                zh: "写门类字母加两到四位数字，例如 C39 或 C3962",
                en: "write the section letter and two to four digits, for example C39 or C3962")
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        ZhaoshangError(.badCode, message, hint: hint, details: ["reason": .text(code)])
    }
}
