import Labels
import ReportModel
import TextLayout
import WireAPI

/// One value: as the document has it, and as a person reads it.
enum PageCell {
    case text(String)
    case integer(Int64)
    case decimal(Double)
    /// Whole yuan.
    case yuan(Int64)
    /// A number of a table that is shaded on a terminal by its part of the largest one; whole yuan, or a count.
    case shaded(Int64, isYuan: Bool, largest: Int64)
    /// A decimal of 1.
    case ratio(Double)
    /// ISO-8601 with zone; a person needs minutes. `~` marks one that rests on an unpublished year.
    case instant(String, isProvisional: Bool)
    /// A word of the product with a label in both languages.
    case code(String)
    case flag(Bool)
    /// As the document has it, and the words of a person for it.
    case labelled(plain: String, shown: Phrase)
    case nothing

    static func text(_ text: String?) -> PageCell { text.map { .text($0) } ?? .nothing }
    static func code(_ code: String?) -> PageCell { code.map { .code($0) } ?? .nothing }
    static func flag(_ flag: Bool?) -> PageCell { flag.map { .flag($0) } ?? .nothing }
    static func integer(_ value: Int?) -> PageCell { value.map { .integer(Int64($0)) } ?? .nothing }
    static func integer(_ value: Int64?) -> PageCell { value.map { .integer($0) } ?? .nothing }
    static func yuan(_ value: Int64?) -> PageCell { value.map { .yuan($0) } ?? .nothing }
    static func list(_ items: [String]) -> PageCell { items.isEmpty ? .nothing : .text(items.joined(separator: ", ")) }
    static func instant(_ instant: String?) -> PageCell {
        instant.map { .instant($0, isProvisional: false) } ?? .nothing
    }

    /// An id with the name it stands for: `O-4 王芳`.
    static func named(_ id: String?, _ name: String?) -> PageCell {
        id.map { id in .text(name.map { "\(id) \($0)" } ?? id) } ?? .nothing
    }

    /// What somebody did, in words for a person.
    static func verb(_ verb: String) -> PageCell { .labelled(plain: verb, shown: VerbLabel.of(verb)) }

    /// A figure's value in its unit.
    static func figure(_ value: Double?, unit: String?) -> PageCell {
        guard let value else { return .nothing }
        switch unit {
        case "yuan": return .yuan(Int64(value))
        case "ratio": return .ratio(value)
        default: return value == value.rounded() ? .integer(Int64(value)) : .decimal(value)
        }
    }

    static func value(_ value: WireValue?) -> PageCell {
        switch value {
        case .text(let text): .text(text)
        case .integer(let integer): .integer(integer)
        case .decimal(let decimal): .decimal(decimal)
        case .flag(let flag): .flag(flag)
        case .list(let list): .list(list)
        case nil: .nothing
        }
    }

    /// As in the document.
    var plain: String {
        switch self {
        case .text(let text), .instant(let text, _), .code(let text), .labelled(let text, _): text
        case .integer(let value), .yuan(let value), .shaded(let value, _, _): String(value)
        case .decimal(let value), .ratio(let value): String(value)
        case .flag(let flag): flag ? "true" : "false"
        case .nothing: ""
        }
    }

    func shown(in language: Language) -> String {
        switch self {
        case .yuan(let value), .shaded(let value, true, _):
            FigureNumber.text(Double(value), unit: .yuan, in: language) ?? plain
        case .ratio(let value): FigureNumber.text(value, unit: .ratio, in: language) ?? plain
        case .instant(let instant, let isProvisional): Self.minutes(instant) + (isProvisional ? "~" : "")
        case .code(let code): CodeLabel.of(code)[language]
        case .flag(let flag): flag ? (language == .zh ? "是" : "yes") : (language == .zh ? "否" : "no")
        case .labelled(_, let phrase): phrase[language]
        case .text, .integer, .decimal, .shaded, .nothing: plain
        }
    }

    /// As a person reads it on a terminal.
    func drawn(in language: Language) -> String {
        guard case .shaded(let value, _, let largest) = self else { return shown(in: language) }
        return "\(shown(in: language)) \(BarText.shade(Double(value), maximum: Double(largest)))"
    }

    var csv: CSVTable.Cell {
        switch self {
        case .integer(let value), .yuan(let value), .shaded(let value, _, _): .integer(value)
        case .decimal(let value), .ratio(let value): .decimal(value)
        case .nothing: .empty
        case .text, .instant, .code, .flag, .labelled: .text(plain)
        }
    }

    /// `2026-09-30T17:30:00+08:00` → `2026-09-30 17:30`
    private static func minutes(_ instant: String) -> String {
        guard instant.count >= 16, instant.dropFirst(10).first == "T" else { return instant }
        return "\(instant.prefix(10)) \(instant.dropFirst(11).prefix(5))"
    }
}
