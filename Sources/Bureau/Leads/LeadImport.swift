import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Leads out of a ledger: known again by title, investor and, where the ledger has it, the day they were received.
///
/// A ledger is history: what it says of the course of a lead (state, owner, dates) is read for leads that the records do
/// not have. From then on their course goes by the commands of leads.
struct LeadImport: ImportKind {
    let codes: CodeTables
    let name = "leads"
    let aliases = ["lead", "线索"]

    let columns = [
        ImportColumn("title", ["线索名称", "名称", "项目名称", "线索", "标题"], required: true),
        ImportColumn("source", ["来源", "线索来源", "来源渠道", "信息来源"], required: true),
        ImportColumn("investor", ["投资方", "投资人", "企业名称", "单位名称", "公司", "企业", "公司名称", "投资主体"]),
        ImportColumn(
            "amount", .amount, ["投资额", "投资金额", "计划投资", "计划投资额", "总投资", "金额", "预计投资"]),
        ImportColumn("industry", ["行业", "所属行业", "行业代码"]), ImportColumn("chain", ["产业链"]),
        ImportColumn("region", ["来源地", "地区", "所在地", "来源地区"]), ImportColumn("country", ["国别", "国家"]),
        ImportColumn("received", .date, ["接收日期", "收到日期", "登记日期", "日期", "接收", "received_at"]),
        ImportColumn("unit", ["机构", "责任单位", "承接单位", "专班"]),
        ImportColumn("state", ["状态", "当前状态", "线索状态", "办理状态", "进展", "进展情况", "研判结论", "结论"]),
        ImportColumn("owner", ["承办人", "经办人", "经办", "责任人", "负责人", "跟进人", "招商专员"]),
        ImportColumn("assigned_on", .date, ["分派日期", "分办日期", "交办日期", "assigned_at"]),
        ImportColumn(
            "responded_on", .date, ["答复日期", "响应日期", "首次联系", "首次联系日期", "首次对接日期", "对接日期", "first_contact_at"]),
        ImportColumn("verdict_on", .date, ["结论日期", "研判日期", "办结日期", "verdict_at"]),
        ImportColumn("feedback_on", .date, ["反馈日期", "反馈", "feedback_at"]), ImportColumn("introducer", ["引荐人", "介绍人"]),
        ImportColumn("tier", ["等级", "层级"]), ImportColumn("land", ["用地", "用地面积"]),
        ImportColumn("energy", .number, ["能耗"]), ImportColumn("output", .amount, ["产值", "年产值"]),
        ImportColumn("tax", .amount, ["税收", "年税收"]), ImportColumn("jobs", .number, ["就业", "就业人数"]),
    ]

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        var ledger = try LeadLedger(context, codes)
        let steps = try rows.map { try ledger.step($0) }
        return ImportSteps(
            steps: steps,
            isTouched: { event in
                ["lead.", "unit.", "enterprise.", "officer."].contains { event.verb.hasPrefix($0) }
            })
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let leads = try context.store.records(Lead.self, RecordFilter()).map(\.record).filter {
            units.contains($0.unitID)
        }
        let texts = try context.store.texts(leads.flatMap(\.texts).map(\.id))
        let officers = Dictionary(uniqueKeysWithValues: try context.store.officers().map { ($0.id, $0.code) })
        func text(_ stub: TextStub?) -> ExportCell { .text(stub.flatMap { texts[$0.id] }) }
        func day(_ moment: Instant?) -> ExportCell { .text(moment?.date.description) }
        return leads.map { lead in
            [
                text(lead.title), .text(lead.source.rawValue), text(lead.investor),
                lead.facts.investment.map { .yuan($0.yuan) } ?? .nothing, .text(lead.facts.industry),
                .text(lead.facts.chain), .text(lead.facts.region), .text(lead.facts.country),
                .text(lead.receivedOn.description), .text(context.tree.byID[lead.unitID]?.code),
                .text(lead.state.rawValue), .text(lead.owner.flatMap { officers[$0] }), day(lead.course.assignedAt),
                day(lead.course.firstContactAt), day(lead.course.verdictAt), day(lead.course.feedbackAt),
                text(lead.introducer), .text(lead.tier?.rawValue), .text(lead.facts.land.map(LandArea.text)),
                lead.facts.energy.map { .number($0) } ?? .nothing,
                lead.facts.output.map { .yuan($0.yuan) } ?? .nothing,
                lead.facts.tax.map { .yuan($0.yuan) } ?? .nothing, lead.facts.jobs.map { .number($0) } ?? .nothing,
            ]
        }
    }
}

