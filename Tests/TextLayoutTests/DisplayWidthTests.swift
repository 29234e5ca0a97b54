import Testing
import TextLayout

@Suite struct DisplayWidthTests {
    /// Columns as a terminal with the tables of Unicode draws them.
    @Test(arguments: [
        ("", 0), ("abc", 3), ("渝新能源", 8), ("ＡＢＣ", 6), ("1.5亿元", 7), ("é", 1), ("e\u{301}", 1), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("カナ", 4), ("ｶﾅ", 2), ("，。（）", 8), ("“”—…·", 5), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2),
        ("🇨🇳", 2), ("☎\u{FE0F}", 2), ("☎", 1), ("𠮷", 2), ("a\u{200B}b", 2), ("\u{FEFF}a", 1), ("█▁", 2), ("①", 1),
        ("㎡", 2), ("¥", 1),
        ("￥", 2), ("\n", 0), ("\u{1B}", 0), ("1️⃣", 2),
    ])
    func columnsOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}

@Suite struct CellTextTests {
    @Test func cutTextEndsWithAnEllipsisAndFits() {
        #expect(CellText.truncated("渝新能源", to: 8) == "渝新能源")
        #expect(CellText.truncated("渝新能源", to: 7) == "渝新能…")
        #expect(CellText.truncated("渝新能源", to: 6) == "渝新…")
        #expect(CellText.truncated("渝", to: 1) == "…")
        #expect(CellText.truncated("渝", to: 0) == "")
    }

    @Test func paddingCountsColumns() {
        #expect(CellText.padded("渝", to: 4) == "渝  ")
        #expect(CellText.padded("12", to: 4, alignment: .end) == "  12")
        #expect(CellText.padded("渝新能源", to: 4) == "渝新能源")
    }

    @Test(arguments: [
        ("the quick brown fox", 10, ["the quick", "brown fox"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("商定十一月，签约", 10, ["商定十一", "月，签约"]), ("（一）甲乙", 6, ["（一）", "甲乙"]), ("ABC公司", 5, ["ABC公", "司"]), ("", 5, [""]),
        ("a\n\nb", 5, ["a", "", "b"]), ("a  b", 1, ["a", "b"]),
    ])
    func linesBreakWhereReadersExpect(text: String, width: Int, lines: [String]) {
        #expect(CellText.wrapped(text, to: width) == lines)
    }

    @Test func wrappingNeverLosesAnythingButSpaces() {
        let text = "本月新签约项目12个，合同投资额RMB 5.23 billion（其中外资 8%）👨‍👩‍👧，主要来自长三角https://example.com/a/very/long/address。"
        for width in 2...90 {
            let lines = CellText.wrapped(text, to: width)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        }
    }

    @Test func controlCharactersNeverReachATerminal() {
        #expect(CellText.singleLine("a\tb\r\nc\u{1B}[31md\u{202E}e\u{2028}f\0") == "a b c[31mde f")
    }
}
