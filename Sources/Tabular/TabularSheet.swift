/// One sheet of a file as rows of cells, each with the place where a person finds it.
public struct TabularSheet: Hashable, Sendable {
    public enum Format: Hashable, Sendable {
        /// The encoding as its standard calls it (`UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`) and the delimiter found.
        case csv(encoding: String, delimiter: Character)
        /// The sheet that was read, and all sheets of the workbook in its order.
        case xlsx(sheet: String, sheets: [String])
    }

    public var format: Format
    /// Rows that have something in them, in the order of the file.
    public var rows: [TabularRow]

    public init(format: Format, rows: [TabularRow]) {
        self.format = format
        self.rows = rows
    }
}

public struct TabularRow: Hashable, Sendable {
    /// Where the row begins: the line of a CSV file, the row of a sheet; counted from 1.
    public var line: Int
    /// Which of the rows that have something in them it is, counted from 1. Quoted line breaks and blank lines make it
    /// differ from `line`.
    public var record: Int
    /// A CSV row has as many as were written; a sheet's row ends with its last cell that has something in it.
    public var cells: [TabularCell]

    public init(line: Int, record: Int, cells: [TabularCell]) {
        self.line = line
        self.record = record
        self.cells = cells
    }
}

/// What a cell says, as a person who looks at it would write it down.
public struct TabularCell: Hashable, Sendable {
    public enum Form: UInt8, Hashable, Sendable {
        /// Typed or quoted text; the only form a CSV file has, besides ``mangled``.
        case text
        /// A number cell: `1500000`, `3.2`, `60%`; at most 15 significant digits.
        case number
        /// A date cell: `2026-11-23`, with ` 14:30:00` when it has a time of day, or the time alone.
        case date
        /// `TRUE` or `FALSE`.
        case boolean
        /// A long number that a spreadsheet has rounded to 15 significant digits, or shows as `9.15E+17`: what was
        /// typed is lost.
        case mangled
        /// An error such as `#N/A`, or a date that does not exist.
        case error
        /// A formula whose result was never stored.
        case formula
    }

    public var text: String
    public var form: Form

    public init(_ text: String, form: Form = .text) {
        self.text = text
        self.form = form
    }

    public static let empty = TabularCell("")
    public var isEmpty: Bool { text.isEmpty && form != .formula }
}
