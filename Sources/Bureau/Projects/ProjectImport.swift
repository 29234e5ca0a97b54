import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Projects out of a ledger: known again by enterprise, or investors, and name. Each cell is read as `zs project add` reads
/// it; a new one needs its reason, like one that is entered there without a lead.
struct ProjectImport: ImportKind {
    let codes: CodeTables
    let name = "projects"
    let aliases = ["project", "项目"]

    let columns = [
        ImportColumn("name", ["项目名称", "名称", "项目", "标题"], required: true),
        ImportColumn("enterprise", ["企业", "企业名称", "所属企业", "公司名称"]),
        ImportColumn("investor", ["投资方", "投资人", "投资主体", "investors"]),
        ImportColumn("unit", ["机构", "责任单位", "承接单位", "专班"]), ImportColumn("kind", ["类型", "项目类型", "类别"]),
        ImportColumn("industry", ["行业", "所属行业", "行业代码"]), ImportColumn("chain", ["产业链"]),
        ImportColumn("region", ["来源地", "地区", "来源地区"]), ImportColumn("country", ["国别", "国家"]),
        ImportColumn("amount", .amount, ["总投资", "投资额", "投资金额", "计划总投资", "计划投资", "金额", "planned_total"]),
        ImportColumn("fixed", .amount, ["固投", "固定资产投资", "固定资产", "planned_fixed"]),
        ImportColumn("land", ["用地", "用地面积"]), ImportColumn("energy", .number, ["能耗"]),
        ImportColumn("output", .amount, ["产值", "年产值"]), ImportColumn("tax", .amount, ["税收", "年税收"]),
        ImportColumn("jobs", .number, ["就业", "就业人数"]), ImportColumn("tier", ["等级", "层级"]),
        ImportColumn("park", ["园区"]), ImportColumn("manager", ["经办", "经办人", "项目经理"]),
        ImportColumn("agent", ["代办员", "代办"]), ImportColumn("leader", ["挂帅领导", "领导"]),
        ImportColumn("date", .date, ["日期", "在谈日期", "洽谈日期", "登记日期"]), ImportColumn("reason", ["原因", "建项原因", "说明"]),
        ImportColumn("duplicate", ["重复", "另一项目"]),
    ]

    var asksForNearNames: Bool { true }

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        var ledger = ProjectLedger(
            context: context, codes: codes, known: try KnownProjects(context.store),
            enterprises: try KnownEnterprises(context.store),
            policy: try context.store.projectPolicy(on: context.today))
        let steps = try rows.map { try ledger.step($0) }
        return ImportSteps(
            steps: steps,
            isTouched: { event in
                ["project.", "enterprise.", "officer.", "unit.", "setting."].contains { event.verb.hasPrefix($0) }
            })
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let known = try KnownProjects(context.store)
        let enterprises = try KnownEnterprises(context.store)
        let officers = try context.store.officers()
        func code(_ id: OfficerID?) -> ExportCell { .text(officers.first { $0.id == id }?.code) }
        func yuan(_ money: Money?) -> ExportCell { money.map { .yuan($0.yuan) } ?? .nothing }
        func number(_ number: Int64?) -> ExportCell { number.map { .number($0) } ?? .nothing }
        let projects = known.all.filter { units.contains($0.unitID) }
        let reasons = try context.store.texts(projects.compactMap(\.entryReason?.id))
        return projects.map { project in
            let facts = project.facts
            let investors = project.investors.map { one in
                (one.enterprise?.description ?? one.name.flatMap { known.texts[$0.id] } ?? "")
                    + (one.share.map { "=\($0)" } ?? "")
            }
            return [
                .text(known.name(of: project)), .text(project.enterprise.flatMap { enterprises.title($0) }),
                .text(investors.joined(separator: "；")), .text(context.tree.byID[project.unitID]?.code),
                .text(project.kind.rawValue), .text(facts.industry), .text(facts.chain), .text(facts.origin),
                .text(facts.country), yuan(facts.plannedTotal), yuan(facts.plannedFixed),
                .text(facts.land.map(LandArea.text)), number(facts.energy), yuan(facts.output), yuan(facts.tax),
                number(facts.jobs), .text(facts.tier), .text(facts.park), code(project.people.manager),
                code(project.people.agent), code(project.people.leader),
                .text(project.steps.first?.date.description), .text(project.entryReason.flatMap { reasons[$0.id] }),
                .nothing,
            ]
        }
    }
}

/// Rows of a ledger against the records and the rows before them.
private struct ProjectLedger {
    let context: ReadContext
    let codes: CodeTables
    let known: KnownProjects
    let enterprises: KnownEnterprises
    let policy: ProjectPolicy
    private var seen = EarlierRows<String>()
    private var made: [Project] = []

