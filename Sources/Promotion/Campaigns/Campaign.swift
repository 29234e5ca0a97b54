public import Identifiers
public import WorkCalendar

/// 招商活动: a season's or a single event of promotion.
public struct Campaign: Hashable, Sendable, Codable {
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case season, event
    }

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case planned, closed
    }

    public var id: CampaignID
    public var name: TextStub
    public var form: Form
    public var unitID: UnitID
    public var from: CivilDate
    public var until: CivilDate
    public var plan: TextStub?
    public var budget: Money?
    public var spent: Money?
    public var leads: [LeadID]
    public var outcome: TextStub?
    public var closedOn: CivilDate?

    public init(
        id: CampaignID, name: TextStub, form: Form, unit: UnitID, from: CivilDate, until: CivilDate,
        plan: TextStub? = nil, budget: Money? = nil, leads: [LeadID] = []
    ) {
        self.id = id
        self.name = name
        self.form = form
        self.unitID = unit
        self.from = from
        self.until = until
        self.plan = plan
        self.budget = budget
        self.leads = leads
    }

    public var state: State { closedOn == nil ? .planned : .closed }
}

extension Campaign: PromotionRecord {
    public typealias Kind = CampaignKey
    public static let noun = "campaign"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Campaign>] = [
        .id("unit") { $0.unitID }, .text("form") { $0.form.rawValue }, .text("state") { $0.state.rawValue },
        .date("from_on") { $0.from }, .date("until_on") { $0.until }, .number("budget") { $0.budget?.yuan },
        .number("spent") { $0.spent?.yuan }, .date("closed_on") { $0.closedOn },
    ]

    public var texts: [TextStub] { [name, plan, outcome].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("name", name), RecordField("kind", form.rawValue), RecordField("unit", unitID),
            RecordField("from", from), RecordField("until", until), RecordField("plan", plan),
            RecordField("budget", budget?.yuan), RecordField("spent", spent?.yuan),
            RecordField("leads", leads.isEmpty ? nil : leads.map(\.description).joined(separator: " ")),
            RecordField("outcome", outcome), RecordField("closed_on", closedOn),
        ]
    }
}
