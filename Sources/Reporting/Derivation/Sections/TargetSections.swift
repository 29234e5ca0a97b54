import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// Indicators that have a target anywhere in the scope.
    private var targetIndicators: [String] {
        Set(facts.targets.map(\.indicator)).sorted()
    }

    /// The unit and all below it.
    private func subtree(of root: UnitID) -> [UnitID] {
        var found: Set<UnitID> = [root]
        var grown = true
        while grown {
            let before = found.count
            for unit in facts.units {
                if let parent = unit.parent, found.contains(parent) { found.insert(unit.id) }
            }
            grown = found.count > before
        }
        return found.sorted()
    }

    /// What the unit and all below it reached in the months of the year, by index 0…11.
    private func reached(_ unit: UnitID, _ key: String) -> [Int64] {
        let indicator = FigureValues.indicator(of: key)
        let january = facts.period.owner(.year).ordinal * 12
        let units = subtree(of: unit)
        return (0..<12).map { index in
            units.reduce(0) { $0 + (facts.sums.unitMonths[$1]?[january + index]?[indicator] ?? 0) }
        }
    }

    private func targets(_ indicator: String) -> [Target] {
        facts.targets.filter { $0.indicator == indicator }.sorted { $0.unit < $1.unit }
    }

    /// For each indicator: unit | annual | quarters | reached | completion, then the months.
    var deploymentBlocks: [Block] {
        guard !facts.targets.isEmpty else {
            return [
                .paragraph(
                    .phrase(
                        zh: "尚未下达目标。下达：zs target set U-… \(facts.period.owner(.year).key) entries.count 1200",
                        en:
                            "No targets yet. Set one: zs target set U-… \(facts.period.owner(.year).key) entries.count 1200"
                    ))
            ]
        }
        return targetIndicators.flatMap { indicator in
            [.table(quarterTable(indicator)), .table(monthTable(indicator))]
        }
    }

    private func quarterTable(_ indicator: String) -> Table {
        let label = IndicatorLabel.name(indicator)
        return Table(
            caption: Phrase(zh: "\(label.zh)：年度和各季", en: "\(label.en): year and quarters"),
            columns: [
                .start("机构", "Unit"), .end("年度", "Year"), .end("一季度", "Q1"), .end("二季度", "Q2"), .end("三季度", "Q3"),
                .end("四季度", "Q4"), .end("已完成", "Reached"), .end("完成率", "Completion"),
            ],
            rows: targets(indicator).map { target in
                let reached = FigureValues.isCounted(indicator) ? total(target.unit, indicator) : nil
                let completion = reached.map { Ratio(numerator: $0, denominator: target.annual) }
                return [.phrase(name(target.unit)), cell(target.annual, key: indicator)]
                    + target.quarters.map { cell($0, key: indicator) }
                    + [
                        cell(reached, key: indicator),
                        completion?.percentText(decimals: 1).map(Text.plain) ?? .phrase(.absent),
                    ]
            })
    }

    private func monthTable(_ indicator: String) -> Table {
        let label = IndicatorLabel.name(indicator)
        return Table(
            caption: Phrase(zh: "\(label.zh)：各月", en: "\(label.en): months"),
            columns: [.start("机构", "Unit")] + (1...12).map { .end("\($0)月", "\($0)") },
            rows: targets(indicator).map { target in
                [.phrase(name(target.unit))] + target.months.map { cell($0, key: indicator) }
            })
    }

    private func total(_ unit: UnitID, _ key: String) -> Int64 {
        reached(unit, key).reduce(0, +)
    }

    /// The quarter's target, what was reached, completion; by unit and indicator.
    var quarterTargetBlocks: [Block] {
        let quarter = facts.period.ordinal - facts.period.owner(.year).ordinal * 4
        let rows = targetIndicators.flatMap { indicator in
            targets(indicator).compactMap { target -> [Text]? in
                guard target.quarters.indices.contains(quarter) else { return nil }
                let months = reached(target.unit, indicator)[(quarter * 3)..<(quarter * 3 + 3)]
                let value = FigureValues.isCounted(indicator) ? months.reduce(0, +) : nil
                let completion = value.map { Ratio(numerator: $0, denominator: target.quarters[quarter]) }
                return [
                    .phrase(IndicatorLabel.name(indicator)), .phrase(name(target.unit)),
                    cell(target.quarters[quarter], key: indicator), cell(value, key: indicator),
                    completion?.percentText(decimals: 1).map(Text.plain) ?? .phrase(.absent),
                ]
            }
        }
        guard !rows.isEmpty else { return [.paragraph(.phrase(zh: "本季未下达目标。", en: "No targets for this quarter."))] }
        return [
            .table(
                Table(
                    columns: [
                        .start("指标", "Indicator"), .start("机构", "Unit"), .end("本季目标", "Quarter's target"),
                        .end("本季完成", "Reached"), .end("完成率", "Completion"),
                    ], rows: rows))
        ]
    }

    /// 考核: each indicator's completion, capped at 100 %, and their mean.
    var appraisalBlocks: [Block] {
        var blocks: [Block] = []
        let year = facts.period.owner(.year).ordinal
        let past = appraisalRows(facts.targetsLastYear) { unit, key in
            let indicator = FigureValues.indicator(of: key)
            return subtree(of: unit).reduce(0) { $0 + (facts.sums.byUnitLastYear[$1]?[indicator] ?? 0) }
        }
        if !past.isEmpty { blocks.append(appraisalTable(past, year: year - 1)) }
        let current = appraisalRows(facts.targets, reached: total)
        if !current.isEmpty { blocks.append(appraisalTable(current, year: year)) }
        return blocks
    }

    private func appraisalTable(_ rows: [[Text]], year: Int) -> Block {
        .table(
            Table(
                caption: Phrase(zh: "\(year)年度考核", en: "Appraisal of \(year)"),
                columns: [
                    .start("机构", "Unit"), .end("指标数", "Indicators"), .end("未封顶平均完成率", "Mean completion"),
                    .end("得分（封顶）", "Score (capped)"),
                ], rows: rows,
                footnote: Phrase(
                    zh: "每项指标完成率超过100%按100%计，各项等权平均，满分100。没有记录可计的指标不参加考核。",
                    en: "Each indicator counts for at most 100%, all with the same weight; full marks are 100. "
                        + "Indicators that no record counts for are left out.")))
    }

    private func appraisalRows(_ targets: [Target], reached: (UnitID, String) -> Int64) -> [[Text]] {
        var byUnit: [UnitID: [Target]] = [:]
        for target in targets where FigureValues.isCounted(target.indicator) && target.annual > 0 {
            byUnit[target.unit, default: []].append(target)
        }
        return byUnit.sorted { $0.key < $1.key }.map { unit, targets in
            // Tenths of a per cent, each rounded half up before they are added: the mean of what is printed.
            let tenths = targets.map { target in
                Self.tenths(max(0, reached(unit, target.indicator)), of: target.annual)
            }
            let count = Int64(tenths.count)
            let mean = Ratio(numerator: tenths.reduce(0, +), denominator: 10 * count)
            let capped = Ratio(numerator: tenths.reduce(0) { $0 + min(1000, $1) }, denominator: 10 * count)
            return [
                .phrase(name(unit)), .number(count), .plain((mean.decimalText(decimals: 1) ?? "—") + "%"),
                .plain(capped.decimalText(decimals: 1) ?? "—"),
            ]
        }
    }

    private static func tenths(_ part: Int64, of whole: Int64) -> Int64 {
        let doubled = Int128(part) * 2000 + Int128(whole)
        return Int64(clamping: doubled / (2 * Int128(whole)))
    }
}
