import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

/// The path of projects by stage, industry and origin, and what was to be reached.
extension ReportPage {
    /// Stage | in the period | in the year | there now | median days from the stage before.
    var funnelBlocks: [Block] {
        guard !facts.pipeline.reached.isEmpty || !facts.pipeline.courses.isEmpty else { return [] }
        let rows = Stage.allCases.map { stage -> [Text] in
            let reached = facts.pipeline.reached[stage] ?? []
            let own = reached.filter { $0.reached[stage].map(facts.days.contains) ?? false }
            let now = facts.pipeline.courses.filter { $0.fact.stage == stage }
            let days = reached.compactMap { daysBefore(stage, $0) }
            let median = days.isEmpty ? nil : IndicatorFormula.median.value(of: days)
            return [
                .phrase(ReportLabel.stage(stage.rawValue)), .number(Int64(own.count)), .number(Int64(reached.count)),
                .number(Int64(now.count)),
                median?.decimalText(decimals: 1).map(Text.plain) ?? .phrase(.absent),
            ]
        }
        return [
            .table(
                Table(
                    caption: Phrase(zh: "各阶段项目数和用时", en: "Projects and days by stage"),
                    columns: [
                        .start("阶段", "Stage"), .end(periodName), .end("本年累计", "This year"),
                        .end("期末在此阶段", "There at the end"), .end("用时中位数（工作日）", "Median working days"),
                    ], rows: rows,
                    footnote: Phrase(
                        zh: "用时：本年到达该阶段的项目，自其前一已到达阶段起的工作日。",
                        en:
                            "Days: of the projects that came to the stage this year, from the stage they reached before it."
                    )
                )), .chart(funnelChart),
        ]
    }

    private var funnelChart: Chart {
        let title = Phrase(zh: "本年到达各阶段的项目数", en: "Projects that came to each stage this year")
        return Chart(
            kind: .funnel, title: title,
            description: Phrase(zh: "从在谈到达产，逐阶段。", en: "From negotiation to full capacity, stage by stage."),
            unit: .count,
            categories: Stage.allCases.map { ReportLabel.stage($0.rawValue) },
            series: [
                Chart.Series(
                    name: title, values: Stage.allCases.map { Double(facts.pipeline.reached[$0]?.count ?? 0) })
            ], besideTable: true)
    }

    private func daysBefore(_ stage: Stage, _ project: ProjectFact) -> Int64? {
        guard let on = project.reached[stage],
            let before = project.reached.filter({ $0.key < stage }).max(by: { $0.key < $1.key })?.value
        else { return nil }
        return CohortFigures.workingDays(from: before, to: on, facts.calendar)
    }

    /// Projects signed this year by the region they come from.
    var originBlocks: [Block] {
        var sums: [String: (count: Int64, contract: Int64, eastern: Bool)] = [:]
        for project in facts.pipeline.signed {
            let known = sums[project.province ?? ""] ?? (0, 0, project.eastern)
            sums[project.province ?? ""] = (known.count + 1, known.contract + project.contract.yuan, known.eastern)
        }
        guard !sums.isEmpty else { return [] }
        let rows = sums.sorted { (-$0.value.contract, $0.key) < (-$1.value.contract, $1.key) }
        return [
            .table(
                Table(
                    caption: Phrase(zh: "本年签约项目的来源地", en: "Where the projects signed this year come from"),
                    columns: [
                        .start("来源地", "Region"), .start("东部", "Eastern"), .end("项目数", "Projects"),
                        .end("合同额", "Contract value"),
                    ],
                    rows: rows.map { province, sum in
                        [
                            .phrase(named(province, facts.regionNames)),
                            sum.eastern ? .phrase(zh: "是", en: "yes") : .phrase(zh: "否", en: "no"),
                            .number(sum.count), amount(sum.contract),
                        ]
                    }, footnote: RoundingNote.phrase(rows.map(\.value.contract))))
        ]
    }

    func named(_ code: String, _ names: [String: Phrase]) -> Phrase {
        code.isEmpty ? Phrase(zh: "未填", en: "not given") : names[code] ?? Phrase(code)
    }

    /// Projects under way by industry and the stage they have come to.
    var industryStageBlocks: [Block] {
        var counts: [String: [Stage: Int64]] = [:]
        for course in facts.pipeline.courses {
            counts[course.fact.section ?? "", default: [:]][course.fact.stage, default: 0] += 1
        }
        guard !counts.isEmpty else { return [] }
        return [
            .table(
                Table(
                    caption: Phrase(zh: "在推项目：行业和阶段", en: "Projects under way: industry and stage"),
                    columns: [.start("行业", "Industry")]
                        + Stage.allCases.map { .end(ReportLabel.stage($0.rawValue)) } + [.end("合计", "Total")],
                    rows: counts.sorted { $0.key < $1.key }.map { section, stages in
                        [.phrase(named(section, facts.sectionNames))]
                            + Stage.allCases.map { .number(stages[$0] ?? 0) }
                            + [.number(stages.values.reduce(0, +))]
                    })),
            .chart(
                Chart(
                    kind: .heatMap, title: Phrase(zh: "行业和阶段（深浅）", en: "Industry and stage, shaded"),
                    description: Phrase(
                        zh: "在推项目数，行为行业，列为阶段。", en: "Projects under way: industries down, stages across."),
                    unit: .count, categories: counts.keys.sorted().map { named($0, facts.sectionNames) },
                    series: Stage.allCases.map { stage in
                        Chart.Series(
                            name: ReportLabel.stage(stage.rawValue),
                            values: counts.keys.sorted().map { Double(counts[$0]?[stage] ?? 0) })
                    }, besideTable: true)),
        ]
    }

