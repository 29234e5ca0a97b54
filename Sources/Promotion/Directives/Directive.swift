public import Identifiers
public import WorkCalendar

/// 督办单: a supervisor's order about a record, to be answered by a date.
public struct Directive: Hashable, Sendable, Codable {
    public enum Colour: String, Hashable, Sendable, Codable, CaseIterable {
        /// 提醒, 预警, 督办.
        case blue, yellow, red
    }

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case issued, replied, closed
    }

    public var id: DirectiveID
    public var colour: Colour
    /// The record it is about: `P-3`, `L-7`.
    public var about: String
    /// The task whose delay brought it forth, for one that the scheduler issued.
    public var task: TaskID?
    /// Who has to answer.
    public var addressee: OfficerID?
    public var unitID: UnitID
    /// Absent for one that the scheduler issued.
    public var text: TextStub?
    public var issuedOn: CivilDate
    public var issuedBy: String
    public var dueOn: CivilDate
    public var reply: TextStub?
    public var repliedAt: Instant?
    public var repliedBy: String?
    public var closedAt: Instant?
    public var closedBy: String?
    public var closingNote: TextStub?

    public init(
        id: DirectiveID, colour: Colour, about: String, task: TaskID? = nil, addressee: OfficerID?, unit: UnitID,
        text: TextStub?, issuedOn: CivilDate, issuedBy: String, dueOn: CivilDate
    ) {
        self.id = id
        self.colour = colour
        self.about = about
        self.task = task
        self.addressee = addressee
        self.unitID = unit
        self.text = text
        self.issuedOn = issuedOn
        self.issuedBy = issuedBy
        self.dueOn = dueOn
    }

    public var state: State {
        if closedAt != nil { return .closed }
        return repliedAt == nil ? .issued : .replied
    }
}

extension Directive: PromotionRecord {
    public typealias Kind = DirectiveKey
    public static let noun = "directive"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Directive>] = [
        .text("about") { $0.about }, .id("task") { $0.task }, .id("unit") { $0.unitID },
        .id("addressee") { $0.addressee }, .text("colour") { $0.colour.rawValue },
        .text("state") { $0.state.rawValue }, .date("issued_on") { $0.issuedOn }, .date("due_on") { $0.dueOn },
        .instant("replied_at") { $0.repliedAt }, .instant("closed_at") { $0.closedAt },
    ]

    public var texts: [TextStub] { [text, reply, closingNote].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("colour", colour.rawValue), RecordField("about", about), RecordField("task", task),
            RecordField("addressee", addressee), RecordField("unit", unitID), RecordField("text", text),
            RecordField("issued_on", issuedOn), RecordField("due_on", dueOn), RecordField("state", state.rawValue),
            RecordField("reply", reply), RecordField("replied_by", repliedBy), RecordField("closed_by", closedBy),
            RecordField("closing_note", closingNote),
        ]
    }
}
