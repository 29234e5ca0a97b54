import Testing
import TextLayout

@Suite struct CSVTableTests {
    @Test func fileBeginsWithAMarkAndLinesEndAsSpreadsheetsExpect() {
        let table = CSVTable(titles: ["名称", "a,b"], rows: [["甲\"乙\"", "x\ny"]])
        #expect(table.rendered() == "\u{FEFF}名称,\"a,b\"\r\n\"甲\"\"乙\"\"\",\"x\ny\"\r\n")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"])
    func wordsThatLookLikeFormulasAreGuarded(text: String) {
        #expect(CSVTable(titles: [], rows: [[.text(text)]]).lines() == "'\(text)\r\n")
    }

    @Test func tabsAndReturnsAreGuardedToo() {
        #expect(CSVTable(titles: [], rows: [["\t=1", "\r=1"]]).lines() == "'\t=1,\"'\r=1\"\r\n")
    }

    @Test func trueNumbersStayNumbers() {
        let cells: [CSVTable.Cell] = [
            .integer(-3), .decimal(-0.5), .decimal(5_230_000_000), .decimal(.nan), .empty, .integer(.min),
        ]
        #expect(CSVTable(titles: [], rows: [cells]).lines() == "-3,-0.5,5230000000,,,-9223372036854775808\r\n")
    }
}

@Suite struct MarkdownTextTests {
    @Test func tableCellsKeepTheirColumn() {
        let text = MarkdownText.table(
            titles: ["a|b", "n"], alignments: [.start, .end], rows: [["x\ny", "1"], ["-*z*"]])
        #expect(text == "| a\\|b | n |\n| --- | ---: |\n| x y | 1 |\n| -\\*z\\* |  |\n")
    }

    @Test(arguments: [
        ("# not a heading", "\\# not a heading"), ("- no item", "\\- no item"), ("1. no item", "1\\. no item"),
        ("<script>", "\\<script\\>"), ("[a](b)", "\\[a\\](b)"), ("plain 文字", "plain 文字"), ("2026.5", "2026.5"),
    ])
    func typedTextReadsAsItself(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test func headingsHaveTheirLevel() {
        #expect(MarkdownText.heading("总体情况", level: 2) == "## 总体情况\n")
    }
}
