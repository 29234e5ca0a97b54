import Tabular
import Testing

/// What a file may cost: each limit exactly reached and passed by one. Files of the workbook's own limits stand among the
/// tables and problems of `PythonFilesTests`; here are those that are read with a limit of the test.
@Suite(.enabled(if: OracleFiles.python != nil || OracleFiles.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct LimitTests {
    let oracle: OracleFiles

    init() throws { oracle = try OracleFiles.shared.get() }

    @Test func theLimitsAreThoseOfThePromise() {
        let limits = TabularLimits.standard
        #expect(limits.archiveEntries == 1000)
        #expect(limits.expandedBytes == 256 * 1024 * 1024)
        #expect(limits.expansionRatio == 100)
    }

    @Test func eachLimitOfAWorkbookHasAFileAtItAndOneBeyond() {
        for name in ["entries", "floor", "depth", "columns", "rows"] {
            #expect(oracle.tables["\(name)-at.xlsx"] != nil && oracle.problems["\(name)-over.xlsx"] != nil, "\(name)")
        }
    }

    @Test func anArchiveMayExpandToTheLimitAndNotAByteFurther() throws {
        let bytes = try #require(oracle.files["by-hand.xlsx"])
        let expanded = try #require(oracle.limits["expanded"])
        var limits = TabularLimits()
        limits.expandedBytes = expanded
        #expect(try TabularReader.read(bytes, limits: limits).rows.count == 2)
        limits.expandedBytes = expanded - 1
        #expect(throws: TabularProblem.archive(.tooLarge(limit: expanded - 1))) {
            try TabularReader.read(bytes, limits: limits)
        }
    }

    @Test func aFileMayExpandByTheRatioAndNotAByteFurther() throws {
        let (good, over) = (try #require(oracle.files["ratio-at.bin"]), try #require(oracle.files["ratio-over.bin"]))
        let ratio = try #require(oracle.limits["ratio"])
        var limits = TabularLimits()
        limits.expansionRatio = ratio
        #expect(try TabularReader.read(good, limits: limits).rows.count == 2)
        let problem = TabularProblem.archive(.ratio(entry: "xl/media/x.bin", limit: ratio))
        #expect(throws: problem) { try TabularReader.read(over, limits: limits) }
    }

    @Test func aTableMayHaveTheRowsColumnsAndCellsOfTheLimit() throws {
        let text = Array("a,b,c\nd,e,f\n".utf8)
        var limits = TabularLimits()
        (limits.rows, limits.columns, limits.cells) = (2, 3, 6)
        #expect(try TabularReader.read(text, limits: limits).rows.count == 2)
        limits.cells = 5
        #expect(throws: TabularProblem.tooLarge(.cells, limit: 5, line: 2)) {
            try TabularReader.read(text, limits: limits)
        }
        // Three empty cells count up to the fifth of the second row of the sheet.
        let bytes = try #require(oracle.files["by-hand.xlsx"])
        limits = TabularLimits()
        limits.cells = 7
        #expect(try TabularReader.read(bytes, limits: limits).rows.count == 2)
        limits.cells = 6
        #expect(throws: TabularProblem.tooLarge(.cells, limit: 6, line: 7)) {
            try TabularReader.read(bytes, limits: limits)
        }
    }
}
