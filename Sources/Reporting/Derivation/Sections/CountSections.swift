import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    private static let countKeys = [
        Indicator.entries, "K19.out", "K19.in", "K19.events", "K19.publicity", Indicator.entryAmount,
        Indicator.zeroReports,
    ]

    /// This period | cumulative | change against the last issue.
    var countTable: Table {
        Table(
            columns: [
                .start("指标", "Indicator"), .end(periodName), .end("累计", "Cumulative"), .end(previousName),
                .end("增减", "Change"),
            ],
            rows: Self.countKeys.map { key in
                [
                    .phrase(IndicatorLabel.name(key)), .figure(key), .figure(key + ".cumulative"),
                    cell(book.previous.map { $0[key] ?? 0 }, key: key), change(book.change(key), key: key),
                ]
            })
    }

    /// Month | previous month | change | same month last year | cumulative | target | completion | gap.
    var indicatorTable: Table {
        let targeted = book.targets.map(\.target.indicator).filter { !Self.countKeys.contains($0) }
        return Table(
            columns: [
                .start("指标", "Indicator"), .end(periodName), .end(previousName), .end("增减", "Change"),
                .end("上年同期", "Year before"), .end("累计", "Cumulative"), .end("年度目标", "Annual target"),
                .end("完成率", "Completion"), .end("序时进度差", "Schedule gap"),
            ],
            rows: (Self.countKeys + targeted).map(indicatorRow),
            footnote: Phrase(
                zh: "序时进度差＝目标完成率－已过月数÷12。“—”表示没有可比的数。",
                en: "Schedule gap = completion − months gone ÷ 12. “—” means that there is nothing to compare with."))
    }

    private func indicatorRow(_ key: String) -> [Text] {
        let progress = book.target(key)
        let counted = FigureValues.isCounted(key)
        let absent = Text.phrase(.absent)
        return [
            .phrase(IndicatorLabel.name(key)), counted ? figure(key) : absent,
            counted ? cell(book.previous.map { $0[key] ?? 0 }, key: key) : absent,
            counted ? change(book.change(key), key: key) : absent,
            counted ? cell(book.lastYear.map { $0[key] ?? 0 }, key: key) : absent,
            counted ? figure(key + ".cumulative") : absent, cell(progress?.target.annual, key: key),
            progress == nil ? absent : .figure("K14.completion.\(key)"),
            progress == nil ? absent : .figure("K14.gap.\(key)"),
        ]
    }

    /// The figure, or zero where a kind or tag never occurred.
    private func figure(_ key: String) -> Text {
        book.figures[key] == nil ? .number(0) : .figure(key)
    }

    /// Counts by kind and by tag, with a chart of the tags.
    var kindAndTagBlocks: [Block] {
        var blocks: [Block] = []
        for (prefix, title, column) in [
            ("entries.kind.", Phrase(zh: "按类别", en: "By kind"), Phrase(zh: "类别", en: "Kind")),
            (Indicator.tagPrefix, Phrase(zh: "按标签", en: "By tag"), Phrase(zh: "标签", en: "Tag")),
        ] {
            let keys = book.keys(prefix)
            guard !keys.isEmpty else { continue }
            blocks.append(
                .table(
                    Table(
                        caption: title,
                        columns: [
                            Table.Column(column), .end(periodName), .end("累计", "Cumulative"), .end("增减", "Change"),
                        ],
                        rows: keys.map {
                            [
                                .phrase(IndicatorLabel.name($0)), .figure($0), .figure($0 + ".cumulative"),
                                change(book.change($0), key: $0),
                            ]
                        })))
        }
        let tags = Array(book.keys(Indicator.tagPrefix).prefix(12))
        if tags.count > 1 {
            blocks.append(
                .chart(
                    bars(
                        title: Phrase(zh: "日志条数（按标签）", en: "Log entries by tag"),
                        tags.map { (IndicatorLabel.name($0), book[$0]) })))
        }
        return blocks
    }

    var officerChart: Block? {
        let rows = facts.sums.byOfficer.map { (id: $0.key, count: $0.value[Indicator.entries] ?? 0) }
            .filter { $0.count > 0 }.sorted { (-$0.count, $0.id) < (-$1.count, $1.id) }
        guard rows.count > 1 else { return nil }
        return .chart(
            bars(
                title: Phrase(zh: "日志条数（按人员）", en: "Log entries by officer"),
                rows.prefix(20).map { (name($0.id), $0.count) }))
    }

    /// What each unit of the scope contributed by itself; the rows add up to the report's own figures.
    var unitTable: Block? {
        let keys = [Indicator.entries, "K19.out", "K19.in", "K19.events", Indicator.entryAmount]
        let units = facts.units.filter { !(facts.sums.byUnit[$0.id] ?? [:]).isEmpty }.sorted { $0.id < $1.id }
        guard units.count > 1 else { return nil }
        return .table(
            Table(
                caption: Phrase(zh: "各机构（本机构直接发生数）", en: "By unit (each unit's own facts)"),
                columns: [.start("机构", "Unit")] + keys.map { .end(IndicatorLabel.name($0)) },
                rows: units.map { unit in
                    let values = FigureValues.of(facts.sums.byUnit[unit.id] ?? [:])
                    return [.phrase(unit.name)] + keys.map { cell(values[$0] ?? 0, key: $0) }
                }))
    }

    func bars(title: Phrase, _ rows: [(Phrase, Int64)]) -> Chart {
        Chart(
            kind: .bar, title: title,
            description: Phrase(zh: "\(title.zh)，从多到少。", en: "\(title.en), the largest first."), unit: .count,
            categories: rows.map(\.0), series: [Chart.Series(name: title, values: rows.map { Double($0.1) })])
    }

    /// Values of the twelve months that end with the period, from the first month that has any fact.
    func trend(_ key: String) -> [Double] {
        let indicator = FigureValues.indicator(of: key)
        return trendMonths.map { Double(facts.sums.months[$0]?[indicator] ?? 0) }
    }

    var trendMonths: [Int] {
        let months = facts.sums.months.filter { !$0.value.isEmpty }.keys
        guard let first = months.min() else { return [] }
        let last = Period(.month, containing: facts.period.lastDay).ordinal
        return first <= last ? Array(max(first, last - 11)...last) : []
    }

    /// The month before was printed with what was known then; the months side by side know what came later.
    var previousNote: Block? {
        guard facts.kind == .month, let printed = book.previous,
            let known = facts.sums.months[facts.period.previous.ordinal]
        else { return nil }
        let differences = Self.countKeys.compactMap { key -> Text? in
            let now = known[FigureValues.indicator(of: key)] ?? 0
            guard let then = printed[key], then != now else { return nil }
            return .sequence([
                .phrase(IndicatorLabel.name(key)), .plain(" "), cell(then, key: key), .plain(" → "),
                cell(now, key: key),
            ])
        }
        guard let first = differences.first else { return nil }
        let rest = differences.dropFirst().flatMap { [Text.phrase(zh: "；", en: "; "), $0] }
        return .note(
            .sequence(
                [
                    .phrase(
                        zh: "上月数为其报告所载；计入此后的补报和更正，现为：",
                        en: "the previous month is shown as it was reported; with what was learnt since: "), first,
                ]
                    + rest + [.phrase(zh: "。", en: ".")]))
    }

    var trendChart: Block? {
        let months = trendMonths
        guard months.count > 1 else { return nil }
        let title = Phrase(zh: "近十二个月日志条数", en: "Log entries, last twelve months")
        return .chart(
            Chart(
                kind: .line, title: title,
                description: Phrase(zh: "逐月日志条数，最右为本期末月。", en: "Log entries by month, the latest on the right."),
                unit: .count, categories: months.map { Phrase(Period(kind: .month, ordinal: $0).key) },
                series: [
                    Chart.Series(name: IndicatorLabel.name(Indicator.entries), values: trend(Indicator.entries))
                ]))
    }
}
