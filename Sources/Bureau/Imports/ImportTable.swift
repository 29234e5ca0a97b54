/// One table out of a file, as the application reads it. The daemon wires in who reads files.
public struct ImportTable: Sendable {
    /// Of a text file.
    public var encoding: String?
    /// Of a workbook.
    public var sheet: String?
    /// Rows that have something in them, the one with the titles among them.
    public var rows: [ImportRow]

    public init(encoding: String? = nil, sheet: String? = nil, rows: [ImportRow]) {
        self.encoding = encoding
        self.sheet = sheet
        self.rows = rows
    }
}

public struct ImportRow: Sendable {
    /// Where a person finds it: line of a text file, row of a sheet; from 1.
    public var line: Int
    /// Which of the rows it is, from 1.
    public var record: Int
    public var cells: [ImportCell]

    public init(line: Int, record: Int, cells: [ImportCell]) {
        self.line = line
        self.record = record
        self.cells = cells
    }
}

public struct ImportCell: Sendable {
    public enum Form: Sendable {
        case text, number, date, boolean
        /// A long number whose last digits are lost.
        case mangled
        case error
        /// A formula whose result the file does not hold.
        case formula
    }

    public var text: String
    public var form: Form

    public init(_ text: String, form: Form = .text) {
        self.text = text
        self.form = form
    }
}

/// Reads the bytes of a CSV or XLSX file; of a workbook the named sheet, else its first.
public typealias TableReader = @Sendable (_ file: [UInt8], _ sheet: String?) throws -> ImportTable
