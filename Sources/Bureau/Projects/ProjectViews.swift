import Identifiers
import Labels
public import Promotion
import WorkCalendar

/// A project as people see it, with everything that belongs to it.
public struct ProjectView: Sendable {
    public var record: RecordView
    public var dossier: ProjectDossier
    public var light: ProjectLight
    public var flags: [PaddingFlag]
    /// Texts of the steps' reasons by id.
    public var texts: [Int64: String]
    public var reviews: [RecordView]
    public var agreements: [RecordView]
    public var funds: [RecordView]
    public var commitments: [RecordView]
    public var milestones: [RecordView]

    public var project: Project { dossier.project }
}

extension Bureau {
    public func showProject(_ text: String, caller: Caller) async throws -> ProjectView {
        try await read(caller) { context in
            let project = try context.store.project(named: text)
            try context.authorise("project.show", .unit(project.unitID))
            return try context.projectView(project)
        }
    }

    /// `zs project list [stage: unit: chain: industry: region: light: flag: amount:1亿..10亿 …]`: active ones by default.
    public func listProjects(_ words: CommandWords, caller: Caller) async throws -> [ProjectView] {
        try await read(caller) { context in
            let keyed = try KeyedWords(words, keys: Self.projectFilterKeys, allowPlain: false)
            var conditions: [RecordFilter.Condition] = []
            if let units = try context.filterUnits("project.list", keyed) { conditions.append(.anyOf("unit", units)) }
            try Self.addStage(keyed.value("stage"), to: &conditions)
            for (key, facet) in [("chain", "chain"), ("tier", "tier"), ("park", "park"), ("kind", "kind")] {
                if let value = keyed.value(key) { conditions.append(.equals(facet, value)) }
            }
            if let industry = keyed.value("industry") {
                conditions.append(.equals(industry.count == 1 ? "section" : "industry", industry.uppercased()))
            }
            if let region = keyed.value("region") {
                let code = Province.code(named: region) ?? region
                conditions.append(.equals(code.hasSuffix("0000") ? "province" : "origin", code))
            }
            let officers = try context.store.officers()
            for (key, facet) in [("owner", "manager"), ("leader", "leader")] {
                guard let name = keyed.value(key) else { continue }
                conditions.append(.equals(facet, try Self.officer(named: name, in: officers).id))
            }
            if let text = keyed.value("enterprise"), let id = EnterpriseID(text) {
                conditions.append(.equals("enterprise", id))
            }
            if let range = keyed.value("amount") {
                let (low, high) = try ListWords.amounts(range)
                conditions.append(
                    .between("planned_total", low.map(FacetValue.number), high.map(FacetValue.number)))
            }
            if let major = keyed.value("major") {
                conditions.append(.equals("major", .number(UnitWords.yes(major) ? 1 : 0)))
            }
            if let dates = try keyed.dates(today: context.today) {
                conditions.append(.dates(Stage.negotiating.facet, dates))
            }
            let isComputed = keyed.value("light") != nil || keyed.value("flag") != nil
            let limit = keyed.value("limit").flatMap { Int($0) } ?? 1000
            let projects = try context.store.records(
                Project.self,
                RecordFilter(
                    conditions, after: keyed.value("after").flatMap { ProjectID($0)?.number },
                    limit: isComputed ? nil : limit)
            ).map(\.record)
            let views = try context.projectViews(projects).filter { view in
                (keyed.value("light").map { $0 == view.light.colour.rawValue } ?? true)
                    && (keyed.value("flag").map { flag in
                        view.flags.contains { $0.kind.rawValue == flag || (flag == "any" || flag == "all") }
                    } ?? true)
            }
            return Array(views.prefix(limit))
        }
    }

    private static func addStage(_ text: String?, to conditions: inout [RecordFilter.Condition]) throws {
        guard let text, !["all", "全部"].contains(text.lowercased()) else { return }
        let chinese: [String: ProjectStanding] = ["暂缓": .suspended, "终止": .terminated, "在推": .active]
        if let standing = ProjectStanding(rawValue: text.lowercased()) ?? chinese[text] {
            conditions.append(.equals("standing", standing.rawValue))
        } else if let stage = Stage(word: text) {
            conditions.append(.equals("stage", stage.rawValue))
            conditions.append(.equals("standing", ProjectStanding.active.rawValue))
        } else {
            let known = Stage.allCases.map(\.rawValue) + ProjectStanding.allCases.map(\.rawValue)
            throw ProjectDraft.unknown(text, Phrase(zh: "阶段", en: "stage"), known)
        }
    }

    static let projectFilterKeys: [String: String] = [
        "unit": "unit", "机构": "unit", "stage": "stage", "state": "stage", "阶段": "stage", "状态": "stage",
        "chain": "chain", "产业链": "chain", "industry": "industry", "行业": "industry", "region": "region",
        "来源地": "region", "tier": "tier", "层级": "tier", "park": "park", "园区": "park", "kind": "kind", "类型": "kind",
        "owner": "owner", "officer": "owner", "manager": "owner", "负责人": "owner", "leader": "leader", "领导": "leader",
        "enterprise": "enterprise", "企业": "enterprise", "amount": "amount", "金额": "amount", "major": "major",
        "重大": "major", "light": "light", "灯": "light", "flag": "flag", "嫌疑": "flag", "since": "since",
        "until": "until", "period": "period", "期间": "period", "limit": "limit", "after": "after",
    ]
}

extension ReadContext {
    func projectView(_ project: Project) throws -> ProjectView { try projectViews([project])[0] }

    func projectViews(_ projects: [Project]) throws -> [ProjectView] {
        let policy = try store.projectPolicy(on: today)
        let dossiers = try store.dossiers(of: projects)
        let kin = try ProjectKin(of: dossiers, store)
        let notes = try store.progressNotes(of: projects.map(\.id), through: today)
        let texts = try store.texts(projects.flatMap { $0.steps.compactMap { $0.reason?.id } })
        let records = try views(projects)
        return try zip(dossiers, records).map { dossier, record in
            ProjectView(
                record: record, dossier: dossier,
                light: ProjectLight(dossier, today: today, policy: policy),
                flags: PaddingFlag.all(
                    of: dossier, others: kin.others(than: dossier), notes: notes[dossier.project.id] ?? []),
                texts: texts, reviews: try views(dossier.reviews),
                agreements: try views(dossier.agreements, extra: Bureau.state),
                funds: try views(dossier.funds),
                commitments: try views(dossier.commitments) { [("state", .text($0.standing(on: today).rawValue))] },
                milestones: try views(dossier.milestones))
        }
    }
}
