import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

/// Projects one by one: how they go, what stands still, what is ordered, what to take up next.
extension ReportPage {
    /// Projects that one table lists at most.
    private static let listed = 60

    private func lightText(_ course: ProjectCourse) -> Text {
        if course.suspended { return .phrase(CodeLabel.of("suspended")) }
        return course.light == .none ? .phrase(.absent) : .phrase(CodeLabel.of(course.light.rawValue))
    }

    private func line(_ entry: Entry?) -> Text { entry.map(words) ?? .phrase(.absent) }

    private func day(_ date: CivilDate?) -> Text { date.map { .plain($0.description) } ?? .phrase(.absent) }

    private func item(_ item: DueItem?) -> Text {
        item.map { .sequence([.plain("\($0.dueOn) "), reference($0.text)]) } ?? .phrase(.absent)
    }

    private func limited(_ courses: [ProjectCourse], shown: Int = listed) -> Phrase? {
        guard courses.count > shown else { return nil }
        return Phrase(
            zh: "共 \(courses.count) 个，此处列出 \(shown) 个；其余见 zs project list。",
            en: "\(courses.count) in all, \(shown) listed here; see zs project list for the others.")
    }

    /// Each project under way: light, progress, blocker, next milestone.
    var courseSections: [Section] {
        let courses = facts.pipeline.courses
        guard !courses.isEmpty else { return [] }
        let table = Table(
            columns: [
                .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"), .start("阶段", "Stage"),
                .start("灯", "Light"), .start("本期进展", "Progress"), .start("堵点", "Blocker"),
                .start("最近进展", "Last progress"), .start("下一节点", "Next milestone"),
            ],
            rows: courses.prefix(Self.listed).map { course in
                [
                    .plain(course.fact.id.description), reference(course.fact.name), .phrase(name(course.fact.unit)),
                    .phrase(ReportLabel.stage(course.fact.stage.rawValue)), lightText(course), line(course.progress),
                    line(course.blocker), day(course.lastProgress), item(course.next),
                ]
            }, footnote: limited(courses))
        return [Section(heading: Phrase(zh: "项目进展", en: "Projects one by one"), blocks: [.table(table)])]
    }

    /// Major projects with one line of what the log tells of the period.
    var majorSections: [Section] {
        let major = facts.pipeline.courses.filter(\.fact.major)
        guard !major.isEmpty else { return [] }
        let table = Table(
            columns: [
                .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"), .start("阶段", "Stage"),
                .start("灯", "Light"), .end("合同额", "Contract value"), .end("到位资金", "Funds"),
                .start("\(periodName.zh)进展", "Progress of the period"),
            ],
            rows: major.prefix(Self.listed).map { course in
                [
                    .plain(course.fact.id.description), reference(course.fact.name), .phrase(name(course.fact.unit)),
                    .phrase(ReportLabel.stage(course.fact.stage.rawValue)), lightText(course),
                    amount(course.fact.contract.yuan), amount(course.fact.funds.yuan), line(course.progress),
                ]
            }, footnote: limited(major))
        return [Section(heading: Phrase(zh: "重大项目", en: "Major projects"), blocks: [.table(table)])]
    }

    /// 停滞项目: yellow and red lights, the red ones first, with the reasons.
    var stalledSections: [Section] {
        guard !facts.pipeline.courses.isEmpty else { return [] }
        let stalled = facts.pipeline.courses.filter(\.isStalled).sorted {
            ($0.light == .red ? 0 : 1, -$0.amount.yuan, $0.fact.id)
                < ($1.light == .red ? 0 : 1, -$1.amount.yuan, $1.fact.id)
        }
        let heading = Phrase(zh: "停滞项目", en: "Stalled projects")
        guard !stalled.isEmpty else {
            return [
                Section(heading: heading, blocks: [.paragraph(.phrase(zh: "无停滞项目。", en: "No project is stalled."))])
            ]
        }
        let table = Table(
            columns: [
                .start("灯", "Light"), .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"),
                .start("阶段", "Stage"), .start("最近进展", "Last progress"), .start("原因", "Why"),
            ],
            rows: stalled.prefix(Self.listed).map { course in
                [
                    lightText(course), .plain(course.fact.id.description), reference(course.fact.name),
                    .phrase(name(course.fact.unit)), .phrase(ReportLabel.stage(course.fact.stage.rawValue)),
                    day(course.lastProgress),
                    .phrase(
                        zh: course.reasons.map(\.zh).joined(separator: "；"),
                        en: course.reasons.map(\.en).joined(separator: "; ")),
                ]
            }, footnote: limited(stalled))
        return [Section(heading: heading, blocks: [.table(table)])]
    }