    /// Indicator | annual target | month | cumulative | completion | gap | ahead or behind | year on year | on the month.
    var targetSections: [Section] {
        guard !book.targets.isEmpty else { return [] }
        let absent = Text.phrase(.absent)
        let rows = book.targets.map { progress -> [Text] in
            let key = progress.target.indicator
            let counted = progress.reached != nil
            func growth(_ before: Int64?) -> Text {
                guard counted, let before,
                    let value = IndicatorFormula.growth.value(Fraction(book[key]), Fraction(before)),
                    let text = value.percentNumber(decimals: 1)
                else { return absent }
                return .plain((value > .zero ? "+" : "") + text + "%")
            }
            let exists = book.figures[key] != nil
            return [
                .phrase(IndicatorLabel.name(key)), cell(progress.target.annual, key: key),
                counted ? (exists ? .figure(key) : .number(0)) : absent,
                counted ? (exists ? .figure(key + ".cumulative") : .number(0)) : absent,
                .figure("K14.completion.\(key)"), .figure("K14.gap.\(key)"),
                progress.gap.map { .phrase(Self.pace($0)) } ?? absent,
                growth(book.lastYear.map { $0[key] ?? 0 }), growth(book.previous.map { $0[key] ?? 0 }),
            ]
        }
        let table = Table(
            columns: [
                .start("指标", "Indicator"), .end("年度目标", "Annual target"), .end(periodName),
                .end("累计", "Cumulative"), .end("完成率", "Completion"), .end("序时进度差", "Schedule gap"),
                .start("进度", "Pace"), .end("同比", "Year on year"), .end("环比", "On the period before"),
            ], rows: rows,
            footnote: Phrase(
                zh: "机构自身未下达目标的，取下级目标之和。",
                en: "Where a unit was given no target itself, it is the sum of those below it."))
        return [
            Section(
                heading: Phrase(zh: "目标完成情况", en: "Targets"), blocks: [.table(table)] + [targetChart].compactMap(\.self)
            )
        ]
    }

    /// 子弹图: how far each target is, with the time gone as a tick.
    private var targetChart: Block? {
        let rows = book.targets.filter { $0.completion != nil }
        guard !rows.isEmpty else { return nil }
        return .chart(
            Chart(
                kind: .bullet, title: Phrase(zh: "完成率和序时进度", en: "Completion against the schedule"),
                description: Phrase(
                    zh: "条为年度目标完成率，竖线为已过时间占全年的比例。",
                    en: "Bars are the completion of the annual target, the tick is the part of the year that is gone."),
                unit: .ratio, categories: rows.map { IndicatorLabel.name($0.target.indicator) },
                series: [
                    Chart.Series(
                        name: Phrase(zh: "完成率", en: "Completion"), values: rows.map { $0.completion?.decimalValue }),
                    Chart.Series(
                        name: Phrase(zh: "序时进度", en: "schedule"),
                        values: rows.map { Double($0.elapsedMonths) / 12 }),
                ], besideTable: true))
    }

    private static func pace(_ gap: Fraction) -> Phrase {
        if gap == .zero { return Phrase(zh: "持平", en: "on schedule") }
        return gap > .zero ? Phrase(zh: "超序时", en: "ahead") : Phrase(zh: "落后序时", en: "behind")
    }

