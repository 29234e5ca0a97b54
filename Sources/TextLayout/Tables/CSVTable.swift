/// A table as comma-separated values for spreadsheets (RFC 4180): UTF-8 with byte order mark, CRLF.
public struct CSVTable: Hashable, Sendable {
    public enum Cell: Hashable, Sendable, ExpressibleByStringLiteral {
        /// Words. Text that a spreadsheet would take for a formula gets a leading apostrophe.
        case text(String)
        case integer(Int64)
        /// Written with as few digits as read back to the same value; not a number stays empty.
        case decimal(Double)
        case empty

        public init(stringLiteral value: String) { self = .text(value) }
    }

    public var titles: [String]
    public var rows: [[Cell]]

    public init(titles: [String], rows: [[Cell]]) {
        self.titles = titles
        self.rows = rows
    }

    /// The file's text, with the byte order mark.
    public func rendered() -> String {
        "\u{FEFF}" + lines()
    }

    /// The rows without the byte order mark, for files of several tables.
    public func lines() -> String {
        let titleLine = titles.map { Self.field(.text($0)) }.joined(separator: ",") + "\r\n"
        return rows.reduce(into: titles.isEmpty ? "" : titleLine) { output, row in
            output += row.map(Self.field).joined(separator: ",") + "\r\n"
        }
    }

    static func field(_ cell: Cell) -> String {
        switch cell {
        case .integer(let value): return String(value)
        case .decimal(let value): return number(value)
        case .empty: return ""
        case .text(let text):
            let guarded = isFormula(text) ? "'" + text : text
            let mustQuote =
                guarded.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
                || guarded.first == " " || guarded.last == " "
            guard mustQuote else { return guarded }
            var quoted = "\""
            for scalar in guarded.unicodeScalars {
                if scalar == "\"" { quoted += "\"" }
                quoted.unicodeScalars.append(scalar)
            }
            return quoted + "\""
        }
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
        return String(value)
    }
}