    /// 督办: orders that are not closed.
    var directiveSections: [Section] {
        guard !facts.pipeline.directives.isEmpty else { return [] }
        let table = Table(
            columns: [
                .start("编号", "Record"), .start("级别", "Colour"), .start("事项", "About"), .start("内容", "What"),
                .start("责任方", "Who"), .start("签发", "Issued"), .start("期限", "Due"), .start("状态", "State"),
            ],
            rows: facts.pipeline.directives.map { directive in
                [
                    .plain(directive.id.description), .phrase(CodeLabel.of(directive.colour.rawValue)),
                    .plain(directive.about),
                    directive.text.map(reference)
                        ?? .phrase(zh: "时限逾期，自动提醒", en: "a limit is overdue; issued by the clock"),
                    .phrase(directive.addressee.map(name) ?? name(directive.unit)),
                    .plain(directive.issuedOn.description), .plain(directive.dueOn.description),
                    .phrase(directiveState(directive)),
                ]
            })
        return [Section(heading: Phrase(zh: "督办事项", en: "Directives"), blocks: [.table(table)])]
    }

    private func directiveState(_ directive: DirectiveFact) -> Phrase {
        if directive.replied { return Phrase(zh: "已回复", en: "replied") }
        return directive.dueOn < judgedOn
            ? Phrase(zh: "逾期未回复", en: "overdue") : Phrase(zh: "待回复", en: "awaiting a reply")
    }

    /// The day on which a thing is overdue or not.
    private var judgedOn: CivilDate { min(facts.asOf.date, facts.days.upperBound) }

    /// Matters of projects for the next dispatch: overdue ones first, then by amount.
    var dispatchBlocks: [Block] {
        struct Matter {
            var overdue: Bool
            var course: ProjectCourse
            var id: String
            var dueOn: CivilDate
            var what: Text
        }
        let directives = Dictionary(grouping: facts.pipeline.directives.filter { !$0.replied }, by: \.about)
        let matters = facts.pipeline.courses.flatMap { course -> [Matter] in
            let items = course.due.map {
                Matter(
                    overdue: $0.dueOn < judgedOn, course: course, id: $0.id, dueOn: $0.dueOn, what: reference($0.text))
            }
            let orders = (directives[course.fact.id.description] ?? []).map { directive in
                Matter(
                    overdue: directive.dueOn < judgedOn, course: course, id: directive.id.description,
                    dueOn: directive.dueOn, what: directive.text.map(reference) ?? .phrase(zh: "督办", en: "directive"))
            }
            return items + orders
        }.sorted {
            ($0.overdue ? 0 : 1, -$0.course.amount.yuan, $0.dueOn, $0.id)
                < ($1.overdue ? 0 : 1, -$1.course.amount.yuan, $1.dueOn, $1.id)
        }
        guard !matters.isEmpty else { return [] }
        return [
            .table(
                Table(
                    caption: Phrase(zh: "项目调度事项（先逾期，后按金额）", en: "Matters of projects (overdue first, then by amount)"),
                    columns: [
                        .start("编号", "Record"), .start("项目", "Project"), .start("机构", "Unit"),
                        .end("金额", "Amount"), .start("事项", "What"), .start("期限", "Due"), .start("状态", "State"),
                    ],
                    rows: matters.prefix(Self.listed).map { matter in
                        [
                            .plain(matter.id),
                            .sequence([
                                .plain(matter.course.fact.id.description + " "), reference(matter.course.fact.name),
                            ]),
                            .phrase(name(matter.course.fact.unit)), amount(matter.course.amount.yuan), matter.what,
                            .plain(matter.dueOn.description),
                            matter.overdue
                                ? .phrase(zh: "逾期", en: "overdue") : .phrase(zh: "将到期", en: "coming"),
                        ]
                    }))
        ]
    }

    /// 红黑榜
    var honourBlocks: [Block] {
        guard !facts.ranking.honours.isEmpty else { return [] }
        return [
            .table(
                Table(
                    caption: Phrase(zh: "红榜和黑榜", en: "Red and black lists"),
                    columns: [
                        .start("榜", "List"), .start("组别", "Group"), .start("机构", "Unit"), .start("原因", "Why"),
                    ],
                    rows: facts.ranking.honours.map { honour in
                        [
                            honour.red ? .phrase(zh: "红榜", en: "red") : .phrase(zh: "黑榜", en: "black"),
                            .plain(honour.group), .phrase(honour.name), .phrase(honour.reason),
                        ]
                    }))
        ]
    }
}
