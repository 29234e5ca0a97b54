/// What waits for the caller, each part by due time.
public struct AgendaRecord: Hashable, Sendable, Codable {
    public var overdue: [TaskRecord]
    /// Until the end of today.
    public var due: [TaskRecord]
    /// Handed in by others, for the caller to accept or return.
    public var waiting: [TaskRecord]
    /// The few that are due first after today.
    public var next: [TaskRecord]

    public init(overdue: [TaskRecord], due: [TaskRecord], waiting: [TaskRecord], next: [TaskRecord]) {
        self.overdue = overdue
        self.due = due
        self.waiting = waiting
        self.next = next
    }
}

/// One state of the agenda, as `GET /v1/watch` sends it in an event `agenda` whenever it becomes another one.
public struct AgendaDocument: WireDocument {
    public static let schema = "zhaoshang/agenda.v1"

    public var schema: String = Self.schema
    public var agenda: AgendaRecord

    public init(agenda: AgendaRecord) {
        self.agenda = agenda
    }
}
