/// Why a file gives no rows.
public enum TabularProblem: Error, Hashable, Sendable {
    case empty
    /// .xls, or a workbook with a password.
    case oldWorkbook
    /// Another kind of file, by the name people know it by.
    case notATable(kind: String)
    /// Neither UTF-8 nor GB18030, or not what its byte order mark promises. `offset` counts bytes from 0.
    case encoding(String, line: Int, offset: Int, byte: UInt8)
    case unsupportedEncoding(String)
    case nul(line: Int, offset: Int)
    /// The quote that opened at that line never closes.
    case openQuote(line: Int)
    case textAfterQuote(line: Int)
    case noSuchSheet(String, sheets: [String])
    case noSheet
    case archive(Archive)
    /// A part of the workbook that is not well-formed or not what it should be.
    case xml(part: String, line: Int)
    /// XML with a document type or an entity of its own: nothing that a spreadsheet program writes.
    case doctype(part: String)
    case tooLarge(Measure, limit: Int, line: Int?)

    /// What is wrong with the container of a workbook.
    public enum Archive: Hashable, Sendable {
        case malformed
        case tooManyEntries(Int, limit: Int)
        case tooLarge(limit: Int)
        case ratio(entry: String?, limit: Int)
        case badName(String)
        case encrypted
        case missing(String)
    }

    public enum Measure: String, Hashable, Sendable {
        case rows, columns, cells, depth
    }

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .oldWorkbook: "old_workbook"
        case .notATable: "not_a_table"
        case .encoding: "encoding"
        case .unsupportedEncoding: "unsupported_encoding"
        case .nul: "nul"
        case .openQuote: "open_quote"
        case .textAfterQuote: "text_after_quote"
        case .noSuchSheet: "no_such_sheet"
        case .noSheet: "no_sheet"
        case .archive(let archive): archive.code
        case .xml: "xml"
        case .doctype: "doctype"
        case .tooLarge(let measure, _, _): "too_many_\(measure.rawValue)"
        }
    }

    /// The line of a text file that it is about, from 1.
    public var line: Int? {
        switch self {
        case .encoding(_, let line, _, _), .nul(let line, _), .openQuote(let line), .textAfterQuote(let line): line
        case .tooLarge(_, _, let line): line
        default: nil
        }
    }
}

extension TabularProblem.Archive {
    var code: String {
        switch self {
        case .malformed: "archive"
        case .tooManyEntries: "too_many_entries"
        case .tooLarge: "expanded_size"
        case .ratio: "expansion_ratio"
        case .badName: "entry_name"
        case .encrypted: "encrypted"
        case .missing: "missing_part"
        }
    }
}
