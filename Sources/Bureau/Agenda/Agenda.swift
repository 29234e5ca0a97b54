import Cadence
import Identifiers
import Promotion
import Synchronization
public import WorkCalendar

/// What waits for somebody, most pressing first: what is late, what is due today, what others handed in.
public struct Agenda: Sendable {
    public var now: Instant
    /// By due time, as the other two.
    public var overdue: [TaskView]
    /// Until the end of today; and of what ends later, alarms and what is about to lapse.
    public var due: [TaskView]
    /// Submitted, and the caller is to accept or return it.
    public var waiting: [TaskView]
    /// The few that are due first after today, so that nobody is surprised tomorrow.
    public var next: [TaskView]
}

extension Bureau {
    /// Rows of one part; whoever has more to do finds the rest in `zs task list`.
    private static let longestPart = 100
    private static let longestOutlook = 3

    /// The tasks of the caller and, for leaders and clerks, of their unit; without a person, those of the unit and below.
    public func agenda(caller: Caller) async throws -> Agenda {
        try await read(caller) { context in
            let unit = try context.scope("today")
            let tonight = Instant(context.today + 1, .midnight)
            var mine = TaskFilter(states: [.open, .returned], dueBefore: tonight, limit: Self.longestPart)
            var theirs = TaskFilter(states: [.submitted], limit: Self.longestPart)
            theirs.units = context.tree.subtree(of: unit)
            if let officer = caller.principal {
                let leads = !caller.roles.isDisjoint(with: [.leader, .clerk])
                mine.subjects = [.officer(officer.id)] + (leads ? [.unit(unit)] : [])
                if !caller.roles.contains(.leader) { theirs.units = [] }
            } else {
                mine.units = theirs.units
            }
            var later = mine
            (later.dueFrom, later.dueBefore, later.limit) = (tonight, nil, Self.longestOutlook)
            let views = try TaskViews(context)
            let pending = try context.store.tasks(mine).map { views.view($0) }
            let pressing = try context.pressing(after: tonight, mine).map { views.view($0) }
                .filter { !$0.task.lapses || $0.warning != nil }
            let waiting = theirs.units == [] ? [] : try context.store.tasks(theirs).map { views.view($0) }
            let pressed = Set(pressing.map(\.task.id))
            let next = try context.store.tasks(later).map { views.view($0) }
            return Agenda(
                now: context.now, overdue: pending.filter { $0.task.dueAt < context.now },
                due: pending.filter { $0.task.dueAt >= context.now } + pressing, waiting: waiting,
                next: next.filter { !pressed.contains($0.task.id) })
        }
    }

    /// Runs `body` with a signal that is raised after each accepted command and each step of the scheduler.
    public func watch(_ body: (WakeSignal) async -> Void) async {
        let signal = WakeSignal()
        let number = watchers.withLock { $0.add(signal) }
        await body(signal)
        watchers.withLock { $0.remove(number) }
    }

    func tellWatchers() {
        for signal in watchers.withLock({ $0.signals }) { signal.signal() }
    }
}

extension ReadContext {
    /// Alarms, and what may lapse soon, for whom `filter` is about.
    fileprivate func pressing(after tonight: Instant, _ filter: TaskFilter) throws -> [Obligation] {
        var filter = filter
        filter.product = .clock
        filter.dueFrom = tonight
        let days = try store.clockLadders(on: today).warningDays.max() ?? 0
        // The longest response window and a holiday fit into sixty days.
        filter.dueBefore = Instant(today + max(days + 1, 60), .midnight)
        filter.limit = nil
        return try store.tasks(filter).filter { $0.lapses || $0.clock == Obligation.alarmClock }
    }
}

/// Those who follow what happens; each has at most one signal waiting, however much happens.
struct Watchers: Sendable {
    private var next = 0
    private var byNumber: [Int: WakeSignal] = [:]

    var signals: [WakeSignal] { Array(byNumber.values) }

    mutating func add(_ signal: WakeSignal) -> Int {
        next += 1
        byNumber[next] = signal
        return next
    }

    mutating func remove(_ number: Int) {
        byNumber[number] = nil
    }
}
