import Testing
import TextLayout

@Suite struct TextTableTests {
    private let table = TextTable(
        columns: [
            .init("编号"), .init("企业", shrinkable: true), .init("金额", alignment: .end),
        ],
        rows: [["L-1", "渝新能源科技有限公司", "3.2亿元"], ["L-1042", "A\tB\nC"], ["L-2", "甲", "12万元", "left over"]])

    @Test func columnsLineUpWhateverTheScript() {
        #expect(
            table.rendered(width: 80) == """
                编号    企业                     金额
                ──────  ────────────────────  ───────
                L-1     渝新能源科技有限公司  3.2亿元
                L-1042  A B C
                L-2     甲                     12万元

                """)
    }

    @Test func shrinkableColumnsWrapOrAreCut() {
        #expect(
            table.rendered(width: 27) == """
                编号    企业           金额
                ──────  ──────────  ───────
                L-1     渝新能源科  3.2亿元
                        技有限公司
                L-1042  A B C
                L-2     甲           12万元

                """)
        #expect(table.rendered(width: 27, overflow: .truncate).contains("L-1     渝新能源…   3.2亿元\n"))
    }

    @Test func rowsBecomeBlocksWhereColumnsCannotFit() {
        #expect(table.rendered(width: 16).hasPrefix("编号  L-1\n企业  渝新能源科\n      技有限公司\n金额  3.2亿元\n\n编号  L-1042\n"))
    }

    @Test func pipesGetTabsAndNothingIsCut() {
        #expect(
            table.plain() == "编号\t企业\t金额\nL-1\t渝新能源科技有限公司\t3.2亿元\nL-1042\tA B C\t\nL-2\t甲\t12万元\n")
        #expect(table.plain(withTitles: false).hasPrefix("L-1\t"))
    }

    @Test func everyWidthIsKept() {
        for width in 12...120 {
            for line in table.rendered(width: width).split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= width)
            }
        }
    }

    @Test func noColumnsIsNothing() {
        #expect(TextTable(columns: [], rows: []).rendered(width: 80) == "")
    }
}
