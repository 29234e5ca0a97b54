import Labels
import ReportModel
import Testing
import TextLayout

@Suite struct ReportNumberTests {
    private static let yuan = Text.phrase(ReportLabel.yuan)

    /// One indicator a row, so that the rows have different units.
    private var report: Report {
        var report = SampleReport.report
        report.figures = [
            "gap": Figure(value: -4.381_237_524_950_1, unit: .points, text: Phrase(zh: "-4.4个百分点", en: "-4.4 points"))
        ]
        let columns = [Table.Column(Phrase("A"))] + ["B", "C", "D"].map { Table.Column(Phrase($0), .end) }
        let table = Table(
            columns: columns,
            rows: [
                [.plain("n"), .number(12), .sequence([.plain("+"), .number(31)]), .plain("41.7%")],
                [.plain("m"), .sequence([.number(1_850_000_000), Self.yuan]), .phrase(Phrase("—")), .plain("—")],
                [
                    .plain("g"), .sequence([.plain("+"), .number(5_000_000), Self.yuan]),
                    .sequence([.number(-3), Self.yuan]), .plain(""),
                ],
            ])
        report.sections = [
            Section(heading: Phrase("S"), blocks: [.table(table), .cards([Card(label: Phrase("G"), figure: "gap")])])
        ]
        return report
    }

    @Test func everyNumberOfASpreadsheetIsPlainWithItsUnit() {
        let text = ReportCSV(report, language: .en).rendered()
        #expect(
            text.contains(
                "A,B,C,D (ratio),Unit\r\nn,12,31,0.417,count\r\nm,1850000000,,,yuan\r\ng,5000000,-3,,yuan\r\n"))
        #expect(text.contains("G,-4.4,points\r\n"))
    }

    @Test func peopleReadTheSameAmountsRounded() {
        let text = ReportText(report, language: .zh, width: 80).rendered()
        for number in [" 12 ", " +31 ", " 41.7%\n", " 18.5亿元 ", " +500万元 ", " -3元"] {
            #expect(text.contains(number), "\(number)")
        }
    }

    @Test(arguments: [(Language.zh, "（亿元）", "19.33"), (.en, " (RMB million)", "1933.3")])
    func twelveMonthsOfAmountsFitUnderTheirUnit(language: Language, unit: String, number: String) {
        var report = report
        let months = (1...12).map { Table.Column(Phrase("\($0)"), .end) }
        let cells = Array(repeating: Text.sequence([.number(1_933_333_333), Self.yuan]), count: 12)
        let table = Table(
            caption: Phrase("T"), columns: [Table.Column(Phrase("Unit"))] + months, rows: [[.plain("Bureau")] + cells])
        report.sections = [Section(heading: Phrase("S"), blocks: [.table(table)])]
        let text = ReportText(report, language: language, width: 110).rendered()
        #expect(text.contains("T\(unit)\n"))
        #expect(text.contains("Bureau  \(Array(repeating: number, count: 12).joined(separator: "  "))\n"))
        #expect(ReportCSV(report, language: language).rendered().contains("Bureau,1933333333,1933333333,"))
    }

    @Test(arguments: [
        ("2026-06", "2026年6月", "June 2026"), ("2026-Q3", "2026年第三季度", "Q3 2026"),
        ("2026-W09", "2026年第9周", "week 9 of 2026"), ("2026", "2026年", "2026"), ("x", "x", "x"),
        ("2026-02-03", "2026年2月3日", "3 February 2026"),
    ])
    func periodsAreNamedAsPeopleWriteThem(key: String, zh: String, en: String) {
        #expect(PeriodLabel.name(key) == Phrase(zh: zh, en: en))
    }
}