/// Rows of a ledger against the records and the rows before them.
private struct LeadLedger {
    private let context: ReadContext
    private let codes: CodeTables
    private let known: KnownLeads
    private let officers: [Officer]
    private let policy: LeadPolicy
    private var seen = EarlierRows<String>()

    init(_ context: ReadContext, _ codes: CodeTables) throws {
        self.context = context
        self.codes = codes
        known = try KnownLeads(context.store)
        officers = try context.store.officers()
        policy = try context.store.leadPolicy(on: context.today)
    }

    mutating func step(_ given: ImportedRow) throws -> ImportStep {
        var row = given
        let draft = try draft(&row)
        let history = try history(&row)
        let unit = try unit(&row, history.owner)
        let label = draft.title ?? ""
        guard let title = draft.title, let unit, !row.isRefused else { return .refused(row, label: label) }
        let key = [title, draft.investor ?? "", draft.values["received"] ?? ""].joined(separator: "\u{1F}")
        let repeated = seen.step(
            row, [key], says: row.reading, label: title, field: "title", about: Phrase(zh: "一条线索", en: "lead"))
        if let repeated { return repeated }
        seen.keep(row, [key], says: row.reading)
        if let before = known.lead(draft, title) { return try change(&row, draft, before, history) }
        return try create(&row, draft, unit, history)
    }

    private func create(
        _ row: inout ImportedRow, _ draft: LeadDraft, _ unit: UnitID, _ history: LeadHistory
    ) throws -> ImportStep {
        let title = draft.title ?? ""
        let codes = self.codes
        var shape = Lead(
            id: LeadID(0), title: TextStub(id: 0, digest: ""), source: .visitOut, unit: unit, receivedAt: context.now)
        if let day = draft.values["received"] { shape.receivedAt = try LeadReading.moment(day, now: context.now) }
        shape.facts = try LeadReading.facts(draft.values, LeadFacts(), codes: codes, today: context.today)
        shape.tier = try draft.values["tier"].map { try LeadReading.tier($0) }
        shape.introducer = draft.values["introducer"].map { _ in shape.title }
        switch history.applied(to: shape, at: context.now) {
        case .failure(let problems):
            for problem in problems.list { row.refuse(problem.field, "refused", problem.message, problem.remedy) }
            return .refused(row, label: title)
        case .success(let lead):
            mentionLapsed(&row, LeadClock.lapsed(before: lead, policy, context.calendar))
        }
        let promise = "\(unit) \(history.owner.map { "\($0)" } ?? "-")"
        return ImportStep(row, .create, label: title, promise: promise) { context in
            var draft = draft
            draft.values["unit"] = unit.description
            var lead = try context.newLead(draft, codes: codes)
            lead.registeredBy = context.caller.principal?.id
            // The row was read as of the plan; only the clock has gone on since.
            try context.record("lead.added", nil, history.applied(to: lead, at: context.now).get())
        }
    }

    private func change(
        _ row: inout ImportedRow, _ draft: LeadDraft, _ before: Lead, _ history: LeadHistory
    ) throws -> ImportStep {
        let title = draft.title ?? ""
        if let state = history.state, state != before.state {
            row.mention(
                "state", "state_kept",
                Phrase(
                    zh: "\(before.id) 现为“\(before.state.name.zh)”，导入不改状态",
                    en: "\(before.id) is \(before.state.name.en); an import changes no state"),
                Phrase(zh: "查看：zs lead show \(before.id)", en: "see: zs lead show \(before.id)"))
        }
        var after = before
        after.facts = try LeadReading.facts(draft.values, before.facts, codes: codes, today: context.today)
        if let source = draft.values["source"] { after.source = try LeadReading.source(source) }
        if let tier = draft.values["tier"] { after.tier = try LeadReading.tier(tier) }
        guard after != before else {
            return ImportStep(row, .unchanged, subject: before.id.description, label: title)
        }
        let changes = Lead.changes(from: before, to: after)
        let changed = after
        return ImportStep(
            row, .change, subject: before.id.description, label: title, changes: changes, promise: "\(changes)"
        ) { context in
            try context.record("lead.edited", before, changed)
        }
    }

