import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Lists of what belongs to projects.
extension Bureau {
    public func listAgreements(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("agreement.list", Agreement.self, date: "signed_on", words, caller) { agreement, _ in
            Self.state(of: agreement)
        }
    }

    public func listFunds(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("funds.list", Funds.self, date: "arrived_on", words, caller)
    }

    public func listCommitments(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("commitment.list", Commitment.self, date: "due_on", words, caller) {
            commitment, today in
            [("state", .text(commitment.standing(on: today).rawValue))]
        }
    }

    public func listMilestones(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("milestone.list", Milestone.self, date: "due_on", words, caller) { milestone, today in
            let state = milestone.doneOn != nil ? "done" : milestone.dueOn < today ? "overdue" : "open"
            return [("state", .text(state))]
        }
    }

    public func listDirectives(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("directive.list", Directive.self, date: "issued_on", words, caller) {
            directive, today in
            directive.state == .issued && directive.dueOn < today ? [("overdue", .text("yes"))] : []
        }
    }

    public func listCampaigns(_ words: CommandWords, caller: Caller) async throws -> [RecordView] {
        try await listBelongings("campaign.list", Campaign.self, date: "from_on", words, caller) { campaign, _ in
            [("state", .text(campaign.state.rawValue))]
        }
    }

    /// Absent while it stands.
    static func state(of agreement: Agreement) -> [(String, RecordView.Value)] {
        agreement.voiding == nil ? [] : [("state", .text("voided"))]
    }

    private func listBelongings<Record: PromotionRecord>(
        _ verb: String, _ type: Record.Type, date: String, _ words: CommandWords, _ caller: Caller,
        _ computed: @escaping @Sendable (Record, CivilDate) -> [(String, RecordView.Value)] = { _, _ in [] }
    ) async throws -> [RecordView] {
        try await read(caller) { context in
            let keyed = try KeyedWords(words, keys: Self.belongingKeys)
            var conditions: [RecordFilter.Condition] = []
            let facets = Set(Record.facets.map(\.name))
            if let units = try context.filterUnits(verb, keyed), facets.contains("unit") {
                conditions.append(.anyOf("unit", units))
            }
            if facets.contains("project"), let text = keyed.value("project") ?? keyed.plain.first {
                conditions.append(.equals("project", try context.store.project(named: text).id))
            }
            if facets.contains("about"), let about = keyed.value("about") ?? keyed.value("project") ?? keyed.plain.first
            {
                conditions.append(.equals("about", about.uppercased()))
            }
            if let text = keyed.value("id"), let id = Identifier<Record.Kind>(text) {
                conditions.append(.equals("id", .number(id.number)))
            }
            if let dates = try keyed.dates(today: context.today) { conditions.append(.dates(date, dates)) }
            for (key, facet) in [
                ("kind", "form"), ("kind", "category"), ("kind", "component"), ("colour", "colour"),
                ("voucher", "voucher"),
            ] where facets.contains(facet) {
                guard let value = keyed.value(key) else { continue }
                conditions.append(
                    .equals(facet, key == "voucher" ? FundsRecording.normalizedVoucher(value) ?? value : value))
            }
            if let due = keyed.value("within"), facets.contains("due_on") {
                let days = Int(try ProjectDraft.whole("within", due.filter { $0.isASCII && $0.isNumber }))
                conditions.append(.dates("due_on", context.today...(context.today + days)))
            }
            let found = try context.store.records(
                type,
                RecordFilter(
                    conditions, after: keyed.value("after").flatMap { Identifier<Record.Kind>($0)?.number },
                    limit: keyed.value("state") == nil ? keyed.value("limit").flatMap { Int($0) } ?? 1000 : nil)
            ).map(\.record)
            let views = try context.views(found) { computed($0, context.today) }
            guard let state = keyed.value("state") else { return views }
            return views.filter { $0["state"] == .text(state) }
        }
    }

    static let belongingKeys: [String: String] = [
        "project": "project", "项目": "project", "about": "about", "对象": "about", "id": "id", "unit": "unit",
        "机构": "unit", "state": "state", "状态": "state", "kind": "kind", "category": "kind", "component": "kind",
        "类型": "kind", "类别": "kind", "colour": "colour", "颜色": "colour", "voucher": "voucher", "凭证": "voucher",
        "since": "since", "from": "since", "自": "since", "until": "until", "to": "until", "至": "until",
        "period": "period", "期间": "period", "on": "on", "日期": "on", "within": "within", "天内": "within",
        "limit": "limit", "after": "after",
    ]
}
