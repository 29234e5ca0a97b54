import Labels
import ReportModel
import Testing
import TextLayout

/// Charts on a terminal. The expected drawings were laid out by hand.
struct ChartTextTests {
    private func rendered(_ chart: Chart, width: Int = 60, _ language: Language = .zh) -> [String] {
        let report = Report(
            kind: "month", unit: "U-1", unitName: Phrase(zh: "局", en: "Bureau"), period: "2026-09", state: .draft,
            asOfSeq: 1, asOf: "2026-10-01T09:00:00+08:00", engine: 1, title: Phrase(zh: "月报", en: "Report"),
            sections: [Section(heading: Phrase(""), blocks: [.chart(chart)])], figures: [:])
        let lines = ReportText(report, language: language, width: width).rendered()
            .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let start = lines.firstIndex(of: chart.title[language]) ?? lines.count - 1
        return Array(lines[(start + 1)...]).filter { !$0.isEmpty }
    }

    private func chart(
        _ kind: Chart.Kind, _ unit: Figure.Unit, _ categories: [Phrase], _ series: [(Phrase, [Double?])],
        besideTable: Bool = false
    ) -> Chart {
        Chart(
            kind: kind, title: Phrase(zh: "图", en: "Chart"), description: Phrase(""), unit: unit,
            categories: categories, series: series.map { Chart.Series(name: $0.0, values: $0.1) },
            besideTable: besideTable)
    }

    private static let targets = [Phrase(zh: "签约合同额", en: "Contract value"), Phrase(zh: "外出走访", en: "Visits out")]
    private static let schedule = Phrase(zh: "序时进度", en: "schedule")

    /// Width 40: label 10, value 6, two gaps of 2: 20 columns for 100 %. 75 % is column 15; 50 % are 10 columns.
    @Test func aBulletHasATickWhereTheScheduleIs() {
        let drawn = rendered(
            chart(.bullet, .ratio, Self.targets, [(Phrase("x"), [0.5, 1]), (Self.schedule, [0.75, 0.75])]), width: 40)
        #expect(drawn[0] == "签约合同额   50.0%  ██████████     │")
        #expect(drawn[1] == "外出走访    100.0%  ███████████████│████")
        #expect(drawn[2] == "│ 序时进度 75.0%")
    }

    /// More than the whole: the scale grows with it.
    @Test func aBulletBeyondItsTargetKeepsTheTickInScale() {
        let drawn = rendered(
            chart(.bullet, .ratio, [Self.targets[1]], [(Phrase("x"), [2]), (Self.schedule, [0.5])]), width: 40)
        // 22 columns are 200 %, so 50 % is column 5.
        #expect(drawn[0] == "外出走访  200.0%  █████│████████████████")
    }

    @Test func aFunnelIsCentred() {
        let drawn = rendered(
            chart(
                .funnel, .count, [Phrase("在谈"), Phrase("签约"), Phrase("开工"), Phrase("达产")],
                [(Phrase("x"), [10, 5, 1, 0])]), width: 40)
        // 40 − 4 − 2 − 4 = 30 columns for ten.
        #expect(drawn[0] == "在谈  10  " + String(repeating: "█", count: 30))
        #expect(drawn[1] == "签约   5  " + String(repeating: " ", count: 7) + String(repeating: "█", count: 15))
        #expect(drawn[2] == "开工   1  " + String(repeating: " ", count: 13) + "███")
        #expect(drawn[3] == "达产   0")
    }

    @Test func aHeatMapShadesByQuartersOfTheLargestNumber() {
        let drawn = rendered(
            chart(
                .heatMap, .count, [Phrase("C 制造业"), Phrase("I 信息")],
                [(Phrase("在谈"), [8, 0]), (Phrase("签约"), [4, 2]), (Phrase("落地"), [5, nil])]), width: 60)
        #expect(drawn[0].contains("在谈"))
        #expect(drawn[2].hasPrefix("C 制造业") && drawn[2].contains("8 █") && drawn[2].contains("4 ▒"))
        #expect(drawn[2].hasSuffix("5 ▓"))
        #expect(drawn[3].contains("2 ░") && !drawn[3].contains("0 ░"))
        #expect(drawn[4] == "░▒▓█ 为最大数的四等分。")
    }

    @Test(arguments: [40, 80, 200], [Chart.Kind.bullet, .funnel, .heatMap, .bar, .line, .histogram])
    func noChartIsWiderThanTheTerminal(width: Int, kind: Chart.Kind) {
        let drawn = rendered(
            chart(
                kind, .ratio, [Phrase("电子信息和新能源汽车关键零部件及其他先进制造业"), Phrase("b")],
                [(Phrase("完成率"), [0.123, 1.7]), (Phrase("序时"), [0.5, nil])]), width: width)
        for line in drawn { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    /// What a table beside it tells is told once in formats that draw nothing.
    @Test func aChartBesideItsTableIsLeftOutWhereItWouldBeATable() {
        for beside in [false, true] {
            let report = Report(
                kind: "month", unit: "U-1", unitName: Phrase("局"), period: "2026-09", state: .draft, asOfSeq: 1,
                asOf: "2026-10-01T09:00:00+08:00", engine: 1, title: Phrase("月报"),
                sections: [
                    Section(
                        heading: Phrase("节"),
                        blocks: [
                            .chart(chart(.funnel, .count, [Phrase("在谈")], [(Phrase("数"), [7])], besideTable: beside))
                        ])
                ], figures: [:])
            #expect(ReportMarkdown(report, language: .zh).rendered().contains("在谈") == !beside)
            #expect(ReportCSV(report, language: .zh).rendered().contains("在谈") == !beside)
            #expect(ReportText(report, language: .zh).rendered().contains("在谈"))
        }
    }
}