    private func mentionLapsed(_ row: inout ImportedRow, _ lapsed: [(clock: LeadClock, due: CivilDate)]) {
        guard !lapsed.isEmpty else { return }
        let zh = lapsed.map { "\($0.clock.name.zh) \($0.due)" }.joined(separator: "、")
        let en = lapsed.map { "\($0.clock.name.en) \($0.due)" }.joined(separator: ", ")
        row.mention(
            "received", "lapsed",
            Phrase(zh: "导入前已到期：\(zh)；不计时、不提醒", en: "due before the import: \(en); no clock, no reminders"),
            Phrase(
                zh: "补上状态和日期；执行后查看：zs lead list lapsed:yes",
                en: "add state and dates; once applied, see: zs lead list lapsed:yes"))
    }

    // MARK: reading

    /// What the row says, each value read as `zs lead add` reads it.
    private func draft(_ row: inout ImportedRow) throws -> LeadDraft {
        row.require("title")
        row.require("source")
        var draft = try LeadDraft(CommandWords())
        draft.title = row.name("title")
        draft.investor = row.name("investor")
        draft.values = row.values([
            "source", "amount", "industry", "chain", "region", "country", "received", "introducer", "tier", "land",
            "energy", "output", "tax", "jobs",
        ])
        let values = draft.values
        _ = try row.attempt("source") { try values["source"].map { try LeadReading.source($0) } }
        _ = try row.attempt("tier") { try values["tier"].map { try LeadReading.tier($0) } }
        _ = try row.attempt("received") {
            try values["received"].map { try LeadReading.moment($0, now: context.now) }
        }
        for field in ["industry", "region", "country", "land"] {
            guard let value = values[field] else { continue }
            _ = try row.attempt(field) {
                try LeadReading.facts([field: value], LeadFacts(), codes: codes, today: context.today)
            }
        }
        return draft
    }

    private func history(_ row: inout ImportedRow) throws -> LeadHistory {
        var history = LeadHistory()
        history.state = try row.meaning("state") { try LeadReading.state($0) }
        history.owner = try row.meaning("owner") { try Bureau.officer(named: $0, in: officers).id }
        func moment(_ field: String) throws -> Instant? {
            guard let day = row.date(field)?.description else { return nil }
            return try row.attempt(field) { try LeadReading.moment(day, now: context.now) }
        }
        history.assignedAt = try moment("assigned_on")
        history.respondedAt = try moment("responded_on")
        history.verdictAt = try moment("verdict_on")
        history.feedbackAt = try moment("feedback_on")
        return history
    }

    /// The unit that the row names, else its owner's, else the caller's.
    private func unit(_ row: inout ImportedRow, _ owner: OfficerID?) throws -> UnitID? {
        try row.unit("import.leads", context) {
            if let owner, let unit = officers.first(where: { $0.id == owner })?.unit(on: context.today) { return unit }
            return try context.contextUnit()
        }
    }
}

/// Leads of the records by title; an investor that became an enterprise of the records counts for any name.
private struct KnownLeads {
    private var byTitle: [String: [(lead: Lead, investor: String?)]] = [:]

    init(_ store: any Reading) throws {
        let leads = try store.records(Lead.self, RecordFilter()).map(\.record)
        let texts = try store.texts(leads.flatMap { [$0.title, $0.investor].compactMap { $0?.id } })
        for lead in leads {
            guard let title = texts[lead.title.id] else { continue }
            byTitle[title, default: []].append((lead, lead.investor.flatMap { texts[$0.id] }))
        }
    }

    func lead(_ draft: LeadDraft, _ title: String) -> Lead? {
        byTitle[title]?.first { known in
            guard known.lead.enterprise != nil || known.investor == draft.investor else { return false }
            return draft.values["received"].map { $0 == known.lead.receivedOn.description } ?? true
        }?.lead
    }
}
