import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// 月通报
    var monthSections: [Section] {
        let weeks = [submissions(.week)].compactMap(\.self) + narrativeBlocks(.week)
        return [
            Section(
                heading: Phrase(zh: "概要", en: "Summary"),
                blocks: [.paragraph(leadSentence), .cards(summaryCards)]),
            Section(
                heading: Phrase(zh: "指标", en: "Indicators"),
                blocks: [.table(indicatorTable)] + [unitTable, trendChart, previousNote].compactMap(\.self)),
            Section(
                heading: Phrase(zh: "分类统计", en: "By kind and tag"),
                blocks: kindAndTagBlocks + [officerChart].compactMap(\.self)),
        ] + targetSections + pipelineSections + majorSections + stalledSections + directiveSections + rankingSections
            + [
                Section(heading: Phrase(zh: "本月各周", en: "Weeks of the month"), blocks: weeks),
                Section(
                    heading: Phrase(zh: "报送完整性", en: "Completeness"),
                    blocks: completenessBlocks
                        + [submissions(.month, caption: Phrase(zh: "各机构月通报", en: "Monthly reports of the units"))]
                        .compactMap(\.self)),
                Section(heading: Phrase(zh: "补报和更正", en: "Late entries and corrections"), blocks: lateBlocks),
                Section(
                    heading: Phrase(zh: "问题和下步打算", en: "Problems and next steps"), blocks: narrativeOrNothing(.month)),
            ]
    }

    /// One sentence out of the figures.
    var leadSentence: Text {
        let unit = facts.unit.name
        let period = PeriodLabel.name(facts.period.key)
        var parts: [Text] = [
            .phrase(zh: "\(period.zh)，\(unit.zh)共记日志 ", en: "In \(period.en), \(unit.en) logged "),
            .figure(Indicator.entries), .phrase(zh: " 条", en: " entries"),
        ]
        if let change = book.change(Indicator.entries) { parts.append(.phrase(comparison(change))) }
        parts += [
            .phrase(zh: "；外出走访 ", en: "; visits out: "), .figure("K19.out"),
            .phrase(zh: " 次，接待来访 ", en: ", visits in: "), .figure("K19.in"),
            .phrase(zh: " 次，举办活动 ", en: ", activities held: "), .figure("K19.events"),
            .phrase(zh: " 场；日志所载金额 ", en: "; amounts in entries: "), .figure(Indicator.entryAmount),
            .phrase(zh: "。累计日志 ", en: ". Cumulative entries: "), .figure(Indicator.entries + ".cumulative"),
        ]
        let progress = book.targets.filter { $0.completion?.decimalValue != nil }
        if let first = progress.first {
            let label = IndicatorLabel.name(first.target.indicator)
            parts += [
                .phrase(zh: " 条。\(label.zh)完成年度目标 ", en: ". \(label.en): "),
                .figure("K14.completion.\(first.target.indicator)"),
                .phrase(schedule(first)),
            ]
        } else {
            parts.append(.phrase(zh: " 条。", en: "."))
        }
        return .sequence(parts)
    }

    /// 序时进度差 in words.
    private func schedule(_ progress: TargetProgress) -> Phrase {
        guard let number = progress.gap?.percentNumber(decimals: 1) else {
            return Phrase(zh: "。", en: " of the annual target.")
        }
        if number == "0.0" { return Phrase(zh: "，与序时进度持平。", en: " of the annual target, on schedule.") }
        if number.hasPrefix("-") {
            let points = number.dropFirst()
            return Phrase(zh: "，落后序时\(points)个百分点。", en: " of the annual target, \(points) points behind schedule.")
        }
        return Phrase(zh: "，超序时\(number)个百分点。", en: " of the annual target, \(number) points ahead of schedule.")
    }

    private func comparison(_ change: Int64) -> Phrase {
        if change == 0 { return Phrase(zh: "，与\(previousName.zh)持平", en: ", as many as the period before") }
        return change > 0
            ? Phrase(zh: "，比\(previousName.zh)多 \(change) 条", en: ", \(change) more than the period before")
            : Phrase(zh: "，比\(previousName.zh)少 \(-change) 条", en: ", \(-change) fewer than the period before")
    }

    /// At most six.
    var summaryCards: [Card] {
        var cards = [Indicator.entries, "K19.out", "K19.in", "K19.events", Indicator.entryAmount].map {
            card($0, trend: trend($0))
        }
        if let target = book.targets.first, facts.kind >= .month {
            cards.append(card("K14.completion.\(target.target.indicator)"))
        } else {
            cards.append(card("K32.missing"))
        }
        return cards
    }
}
