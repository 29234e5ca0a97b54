/// Reads a CSV or XLSX file, told apart by their first bytes and not by a name.
public enum TabularReader {
    /// `sheet` names a sheet of a workbook; nil is the first that is not hidden.
    public static func read(
        _ bytes: [UInt8], sheet: String? = nil, limits: TabularLimits = .standard
    ) throws(TabularProblem) -> TabularSheet {
        if bytes.isEmpty { throw .empty }
        // A ZIP archive, also one that holds nothing.
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try Workbook.read(bytes, sheet: sheet, limits: limits)
        }
        // The container of .xls before 2007, and of workbooks with a password.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw .oldWorkbook }
        if bytes.starts(with: Array("%PDF-".utf8)) { throw .notATable(kind: "PDF") }
        if let sheet { throw .noSuchSheet(sheet, sheets: []) }
        return try CSVParsing.read(bytes, limits: limits)
    }
}
