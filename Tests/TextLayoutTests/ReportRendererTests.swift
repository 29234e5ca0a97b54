import Labels
import ReportModel
import Testing
import TextLayout

@Suite struct ReportRendererTests {
    private let report = SampleReport.report

    @Test(arguments: [40, 60, 80, 120, 200], Language.allCases)
    func noLineIsWiderThanTheTerminal(width: Int, language: Language) {
        let text = ReportText(report, language: language, width: width).rendered()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        #expect(!lines.contains { $0.hasSuffix(" ") })
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test func tableOfEightyColumnsReadsAsWritten() {
        let text = ReportText(report, language: .zh, width: 80).rendered()
        let expected = """
            编号   项目名称            阶段    总投资（万元）  在手天数  本月进展
            ─────  ──────────────────  ──────  ──────────────  ────────  ───────────────────
            P-17   渝新能源动力电池生  已开工       320000.00        41  主体厂房封顶，设备
                   产基地                                                开始进场调试，预计
                                                                         11月底试生产
            P-203  ABC精密制造（二     已签约         7840.00        -3  @审批 中
                   期）
            按总投资排序。

            """
        #expect(text.contains(expected))
    }

    @Test func cardsShowComparisonsAndTrends() {
        let text = ReportText(report, language: .zh, width: 80).rendered()
        #expect(text.contains("合同投资额  52.3亿元  41亿元         —  600亿元  ▅▅▆▇▆█\n"))
        let narrow = ReportText(report, language: .zh, width: 40).rendered()
        #expect(narrow.contains("合同投资额  52.3亿元\n  上期 41亿元 · 目标 600亿元"))
    }

    @Test(arguments: Language.allCases)
    func everyFormatShowsTheSameFigures(language: Language) {
        let formats = [
            ReportText(report, language: language, width: 120).rendered(),
            ReportMarkdown(report, language: language).rendered(), ReportCSV(report, language: language).rendered(),
        ]
        for text in formats {
            #expect(text.contains(language == .zh ? "52.3亿元" : "RMB 5.23 billion"))
            #expect(text.contains("89.9%"))
            #expect(text.contains(TextReference.erased[language]))
        }
    }

    @Test func markdownEscapesWhatPeopleTyped() {
        let text = ReportMarkdown(report, language: .en).rendered()
        #expect(text.contains("| P-203 | ABC Precision \\| phase two | signed | 7840.00 | -3 | @审批 中 |\n"))
        #expect(text.contains("* \\=走访\\[31m记录\n"))
        #expect(text.hasPrefix("# Investment promotion, September 2026\n\nJiulongpo Bureau · September 2026 · frozen"))
        #expect(text.contains(" · as of 2026-10-09 18:00 · "))
    }

    @Test func spreadsheetGetsNumbersAsNumbersAndWordsGuarded() {
        let text = ReportCSV(report, language: .en).rendered()
        #expect(text.contains("P-203,ABC Precision | phase two,signed,7840.00,-3,'@审批\t中\r\n"))
        #expect(text.contains("Problems and next steps,'=走访"))
        #expect(text.contains("K6.amount,5230000000,yuan,RMB 5.23 billion,4100000000,,60000000000\r\n"))
        #expect(text.contains("K11.rate,,ratio,—,,,\r\n"))
    }

    @Test func emptyTableSaysSo() {
        var empty = report
        empty.sections = [
            Section(heading: Phrase(""), blocks: [.table(Table(columns: [Table.Column(Phrase("A"))], rows: []))])
        ]
        #expect(ReportText(empty, language: .en, width: 80).rendered().contains("A\n──\n(none)\n"))
    }

    /// As the same amounts in the vectors of money; ratios and days by hand.
    @Test(arguments: [
        (150_000_000, Figure.Unit.yuan, "1.5亿元", "RMB 150 million"), (999_999, .yuan, "100万元", "RMB 999,999"),
        (99_999_999, .yuan, "1亿元", "RMB 100 million"), (999_999_999, .yuan, "10亿元", "RMB 1 billion"),
        (-33_500_000, .yuan, "-3350万元", "RMB -33.5 million"), (0, .yuan, "0元", "RMB 0"),
        (9999, .yuan, "9999元", "RMB 9,999"),
        (0.784, .ratio, "78.4%", "78.4%"), (-0.0001, .ratio, "0.0%", "0.0%"), (1.125, .ratio, "112.5%", "112.5%"),
        (12, .count, "12", "12"), (2.5, .days, "2.5", "2.5"), (3, .days, "3", "3"), (-8.81, .points, "-8.8", "-8.8"),
    ])
    func comparisonsAreWrittenAsFiguresAre(value: Double, unit: Figure.Unit, zh: String, en: String) {
        #expect(FigureNumber.text(value, unit: unit, in: .zh) == zh)
        #expect(FigureNumber.text(value, unit: unit, in: .en) == en)
        #expect(FigureNumber.text(nil, unit: unit, in: .en) == nil)
        #expect(FigureNumber.text(.nan, unit: unit, in: .en) == nil)
    }
}