    init(
        context: ReadContext, codes: CodeTables, known: KnownProjects, enterprises: KnownEnterprises,
        policy: ProjectPolicy
    ) {
        self.context = context
        self.codes = codes
        self.known = known
        self.enterprises = enterprises
        self.policy = policy
    }

    mutating func step(_ given: ImportedRow) throws -> ImportStep {
        var row = given
        row.require("name")
        let name = row.name("name") ?? ""
        let lists = try values(&row)
        let date = row.date("date")
        let reason = row.text("reason")
        let isDuplicate = (row.yes("duplicate") ?? false) || row.isNearAccepted
        let before = row.isRefused ? nil : try known(name, lists, &row)
        guard let shape = try shape(lists, before, &row), !row.isRefused else { return .refused(row, label: name) }
        let key = before?.id.description ?? Self.key(name, lists)
        let repeated = seen.step(
            row, [key], says: row.reading, label: name, field: "name", about: Phrase(zh: "一个项目", en: "project"))
        if let repeated { return repeated }
        let step: ImportStep
        if let before {
            step = try change(&row, name, before, shape, lists, date)
        } else {
            step = try create(&row, name, shape, lists, date, reason, isDuplicate)
        }
        if step.action != .refused { seen.keep(row, [key], says: row.reading) }
        return step
    }

    private mutating func create(
        _ row: inout ImportedRow, _ name: String, _ shape: Project, _ lists: [String: [String]], _ date: CivilDate?,
        _ reason: String?, _ isDuplicate: Bool
    ) throws -> ImportStep {
        guard let reason else {
            row.refuse(
                "reason", "incomplete", Phrase(zh: "新项目须写建项的原因", en: "a new project needs its reason"),
                Phrase(
                    zh: "补上“原因”一列；由线索而来的项目：zs project add lead:L-…",
                    en: "fill the reason; for one that comes from a lead: zs project add lead:L-…"))
            return .refused(row, label: name)
        }
        let today = context.today
        let codes = self.codes
        let creation: @Sendable (Project, TextStub, TextStub) -> ProjectCreation = { shape, name, reason in
            ProjectCreation(
                name: name, origin: .direct(reason: reason), unit: shape.unitID, kind: shape.kind, facts: shape.facts,
                people: shape.people, enterprise: shape.enterprise, investors: shape.investors, credit: shape.credit,
                date: date ?? today, overridesDuplicate: isDuplicate)
        }
        do {
            let siblings = (known.all + made).filter { $0.enterprise != nil && $0.enterprise == shape.enterprise }
            made.append(
                try creation(shape, shape.name, shape.name).project(
                    id: ProjectID(0), siblings: siblings, policy: policy, now: context.now,
                    by: context.caller.actingPerson))
        } catch {
            refuse(&row, error)
            return .refused(row, label: name)
        }
        let unit = shape.unitID
        return ImportStep(row, .create, label: name, promise: "\(shape.fields)") { context in
            var shape = Self.blank(unit)
            try ProjectDraft(KeyedWords(lists: lists), codes: codes).apply(to: &shape, context)
            let project = try context.create(creation(shape, context.keep(name), context.keep(reason)))
            try context.store.append("project.add", before: nil, after: project)
        }
    }

    private func change(
        _ row: inout ImportedRow, _ name: String, _ before: Project, _ shape: Project, _ lists: [String: [String]],
        _ date: CivilDate?
    ) throws -> ImportStep {
        if let date, let began = before.steps.first?.date, began != date {
            row.refuse(
                "date", "conflict", Phrase(zh: "\(before.id) 登记的是 \(began)", en: "\(before.id) has \(began)"),
                Phrase(
                    zh: "阶段日期用 zs project correct \(before.id) 更正",
                    en: "dates of stages are corrected with zs project correct \(before.id)"))
            return .refused(row, label: name)
        }
        var after = shape
        after.major = policy.isMajor(after.facts)
        guard after != before else {
            return ImportStep(row, .unchanged, subject: before.id.description, label: name)
        }
        let changes = Project.changes(from: before, to: after)
        let codes = self.codes
        let texts = known.texts
        return ImportStep(
            row, .change, subject: before.id.description, label: name, changes: changes, promise: "\(changes)"
        ) { context in
            var after = before
            // Texts that stay keep their stubs.
            let preview = KeepingDraft(context: context, known: before.investors.stubs(texts))
            try ProjectDraft(KeyedWords(lists: lists), codes: codes).apply(to: &after, preview)
            after.major = try context.store.projectPolicy(on: context.today).isMajor(after.facts)
            try context.store.append("project.edit", before: before, after: after)
        }
    }

    // MARK: reading