    /// Campaigns of the quarter: what was planned and what came of it; projects signed and not started.
    var campaignSections: [Section] {
        var sections: [Section] = []
        if !facts.pipeline.campaigns.isEmpty {
            let table = Table(
                columns: [
                    .start("编号", "Record"), .start("活动", "Campaign"), .start("机构", "Unit"), .start("起止", "Dates"),
                    .start("计划", "Plan"), .start("结果", "Outcome"), .end("预算", "Budget"), .end("支出", "Spent"),
                    .end("线索", "Leads"), .end("签约", "Signed"), .end("合同额", "Contract value"), .end("到位资金", "Funds"),
                ], rows: facts.pipeline.campaigns.map(campaignRow),
                footnote: Phrase(
                    zh: "一条线索、一个项目只计入一次活动，以最早的为准。",
                    en: "A lead and a project count for one campaign only, the first."))
            sections.append(
                Section(heading: Phrase(zh: "招商活动：计划和结果", en: "Campaigns: plan and outcome"), blocks: [.table(table)]))
        }
        let unstarted = facts.pipeline.courses.filter {
            $0.fact.startedOn == nil && !$0.fact.reached(atLeast: .started)
        }
        let waiting = unstarted.compactMap { course in course.fact.reached[.signed].map { (on: $0, course: course) } }
            .sorted { ($0.on, $0.course.fact.id) < ($1.on, $1.course.fact.id) }
        if !waiting.isEmpty {
            let table = Table(
                columns: [
                    .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"), .start("签约", "Signed"),
                    .start("阶段", "Stage"), .start("灯", "Light"), .end("合同额", "Contract value"),
                ],
                rows: waiting.map { on, course in
                    [
                        .plain(course.fact.id.description), reference(course.fact.name),
                        .phrase(name(course.fact.unit)), .plain(on.description),
                        .phrase(ReportLabel.stage(course.fact.stage.rawValue)),
                        .phrase(course.light == .none ? .absent : CodeLabel.of(course.light.rawValue)),
                        amount(course.fact.contract.yuan),
                    ]
                })
            sections.append(
                Section(heading: Phrase(zh: "签约未开工项目", en: "Signed and not started"), blocks: [.table(table)]))
        }
        return sections
    }

    private func campaignRow(_ fact: CampaignFact) -> [Text] {
        let campaign = fact.campaign
        let absent = Text.phrase(.absent)
        return [
            .plain(campaign.id.description), reference(campaign.name), .phrase(name(campaign.unitID)),
            .plain("\(campaign.from) – \(campaign.until)"), campaign.plan.map(reference) ?? absent,
            campaign.outcome.map(reference) ?? absent, campaign.budget.map { amount($0.yuan) } ?? absent,
            campaign.spent.map { amount($0.yuan) } ?? absent, .number(fact.leads), .number(fact.signed),
            amount(fact.contract.yuan), amount(fact.funds.yuan),
        ]
    }

    /// 线索、阶段、协议和资金: what the day brought.
    var changeSections: [Section] {
        guard !facts.pipeline.changes.isEmpty else { return [] }
        let table = Table(
            columns: [
                .start("编号", "Record"), .start("变动", "Change"), .start("名称", "Name"), .start("机构", "Unit"),
                .end("金额", "Amount"),
            ],
            rows: facts.pipeline.changes.map { change in
                [
                    .plain(change.id), .phrase(words(change.kind)), change.name.map(reference) ?? .phrase(.absent),
                    .phrase(name(change.unit)), change.amount.map { amount($0.yuan) } ?? .phrase(.absent),
                ]
            })
        return [
            Section(heading: Phrase(zh: "线索、项目和资金变动", en: "Leads, stages and funds"), blocks: [.table(table)])
        ]
    }

    private func words(_ kind: DayChange.Kind) -> Phrase {
        switch kind {
        case .lead: return Phrase(zh: "新线索", en: "new lead")
        case .stage(let stage):
            let label = ReportLabel.stage(stage.rawValue)
            return Phrase(zh: "进入\(label.zh)", en: "came to: \(label.en)")
        case .agreement: return Phrase(zh: "签订协议", en: "agreement")
        case .funds(let state):
            let label = CodeLabel.of(state.rawValue)
            return Phrase(zh: "资金（\(label.zh)）", en: "funds (\(label.en))")
        }
    }

    /// The projects that the report tells of, and what its figures mean.
    var listAndDefinitionBlocks: [Block] {
        var blocks: [Block] = []
        let courses = facts.pipeline.courses.sorted { $0.fact.id < $1.fact.id }
        if !courses.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: Phrase(zh: "在推项目名单", en: "Projects under way"),
                        columns: [
                            .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"),
                            .start("阶段", "Stage"), .end("合同额", "Contract value"),
                        ],
                        rows: courses.map { course in
                            [
                                .plain(course.fact.id.description), reference(course.fact.name),
                                .phrase(name(course.fact.unit)),
                                .phrase(ReportLabel.stage(course.fact.stage.rawValue)),
                                amount(course.fact.contract.yuan),
                            ]
                        })))
        }
        let shown = IndicatorList.all.filter { book.figures[$0.key]?.value != nil }
        guard !shown.isEmpty else { return blocks }
        blocks.append(
            .table(
                Table(
                    caption: Phrase(zh: "指标口径", en: "What the figures mean"),
                    columns: [.start("代码", "Key"), .start("指标", "Indicator"), .start("口径", "Definition")],
                    rows: shown.map { [.plain($0.key), .phrase($0.name), .phrase($0.definition)] },
                    footnote: Phrase(
                        zh: "⚙ 为可设置的数，所列为出厂值；本机构现行值见 zs setting list。",
                        en: "⚙ marks a setting with its default; zs setting list has the values in force."))))
        return blocks
    }
}
