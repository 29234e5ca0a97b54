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

    /// One sentence out of the figures: of the pipeline first where there is one, then of the work of the people.
    var leadSentence: Text {
        let period = PeriodLabel.name(facts.period.key)
        let opening = Text.phrase(
            zh: "\(period.zh)，\(facts.unit.name.zh)", en: "In \(period.en), \(facts.unit.name.en) ")
        let parts = hasPipeline ? pipelineClauses + workClauses : logClauses
        return .sequence([opening] + parts)
    }

    /// Something was received, signed or brought in this year, or was to be.
    private var hasPipeline: Bool {
        FigureValues.pipeline.contains { book.cumulative($0) != 0 || book.target($0) != nil }
    }

    private var pipelineClauses: [Text] {
        var parts: [Text] = [
            .phrase(zh: "签约项目 ", en: "signed projects: "), .figure(Indicator.signed),
            .phrase(zh: " 个、合同额 ", en: ", contract value: "), .figure(Indicator.contractAmount),
            .phrase(zh: "；开工项目 ", en: "; projects started: "), .figure(Indicator.started),
            .phrase(zh: " 个；到位资金 ", en: "; funds in place: "), .figure(Indicator.fundsInPlace),
            .phrase(zh: "、本年累计 ", en: ", in the year so far: "), .figure("K13.cumulative"),
        ]
        if book.figures["K13.yoy"]?.value != nil {
            parts += [.phrase(zh: "、同比 ", en: ", year on year: "), .figure("K13.yoy")]
        }
        parts.append(.phrase(zh: "。", en: ". "))
        return parts + (book.mainTarget.map(targetClauses) ?? [])
    }

    private var workClauses: [Text] {
        var parts: [Text] = [
            .phrase(zh: "外出走访 ", en: "Visits out: "), .figure(Indicator.visitsOut),
            .phrase(zh: " 家次，接待来访 ", en: ", visits in: "), .figure(Indicator.visitsIn),
            .phrase(zh: " 家次，举办活动 ", en: ", activities held: "), .figure("K19.events"),
            .phrase(zh: " 场；日志 ", en: "; log entries: "), .figure(Indicator.entries), .phrase(zh: " 条", en: ""),
        ]
        if let change = book.change(Indicator.entries) { parts.append(.phrase(comparison(change))) }
        return parts + [.phrase(zh: "。", en: ".")]
    }

    /// Of a bureau that only keeps its log.
    private var logClauses: [Text] {
        var parts: [Text] = [
            .phrase(zh: "共记日志 ", en: "logged "), .figure(Indicator.entries), .phrase(zh: " 条", en: " entries"),
        ]
        if let change = book.change(Indicator.entries) { parts.append(.phrase(comparison(change))) }
        parts += [
            .phrase(zh: "；外出走访 ", en: "; visits out: "), .figure(Indicator.visitsOut),
            .phrase(zh: " 家次，接待来访 ", en: ", visits in: "), .figure(Indicator.visitsIn),
            .phrase(zh: " 家次，举办活动 ", en: ", activities held: "), .figure("K19.events"),
            .phrase(zh: " 场；日志所载金额 ", en: "; amounts in entries: "), .figure(Indicator.entryAmount),
            .phrase(zh: "。累计日志 ", en: ". Cumulative entries: "), .figure(Indicator.entries + ".cumulative"),
            .phrase(zh: " 条。", en: ". "),
        ]
        return parts + (book.mainTarget.map(targetClauses) ?? [])
    }

    private func targetClauses(_ progress: TargetProgress) -> [Text] {
        guard progress.completion != nil else { return [] }
        let label = IndicatorLabel.name(progress.target.indicator)
        return [
            .phrase(zh: "\(label.zh)完成年度目标 ", en: "\(label.en): "),
            .figure("K14.completion.\(progress.target.indicator)"), .phrase(schedule(progress)),
        ]
    }

    /// 序时进度差 in words.
    private func schedule(_ progress: TargetProgress) -> Phrase {
        guard let number = progress.gap?.percentNumber(decimals: 1) else {
            return Phrase(zh: "。", en: " of the annual target. ")
        }
        if number == "0.0" { return Phrase(zh: "，与序时进度持平。", en: " of the annual target, on schedule. ") }
        if number.hasPrefix("-") {
            let points = number.dropFirst()
            return Phrase(zh: "，落后序时\(points)个百分点。", en: " of the annual target, \(points) points behind schedule. ")
        }
        return Phrase(zh: "，超序时\(number)个百分点。", en: " of the annual target, \(number) points ahead of schedule. ")
    }

    private func comparison(_ change: Int64) -> Phrase {
        if change == 0 { return Phrase(zh: "，与\(previousName.zh)持平", en: ", as many as the period before") }
        return change > 0
            ? Phrase(zh: "，比\(previousName.zh)多 \(change) 条", en: ", \(change) more than the period before")
            : Phrase(zh: "，比\(previousName.zh)少 \(-change) 条", en: ", \(-change) fewer than the period before")
    }

    /// At most six.
    var summaryCards: [Card] {
        let keys =
            hasPipeline
            ? [
                Indicator.signed, Indicator.contractAmount, Indicator.started, Indicator.fundsInPlace,
                Indicator.visitsOut,
            ]
            : [Indicator.entries, Indicator.visitsOut, Indicator.visitsIn, "K19.events", Indicator.entryAmount]
        let last = facts.kind >= .month ? book.mainTarget.map { "K14.completion.\($0.target.indicator)" } : nil
        return keys.map { card($0, trend: trend($0)) } + [card(last ?? "K32.missing")]
    }
}
