import Cadence
import Identifiers
public import Labels
public import Promotion
import WorkCalendar

/// A lead as people see it.
public struct LeadView: Sendable {
    public var lead: Lead
    public var title: String?
    public var introducer: String?
    public var investor: String?
    public var destination: String?
    public var ownerName: Phrase?
    public var unitName: Phrase
    public var enterpriseName: String?
    /// Its clocks, those that still run first.
    public var clocks: [TaskView]
    /// A clock ran out so long ago that the lead is proposed for another officer.
    public var isReassignmentProposed: Bool
}

public struct ScreeningView: Sendable {
    public var screening: Screening
    public var officerName: Phrase
    public var reason: String?
    public var nextStep: String?
}

public struct LeadFile: Sendable {
    public var view: LeadView
    public var screenings: [ScreeningView]
    public var lines: [EntryView]
}

extension Bureau {
    /// `zs lead list [state: unit: owner: chain: industry: region: since: until: amount: overdue: stale: lapsed: …]`: open ones by
    /// default, newest first.
    public func listLeads(_ words: CommandWords, caller: Caller) async throws -> [LeadView] {
        try await read(caller) { context in
            let list = try ListWords(
                words,
                reading: [
                    "state", "unit", "owner", "officer", "chain", "industry", "region", "since", "until", "period",
                    "overdue", "stale", "amount", "sort", "limit", "after",
                ],
                more: [
                    "tier": "tier", "等级": "tier", "source": "source", "来源": "source", "lapsed": "lapsed",
                    "导入前逾期": "lapsed",
                ])
            var filter = try context.leadFilter(list)
            let limit = try list.limit()
            let picks = list.flag("overdue") || list.flag("stale") || list.flag("lapsed")
            filter.limit = picks ? nil : limit
            let leads = try context.store.records(Lead.self, filter).map(\.record)
            let views = try LeadViews(context).views(leads)
            guard picks else { return views }
            let policy = try context.store.leadPolicy(on: context.today)
            return Array(
                views.filter { view in
                    if list.flag("lapsed") {
                        return !LeadClock.lapsed(before: view.lead, policy, context.calendar).isEmpty
                    }
                    return view.clocks.contains { clock in
                        clock.overdueLevel > 0
                            && (list.flag("overdue") || clock.task.occurrence.hasPrefix(LeadClock.progress.rawValue))
                    }
                }.prefix(limit))
        }
    }

    public func showLead(_ text: String, caller: Caller) async throws -> LeadFile {
        try await read(caller) { context in
            let lead = try LeadNaming.lead(text, context.store)
            try context.authorise("lead.show", lead.accessTarget)
            let views = try LeadViews(context)
            guard let view = try views.views([lead]).first else { throw ReportProblem.unknownUnit(lead.unitID) }
            let names = try Names(context.store)
            let screenings = try context.store.records(
                Screening.self, RecordFilter([.equals("lead", lead.id)])
            ).map(\.record)
            let texts = try context.store.texts(screenings.flatMap(\.texts).map(\.id))
            let lines = try context.store.entries(
                EntryFilter(record: lead.id.description, includeAutomatic: false, limit: 200))
            return LeadFile(
                view: view,
                screenings: screenings.map {
                    ScreeningView(
                        screening: $0, officerName: names.officer($0.officer),
                        reason: $0.reason.flatMap { texts[$0.id] }, nextStep: $0.nextStep.flatMap { texts[$0.id] })
                }, lines: try names.views(lines, context.store))
        }
    }
}

extension ReadContext {
    fileprivate func leadFilter(_ list: ListWords) throws -> RecordFilter {
        var conditions: [RecordFilter.Condition] = []
        if let units = try list.units(self, "lead.list") { conditions.append(.anyOf("unit", units)) }
        if let owner = try list.officer("owner", self) ?? list.officer("officer", self) {
            conditions.append(.equals("owner", owner))
        }
        if let states = list.keyed.list("state") {
            if states != ["all"] && states != ["全部"] {
                conditions.append(.anyOf("state", try states.map { try Self.leadState($0).rawValue }))
            }
        } else {
            conditions.append(.anyOf("state", LeadState.allCases.filter { $0.isOpen }.map(\.rawValue)))
        }
        if let tier = list.keyed.value("tier") {
            conditions.append(.equals("tier", try LeadReading.tier(tier).rawValue))
        }
        if let source = list.keyed.value("source") {
            conditions.append(.equals("source", try LeadReading.source(source).rawValue))
        }
        for key in ["chain", "industry", "region"] {
            if let value = list.keyed.value(key) { conditions.append(.equals(key, value)) }
        }
        if let days = try list.days(today: today) { conditions.append(.dates("received_on", days)) }
        conditions += try list.amounts(of: "investment")
        let order = try list.order([
            "received": .init(facet: "received_at", descending: true), "id": .init(facet: nil, descending: true),
            "amount": .init(facet: "investment", descending: true),
        ])
        var filter = RecordFilter(conditions, order: order.facet, descending: order.descending)
        if let after = try list.after(LeadID.self) {
            filter.after = after
            filter.order = nil
        }
        return filter
    }

    private static func leadState(_ text: String) throws -> LeadState {
        if let state = LeadState(word: text) { return state }
        throw LeadReading.unknown(
            "state", text, LeadState.allCases.map(\.rawValue) + ["all"], Phrase(zh: "状态", en: "state"))
    }
}

/// Leads with their names, texts and clocks: one look-up of each for all.
private struct LeadViews {
    let context: ReadContext
    let names: Names
    let tasks: TaskViews

    init(_ context: ReadContext) throws {
        self.context = context
        names = try Names(context.store)
        tasks = try TaskViews(context)
    }

    func views(_ leads: [Lead]) throws -> [LeadView] {
        let texts = try context.store.texts(leads.flatMap(\.texts).map(\.id))
        let investors = try context.store.records(
            Enterprise.self, RecordFilter([.anyOf("id", leads.compactMap(\.enterprise))]))
        let enterprises = Dictionary(uniqueKeysWithValues: investors.map { ($0.record.id, $0.record.name) })
        return try leads.map { lead in
            let clocks = try context.store.tasks(
                TaskFilter(source: lead.id.description, product: .clock, byDue: false)
            ).filter { $0.status.state != .void }.map { tasks.view($0) }
            return LeadView(
                lead: lead, title: texts[lead.title.id], introducer: lead.introducer.flatMap { texts[$0.id] },
                investor: lead.investor.flatMap { texts[$0.id] },
                destination: lead.destination.flatMap { texts[$0.id] },
                ownerName: lead.owner.map(names.officer), unitName: names.unit(lead.unitID),
                enterpriseName: lead.enterprise.flatMap { enterprises[$0] },
                clocks: clocks.filter { $0.task.status.isPending } + clocks.filter { !$0.task.status.isPending },
                isReassignmentProposed: clocks.contains { $0.overdueLevel >= 3 })
        }
    }
}
