import Tabular
import Testing

struct CSVTests {
    private func rows(_ text: String) throws -> [[String]] {
        try TabularReader.read(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
    }

    /// Examples of RFC 4180 section 2, in its order, and what spreadsheet programs add to it.
    @Test(arguments: [
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
        ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
        ("名称\n只有一列\n", [["名称"], ["只有一列"]]),
        ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
        ("5\" pipe,x\n", [["5\" pipe", "x"]]),
        ("\n\n a ,\n,\n", [[" a ", ""]]),
    ])
    func textFallsIntoCells(_ text: String, _ expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test func placesCountLinesOfTheFileAndRecordsApart() throws {
        let sheet = try TabularReader.read(Array("a,b\r\n\r\n\"x\r\ny\",1\r\n,\r\nz,2\r\n".utf8))
        #expect(sheet.rows.map(\.line) == [1, 3, 6])
        #expect(sheet.rows.map(\.record) == [1, 2, 3])
    }

    @Test func theDelimiterIsWhatDividesMostLinesAlike() throws {
        let ledger = "名称\t备注\n甲\t一，二，三\n乙\t四；五\n"
        #expect(try TabularReader.read(Array(ledger.utf8)).format == .csv(encoding: "UTF-8", delimiter: "\t"))
        #expect(try TabularReader.read(Array("名称，金额\n甲，1\n".utf8)).format == .csv(encoding: "UTF-8", delimiter: "，"))
    }

    @Test(arguments: [
        ("", TabularProblem.empty), ("\n\n,,\n", .empty), ("a,b\nx,\"y\nz\n", .openQuote(line: 2)),
        ("a,b\n\"x\"y,z\n", .textAfterQuote(line: 2)), ("a,b\nx,\u{0}\n", .nul(line: 2, offset: 6)),
        ("%PDF-1.7", .notATable(kind: "PDF")),
    ])
    func textThatIsNoTableIsRefused(_ text: String, _ problem: TabularProblem) {
        #expect(throws: problem) { try TabularReader.read(Array(text.utf8)) }
    }

    /// Bytes that Python's codecs refuse at the same offsets.
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF, 0x62], "UTF-8", 2, 5),
            // 0x80 begins nothing in GB18030.
            ([0xD6, 0xD0, 0x0A, 0x61, 0x80], "UTF-8 / GB18030", 2, 4),
            ([0xD6, 0xD0, 0x0A, 0xD6], "UTF-8 / GB18030", 2, 3),
            // A lone low surrogate.
            ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC], "UTF-16LE", 2, 6),
        ] as [([UInt8], String, Int, Int)])
    func bytesThatFitNoEncodingAreNamed(_ bytes: [UInt8], _ name: String, _ line: Int, _ offset: Int) {
        #expect(throws: TabularProblem.encoding(name, line: line, offset: offset, byte: bytes[offset])) {
            try TabularReader.read(bytes)
        }
    }

    @Test func aLongNumberSavedAsShownIsMangled() throws {
        let sheet = try TabularReader.read(Array("code,text\n9.15E+17,E+1\n1.3800138E+10,2E-3\n1e+3,12E+17x\n".utf8))
        let forms = sheet.rows.map { $0.cells.map(\.form) }
        #expect(forms == [[.text, .text], [.mangled, .text], [.mangled, .text], [.mangled, .text]])
    }

    @Test func rowsColumnsAndCellsAreBounded() {
        var limits = TabularLimits()
        limits.rows = 2
        #expect(throws: TabularProblem.tooLarge(.rows, limit: 2, line: 4)) {
            try TabularReader.read(Array("a\nb\n\nc\n".utf8), limits: limits)
        }
        limits = TabularLimits()
        limits.columns = 3
        #expect(throws: TabularProblem.tooLarge(.columns, limit: 3, line: 1)) {
            try TabularReader.read(Array("a,b,c,d\n".utf8), limits: limits)
        }
        limits = TabularLimits()
        limits.cells = 3
        #expect(throws: TabularProblem.tooLarge(.cells, limit: 3, line: 2)) {
            try TabularReader.read(Array("a,b\nc,d\n".utf8), limits: limits)
        }
    }
}
