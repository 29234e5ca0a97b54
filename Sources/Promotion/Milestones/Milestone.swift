public import Identifiers
public import WorkCalendar

/// 节点: a step of a project's schedule.
public struct Milestone: Hashable, Sendable, Codable {
    public var id: MilestoneID
    public var project: ProjectID
    public var text: TextStub
    public var dueOn: CivilDate
    public var doneOn: CivilDate?
    /// How much of the schedule it is, relative to the project's other ones.
    public var weight: Int64
    public var unitID: UnitID
    public var owner: OfficerID?

    public init(
        id: MilestoneID, project: ProjectID, text: TextStub, dueOn: CivilDate, doneOn: CivilDate? = nil,
        weight: Int64 = 1, unit: UnitID, owner: OfficerID?
    ) {
        self.id = id
        self.project = project
        self.text = text
        self.dueOn = dueOn
        self.doneOn = doneOn
        self.weight = weight
        self.unitID = unit
        self.owner = owner
    }
}

extension Milestone: PromotionRecord {
    public typealias Kind = MilestoneKey
    public static let noun = "milestone"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Milestone>] = [
        .id("project") { $0.project }, .id("unit") { $0.unitID }, .id("owner") { $0.owner },
        .date("due_on") { $0.dueOn }, .date("done_on") { $0.doneOn },
    ]

    public var texts: [TextStub] { [text] }

    public var fields: [RecordField] {
        [
            RecordField("project", project), RecordField("text", text), RecordField("due_on", dueOn),
            RecordField("done_on", doneOn), RecordField("weight", weight), RecordField("owner", owner),
        ]
    }
}
