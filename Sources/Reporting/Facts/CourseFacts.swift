public import Identifiers
public import Labels
public import Promotion
public import WorkCalendar

/// A project under way, as a report of its last day sees it.
public struct ProjectCourse: Sendable {
    public var fact: ProjectFact
    public var plannedTotal: Money?
    public var suspended: Bool
    public var light: ProjectLight.Colour
    /// Why the light is not green.
    public var reasons: [Phrase]
    public var lastProgress: CivilDate?
    /// The first milestone that was not done.
    public var next: DueItem?
    /// The latest line of the report's own days that tells of it; and the latest one that is tagged as a blocker.
    public var progress: Entry?
    public var blocker: Entry?
    /// Milestones and commitments that are overdue or due in the period that follows.
    public var due: [DueItem]

    public init(
        fact: ProjectFact, plannedTotal: Money? = nil, suspended: Bool = false,
        light: ProjectLight.Colour = .green, reasons: [Phrase] = [], lastProgress: CivilDate? = nil,
        next: DueItem? = nil, progress: Entry? = nil, blocker: Entry? = nil, due: [DueItem] = []
    ) {
        self.fact = fact
        self.plannedTotal = plannedTotal
        self.suspended = suspended
        self.light = light
        self.reasons = reasons
        self.lastProgress = lastProgress
        self.next = next
        self.progress = progress
        self.blocker = blocker
        self.due = due
    }

    /// Yellow and red ones: no progress, a late start, behind schedule.
    public var isStalled: Bool { light >= .yellow }

    /// What it is worth to the agenda: its contracts, else the planned total.
    public var amount: Money { fact.contract > .zero ? fact.contract : plannedTotal ?? .zero }

    /// Lines with one of these tags tell of what holds a project up.
    public static let blockerTags: Set<String> = ["堵点", "问题", "困难", "blocker"]
}

/// Something of a project that has a date: a milestone, a commitment.
public struct DueItem: Hashable, Sendable {
    public var id: String
    public var text: TextStub
    public var dueOn: CivilDate

    public init(id: String, text: TextStub, dueOn: CivilDate) {
        self.id = id
        self.text = text
        self.dueOn = dueOn
    }
}

/// A supervisor's order that was not closed by the end of the period.
public struct DirectiveFact: Hashable, Sendable {
    public var id: DirectiveID
    public var colour: Directive.Colour
    public var about: String
    public var unit: UnitID
    public var addressee: OfficerID?
    public var text: TextStub?
    public var issuedOn: CivilDate
    public var dueOn: CivilDate
    public var replied: Bool

    public init(_ directive: Directive, through day: CivilDate) {
        id = directive.id
        colour = directive.colour
        about = directive.about
        unit = directive.unitID
        addressee = directive.addressee
        text = directive.text
        issuedOn = directive.issuedOn
        dueOn = directive.dueOn
        replied = directive.repliedAt.map { $0.date <= day } ?? false
    }
}

/// A campaign of the period: what was planned and what came of it.
public struct CampaignFact: Hashable, Sendable {
    public var campaign: Campaign
    /// Projects first signed by its leads or at it; a lead or project of several campaigns counts for the first.
    public var signed: Int64
    public var contract: Money
    public var funds: Money
    public var leads: Int64

    public init(campaign: Campaign, leads: Int64 = 0, signed: Int64 = 0, contract: Money = .zero, funds: Money = .zero)
    {
        self.campaign = campaign
        self.leads = leads
        self.signed = signed
        self.contract = contract
        self.funds = funds
    }
}

/// What a day brought: a lead, a stage, an agreement, funds.
public struct DayChange: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case lead
        case stage(Stage)
        case agreement
        case funds(Funds.State)
    }

    public var id: String
    public var kind: Kind
    public var name: TextStub?
    public var unit: UnitID
    public var amount: Money?

    public init(id: String, kind: Kind, name: TextStub?, unit: UnitID, amount: Money? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
        self.unit = unit
        self.amount = amount
    }
}
