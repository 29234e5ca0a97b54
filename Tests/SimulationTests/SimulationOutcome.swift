import WorkCalendar

/// What a run came to.
struct SimulationOutcome: Sendable {
    struct Finding: Sendable {
        var at: Instant
        var text: String
    }

    /// The first finding of each invariant; 0 for a promise without a number.
    var violations: [Int: Finding] = [:]
    /// The rows of all tasks and the keys of all messages at the end: equal with and without crashes.
    var rows: [String] = []
    /// Payloads of the scheduler's events and the rows: equal for equal seeds.
    var bytes: [UInt8] = []
    var steps = 0
    var crashes = 0
    var tasks = 0
    var messages = 0
    /// What was made, for another oracle; see `SimulationPlan.keepsDues`.
    var dues: [MadeDue] = []
    var revisions: [Revision] = []

    /// A revision of the calendar: the last year whose notice had come out, and what was changed since.
    struct Revision: Sendable {
        var published: Int
        var days: [CivilDate: Bool]
    }

    /// The due time of one period as the scheduler gave it.
    struct MadeDue: Sendable {
        var rule: Int64
        var wording: String
        var period: Period
        var calendarRevision: Int
        /// nil for a period that is waived.
        var due: Instant?
    }

    var summary: String {
        violations.sorted { $0.key < $1.key }
            .map { "I\($0.key) \($0.value.at.date) \($0.value.at.timeOfDay): \($0.value.text)" }
            .joined(separator: "\n")
    }
}
