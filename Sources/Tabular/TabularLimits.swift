/// What a file may cost before it is refused. Spreadsheets that people make stay far below; files that are made to
/// exhaust a machine do not.
public struct TabularLimits: Hashable, Sendable {
    /// Files inside an XLSX archive.
    public var archiveEntries = 1000
    /// Bytes of all files of an archive when expanded.
    public var expandedBytes = 256 << 20
    /// Expanded ÷ compressed bytes, of the archive and of each of its files above ``ratioFloor``.
    public var expansionRatio = 100
    /// A smaller file may be compressed by any ratio: a short one of blanks is harmless.
    public var ratioFloor = 1 << 20
    /// Elements inside elements of an XML file.
    public var xmlDepth = 64
    public var rows = 1_048_576
    /// Columns of one row.
    public var columns = 1000
    /// Cells of all rows; a row counts up to its last filled cell.
    public var cells = 4_000_000

    public init() {}

    public static let standard = TabularLimits()
}
