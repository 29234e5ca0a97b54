import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// Nothing of the pipeline is told where there is none.
    private var hasPipeline: Bool {
        FigureValues.pipeline.contains { book.cumulative($0) != 0 } || !facts.pipeline.received.isEmpty
            || facts.pipeline.activeBefore > 0
    }

    /// 线索和项目: what came, what was signed, what became of it.
    var pipelineSections: [Section] {
        guard hasPipeline else { return [] }
        let blocks: [Block] =
            [.paragraph(pipelineSentence), .table(pipelineCounts), .table(pipelineRates)]
            + (facts.kind >= .month ? funnelBlocks : [])
            + [industryTable].compactMap(\.self)
            + (facts.kind >= .month ? originBlocks + industryStageBlocks : [])
            + [signedTable, lossTable].compactMap(\.self)
        return [Section(heading: Phrase(zh: "线索和项目", en: "Leads and projects"), blocks: blocks)]
    }

    private var pipelineSentence: Text {
        var parts: [Text] = [
            .phrase(zh: "\(periodName.zh)新增线索 ", en: "New leads: "), .figure(Indicator.leads),
            .phrase(zh: " 条；签约项目 ", en: "; projects signed: "), .figure(Indicator.signed),
            .phrase(zh: " 个，合同额 ", en: ", contract value "), .figure(Indicator.contractAmount),
            .phrase(zh: "；开工项目 ", en: "; projects started: "), .figure(Indicator.started),
            .phrase(zh: " 个；到位资金 ", en: "; funds in place: "), .figure(Indicator.fundsInPlace),
            .phrase(zh: "，本年累计 ", en: ", in the year so far "), .figure("K13.cumulative"),
        ]
        if book.figures["K13.yoy"]?.value != nil {
            parts += [.phrase(zh: "，同比 ", en: ", year on year "), .figure("K13.yoy")]
        }
        parts.append(.phrase(zh: "。", en: "."))
        return .sequence(parts)
    }

    /// The funnel: period, cumulative, change.
    private var pipelineCounts: Table {
        Table(
            caption: Phrase(zh: "项目漏斗", en: "The funnel"),
            columns: [
                .start("指标", "Indicator"), .end(periodName), .end("累计", "Cumulative"), .end(previousName),
                .end("增减", "Change"),
            ],
            rows: FigureValues.pipeline.map { key in
                [
                    .phrase(IndicatorLabel.name(key)), .figure(key), .figure(key + ".cumulative"),
                    cell(book.previous.map { $0[key] ?? 0 }, key: key), change(book.change(key), key: key),
                ]
            },
            footnote: Phrase(
                zh: "合同额与到位资金口径不同，不相加。", en: "Contract value and funds in place are different things and never added."))
    }

    private static let rateKeys = [
        "K1.valid_rate", "K2.rate", "K3.rate", "K3.mean_days", "K4.rate", "K5.rate", "K7.rate", "K8.rate", "K9.rate",
        "K10.rate", "K11.rate", "K12.rate", "K15.rate", "K16.ge1", "K16.ge5", "K16.ge10", "K16.ge50", "K16.ge100",
        "K17.rate", "K22.median", "K22.p90", "K23.rate", "K24.rate", "K31.rate",
    ]

    private var pipelineRates: Table {
        Table(
            caption: Phrase(zh: "质效指标", en: "Quality and pace"),
            columns: [.start("指标", "Indicator"), .end(periodName), .end("本年签约项目", "Signed this year")],
            rows: Self.rateKeys.filter { book.figures[$0] != nil }.map { key in
                let cumulative = key + ".cumulative"
                return [
                    .phrase(IndicatorLabel.name(key)), .figure(key),
                    book.figures[cumulative] == nil ? .phrase(.absent) : .figure(cumulative),
                ]
            },
            footnote: Phrase(
                zh: "履约率、落地率、开工率、投产率、到位率以首次签约项目为分母，截至期末；分母为零显示“—”。",
                en:
                    "Rates of performing, landed, started, producing and funds are of the projects first signed in the period, "
                    + "as of its last day; a zero denominator shows as “—”."))
    }

    private var ownSigned: [ProjectFact] {
        facts.pipeline.signed.filter { $0.reached[.signed].map(facts.days.contains) ?? false }
            .sorted { (-$0.contract.yuan, $0.id) < (-$1.contract.yuan, $1.id) }
    }

    /// Sections of GB/T 4754: projects and contracts of the year so far, with the rounding note where it is needed.
    private var industryTable: Block? {
        var sums: [String: (count: Int64, contract: Int64)] = [:]
        for project in facts.pipeline.signed {
            let section = project.section ?? ""
            sums[section, default: (0, 0)].count += 1
            sums[section, default: (0, 0)].contract += project.contract.yuan
        }
        guard !sums.isEmpty else { return nil }
        let rows = sums.sorted { (-$0.value.contract, $0.key) < (-$1.value.contract, $1.key) }
        let whole = rows.reduce(0) { $0 + $1.value.contract }
        return .table(
            Table(
                caption: Phrase(zh: "本年签约项目的行业分布", en: "Industries of the projects signed this year"),
                columns: [
                    .start("行业", "Industry"), .end("项目数", "Projects"), .end("合同额", "Contract value"),
                    .end("占比", "Share"),
                ],
                rows: rows.map { section, sum in
                    let share = IndicatorFormula.share.value(Fraction(sum.contract), Fraction(whole))
                    return [
                        .phrase(named(section, facts.sectionNames)), .number(sum.count),
                        amount(sum.contract),
                        share?.percentNumber(decimals: 1).map { .plain($0 + "%") } ?? .phrase(.absent),
                    ]
                },
                footnote: RoundingNote.phrase(rows.map(\.value.contract))))
    }

    /// Projects signed in the period, the largest first.
    private var signedTable: Block? {
        guard !ownSigned.isEmpty else { return nil }
        return .table(
            Table(
                caption: Phrase(zh: "\(periodName.zh)签约项目", en: "Signed projects: \(periodName.en)"),
                columns: [
                    .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"), .start("签约", "Signed"),
                    .start("阶段", "Stage"), .end("合同额", "Contract value"), .end("到位资金", "Funds"),
                ],
                rows: ownSigned.prefix(50).map { project in
                    [
                        .plain(project.id.description), reference(project.name), .phrase(name(project.unit)),
                        .plain(project.reached[.signed]?.description ?? ""),
                        .phrase(ReportLabel.stage(project.stage.rawValue)), amount(project.contract.yuan),
                        amount(project.funds.yuan),
                    ]
                },
                footnote: RoundingNote.phrase(ownSigned.map(\.contract.yuan))))
    }

    /// By reason and destination.
    private var lossTable: Block? {
        let lost = facts.pipeline.lost.sorted { $0.id < $1.id }
        guard !lost.isEmpty else { return nil }
        return .table(
            Table(
                caption: Phrase(zh: "终止项目", en: "Terminated projects"),
                columns: [
                    .start("编号", "Record"), .start("项目", "Project"), .start("日期", "Date"), .start("原因", "Reason"),
                    .start("去向", "Destination"),
                ],
                rows: lost.map { project in
                    [
                        .plain(project.id.description), reference(project.name),
                        .plain(project.termination?.on.description ?? ""),
                        .phrase(
                            project.termination.map { IndicatorLabel.name(Indicator.terminated($0.reason)) } ?? .absent),
                        .plain(project.termination?.destination ?? ""),
                    ]
                }))
    }

    /// 赛马比拼: by rank group, with marks and weights below.
    var rankingSections: [Section] {
        guard !facts.ranking.groups.isEmpty else { return [] }
        let tables = facts.ranking.groups.map { group in
            Block.table(
                Table(
                    caption: Phrase(
                        zh: "组别：\(RankGroupLabel.name(group.name).zh)",
                        en: "Group: \(RankGroupLabel.name(group.name).en)"),
                    columns: [
                        .end("名次", "Rank"), .start("机构", "Unit"), .end("综合分", "Score"), .end("扣分", "Deduction"),
                        .end("活跃指数", "Index"), .end("较上期", "Change"), .start("说明", "Note"),
                    ], rows: group.rows.map(rankRow)))
        }
        return [
            Section(
                heading: Phrase(zh: "赛马排名", en: "Ranking"),
                blocks: tables + honourBlocks + [.note(.phrase(facts.rankingRules))])
        ]
    }

    private func rankRow(_ row: Ranking.Row) -> [Text] {
        func decimal(_ value: Fraction?, _ decimals: Int) -> Text {
            value?.decimalText(decimals: decimals).map(Text.plain) ?? .phrase(.absent)
        }
        let change = row.rank.flatMap { rank in facts.ranksBefore[row.unit].map { Int64($0 - rank) } }
        let missing = Phrase(zh: "漏报 \(row.missingDays) 人日", en: "\(row.missingDays) officer-days missing")
        return [
            row.rank.map { .number(Int64($0)) } ?? .phrase(.absent), .phrase(row.name), decimal(row.score, 1),
            row.missingDays > 0 ? decimal(row.deduction, 1) : .plain(""), decimal(row.index, 2),
            change.map { $0 > 0 ? .sequence([.plain("+"), .number($0)]) : .number($0) } ?? .phrase(.absent),
            row.note.map(Text.phrase) ?? (row.missingDays > 0 ? .phrase(missing) : .plain("")),
        ]
    }
}

/// Amounts are added before they are rounded, so what is printed may not add up to what is printed below it.
enum RoundingNote {
    /// Nil where the printed parts do add up. Parts are shown in 亿 with two decimals.
    static func phrase(_ parts: [Int64]) -> Phrase? {
        func hundredths(_ yuan: Int64) -> Int64 { (yuan + 500_000) / 1_000_000 }
        guard parts.reduce(0, { $0 + hundredths($1) }) != hundredths(parts.reduce(0, +)) else { return nil }
        return Phrase(
            zh: "先合计后四舍五入，分项之和与合计可能略有出入。",
            en: "Sums are added before rounding: parts may not add up to the total exactly.")
    }
}
