import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// 季活动
    var quarterSections: [Section] {
        [
            Section(
                heading: Phrase(zh: "概要", en: "Summary"),
                blocks: [
                    .paragraph(leadSentence),
                    .cards([
                        card(Indicator.kind(.plan)), card("K19.events", trend: trend("K19.events")),
                        card("K19.out", trend: trend("K19.out")), card("K19.in", trend: trend("K19.in")),
                        card(Indicator.entries, trend: trend(Indicator.entries)),
                    ]),
                ]),
            Section(
                heading: Phrase(zh: "活动", en: "Activities"),
                blocks: [
                    activityTable(.plan, caption: Phrase(zh: "计划的活动", en: "Planned")),
                    activityTable(.activity, caption: Phrase(zh: "举办的活动", en: "Held")),
                ]),
            Section(heading: Phrase(zh: "各月", en: "Months of the quarter"), blocks: [.table(monthTable)]),
            Section(heading: Phrase(zh: "指标", en: "Indicators"), blocks: [.table(indicatorTable)]),
        ] + campaignSections + pipelineSections + [
            Section(heading: Phrase(zh: "本季目标", en: "Targets of the quarter"), blocks: quarterTargetBlocks),
            Section(
                heading: Phrase(zh: "报送情况", en: "Who reported"),
                blocks: [
                    submissions(.month, caption: Phrase(zh: "月通报", en: "Monthly reports")),
                    submissions(.quarter, caption: Phrase(zh: "季活动", en: "Quarterly activities")),
                ].compactMap(\.self)),
            Section(heading: Phrase(zh: "补报和更正", en: "Late entries and corrections"), blocks: lateBlocks),
            Section(
                heading: Phrase(zh: "问题和下步打算", en: "Problems and next steps"), blocks: narrativeOrNothing(.quarter)),
        ]
    }

    /// The figures of each month within the period, as known now.
    var monthTable: Table {
        let keys = [Indicator.entries, "K19.out", "K19.in", "K19.events", "K19.publicity", Indicator.entryAmount]
        let months = facts.period.periods(.month).map(Array.init) ?? []
        return Table(
            columns: [.start("月份", "Month")] + keys.map { .end(IndicatorLabel.name($0)) },
            rows: months.map { month in
                [.plain(Period(kind: .month, ordinal: month).key)]
                    + keys.map { cell(facts.sums.months[month]?[FigureValues.indicator(of: $0)] ?? 0, key: $0) }
            })
    }
}