    private func values(_ row: inout ImportedRow) throws -> [String: [String]] {
        var lists: [String: [String]] = [:]
        let enterprise = try row.meaning("enterprise") { text in
            if let one = try enterprises.one(text) { return one }
            throw ZhaoshangError(
                .notFound, zh: "没有这家企业：\(text)", en: "no such enterprise: \(text)",
                hint: Phrase(
                    zh: "先登记企业（zs import enterprises），或把名称写在“投资方”一列",
                    en: "enter it first (zs import enterprises), or write the name in the column investor"))
        }
        if let enterprise { lists["enterprise"] = [enterprise.id.description] }
        let investors = EnterpriseWords.names(row.name("investor") ?? "")
        if !investors.isEmpty { lists["investor"] = investors }
        for (field, value) in row.values([
            "unit", "kind", "industry", "chain", "region", "country", "amount", "fixed", "land", "energy", "output",
            "tax", "jobs", "tier", "park", "manager", "agent", "leader",
        ]) {
            lists[field] = [value]
        }
        return lists
    }

    /// A project of the same enterprise and business may be another one all the same.
    private func refuse(_ row: inout ImportedRow, _ error: ZhaoshangError) {
        let isTwin = error.code == .conflict
        let remedy =
            isTwin
            ? Phrase(
                zh: "确为另一项目：--accept-near \(row.line)，或在“重复”列写“是”；同一项目：写成同样的名称",
                en:
                    "if another one is meant: --accept-near \(row.line), or yes in a column duplicate; if not, write the "
                    + "same name")
            : error.hint
        row.refuse(
            error.code == .badDate ? "date" : "name", error.code.rawValue, error.message, remedy, details: error.details
        )
    }

    /// What becomes of the project, each cell by itself, so that each problem names its column.
    private func shape(
        _ lists: [String: [String]], _ before: Project?, _ row: inout ImportedRow
    ) throws -> Project? {
        guard !row.isRefused else { return nil }
        var preview = DraftPreview(context)
        preview.known = before?.investors.stubs(known.texts) ?? [:]
        do {
            var shape =
                try before
                ?? Self.blank(
                    lists["unit"].map { try Bureau.unit(named: $0[0], in: context.tree).id } ?? context.contextUnit())
            for (field, list) in lists.sorted(by: { $0.key < $1.key }) {
                do {
                    try ProjectDraft(KeyedWords(lists: [field: list]), codes: codes).apply(to: &shape, preview)
                } catch {
                    try row.refuse(field, error)
                }
            }
            if let before { try context.authorise("import.projects", before.target(for: context.caller)) }
            try context.authorise("import.projects", shape.target(for: context.caller))
            return shape
        } catch {
            try row.refuse("unit", error)
            return nil
        }
    }

    private func known(
        _ name: String, _ lists: [String: [String]], _ row: inout ImportedRow
    ) throws -> Project? {
        if let text = row.sameAs { return try row.attempt("name") { try known.one(text) } }
        let found = known.named(name).filter { project in
            if let id = lists["enterprise"]?.first {
                return project.enterprise.flatMap { enterprises.all($0.description).first?.id.description } == id
            }
            guard let investors = lists["investor"] else { return true }
            let names = project.investors.compactMap {
                $0.name.flatMap { known.texts[$0.id] } ?? $0.enterprise?.description
            }
            return names.isEmpty || !Set(names).isDisjoint(with: investors.map { String($0.prefix { $0 != "=" }) })
        }
        guard found.count > 1 else { return found.first }
        row.refuse(
            "name", "ambiguous",
            Phrase(zh: "有 \(found.count) 个项目叫这个名称", en: "\(found.count) projects have this name"),
            Phrase(
                zh: "加上企业名称，或指明：--same \(row.line)=\(found[0].id)",
                en: "give the enterprise, or say which: --same \(row.line)=\(found[0].id)"),
            details: ["candidates": .list(found.map(\.id.description))])
        return nil
    }

    private static func key(_ name: String, _ lists: [String: [String]]) -> String {
        ([name] + (lists["enterprise"] ?? lists["investor"] ?? [])).joined(separator: "\u{1F}")
    }

    private static func blank(_ unit: UnitID) -> Project {
        Project(id: ProjectID(0), name: TextStub(id: 0, digest: ""), unit: unit, kind: .new)
    }
}

/// Records a draft, but keeps the stubs of texts that stay as they are.
private struct KeepingDraft: DraftContext {
    let context: WriteContext
    let known: [String: TextStub]

    var reading: any Reading { context.store }
    var tree: UnitTree { context.tree }
    var today: CivilDate { context.today }

    func keep(_ text: String) throws -> TextStub { try known[text] ?? context.keep(text) }
}

extension [Investor] {
    /// Names as typed, with what stands for them.
    fileprivate func stubs(_ texts: [Int64: String]) -> [String: TextStub] {
        Dictionary(compactMap(\.name).compactMap { stub in texts[stub.id].map { ($0, stub) } }) { first, _ in first }
    }
}
