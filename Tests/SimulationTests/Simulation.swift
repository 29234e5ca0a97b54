import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

/// The real step, the real store and the real outbox through years of a bureau, with people and faults made from a seed.
actor Simulation {
    let plan: SimulationPlan
    let clock: SimulatedClock
    let around: SimulatedProcess.Surroundings
    /// Opened first and only read: what is committed, whatever process did it.
    let store: SQLiteStore
    let start: Instant
    let end: Instant
    var process: SimulatedProcess
    var numbers: SeededNumbers
    var outcome = SimulationOutcome()

    // What the world knows.
    /// By revision of the store's calendar.
    var calendars: [NaiveCalendar]
    var wordings: [Int64: [Wording]] = [:]
    var pauses: [(from: Period, until: Period?)] = []
    var people: [SimulatedPerson]

    // What was seen happen.
    var rows: [TaskID: Obligation] = [:]
    var pending: Set<TaskID> = []
    /// `R-1 O-3 2026-05-06`, by rule, subject and period.
    var keys: [String: TaskID] = [:]
    var movedByHand: Set<TaskID> = []
    var silent: Set<TaskID> = []
    var lastSeq: Int64 = 0
    var mark: Instant?
    var watermarks: [RuleID: Period] = [:]
    var isSuspect = false
    var isBackfilling = false
    /// The month whose open tasks a person is moving.
    var handMoves: Period?
    /// Messages decided in the news that were looked at last.
    var decisions = 0
    var levels: [ReminderDecision.Told: Int] = [:]
    var messages: [String: Reminder] = [:]
    var arrivals = 0
    var frozen: Set<String> = []
    var forecasts: [Forecast] = []
    /// Wake-ups by the scheduler's own wish that found nothing, since something happened.
    var idle: (since: Instant, wakes: Int)

    // What is to come.
    var humans: [Int64: [HumanAct]] = [:]
    var moments: [Int64] = []
    var last: (command: String, task: TaskID)?
    var counter = 0

    /// What `task next` said at a moment, of everything that is due before another.
    struct Forecast: Sendable {
        var at: Instant
        var until: Instant
        /// `R-1 O-3 2026-05-06 2026-05-06T17:30:00+08:00`; empty once something changed.
        var tasks: [String]
        /// The tasks that stood then and were still to be done, and the newest of all.
        var standing: Set<TaskID>
        var newest: TaskID?
    }

    /// A wording of a rule as of a period.
    struct Wording: Sendable {
        var revision: Int
        var from: Period
        var naive: SimulatedRule.Naive
    }

    init(_ plan: SimulationPlan) async throws {
        self.plan = plan
        start = Instant(plan.from, .midnight)
        end = Instant(plan.until, .midnight)
        let clock = SimulatedClock(start, hidesJumps: plan.bug?.number == 22)
        self.clock = clock
        counter = 0
        store = try SQLiteStore.inMemory { clock.now() }
        around = SimulatedProcess.Surroundings(
            store: store, clock: clock,
            receiver: SimulatedReceiver(store: store, clock: clock, seed: plan.seed),
            notices: SimulatedProcess.Notices(),
            industries: try IndustryTable(csv: "code,level,section,name_zh,name_en,three_sector\n"),
            bug: plan.bug, box: PlantedBug.Box())
        process = try SimulatedProcess(around)
        numbers = SeededNumbers(plan.seed ^ 0x5EED)
        idle = (start, 0)
        people = SimulatedPerson.bureau(from: plan.from, until: plan.until)
        calendars = [
            try NaiveCalendar(
                years: (plan.from.year - 1)...min(plan.until.year + 1, 2027), published: plan.from.year)
        ]
        try await setUp()
    }

    /// The process is killed; another one opens the store.
    func restart(rebooting: Bool = false) async throws {
        if rebooting { clock.reboot() }
        let before = process
        process = try SimulatedProcess(around)
        try await before.store.close()
        around.box.facts.withLock { $0.restarted = true }
        _ = try await process.bureau.tick()
    }

    func found(_ invariant: Int, _ text: @autoclosure () -> String) {
        guard outcome.violations[invariant] == nil else { return }
        outcome.violations[invariant] = SimulationOutcome.Finding(at: clock.now(), text: text())
    }

    var calendar: NaiveCalendar { calendars[calendars.count - 1] }

    // MARK: the bureau

    private func setUp() async throws {
        let units = [
            Promotion.Unit(id: UnitID(1), code: "b", kind: .bureau, name: Phrase("b")),
            Promotion.Unit(id: UnitID(2), code: "t", kind: .taskForce, name: Phrase("t"), parent: UnitID(1)),
        ]
        let officers = people.map(\.officer)
        let notices = calendar.notices.values.sorted { $0.year < $1.year }
        let rules = try plan.rules.map { try rule($0) }
        for (given, rule) in zip(plan.rules, rules) {
            wordings[given.id] = [Wording(revision: 1, from: rule.revisions[0].from, naive: given.naive)]
        }
        // A program for the task force, a group for everybody else.
        let channels = [
            Channel(id: ChannelID(1), code: "hook", kind: .webhook, url: "https://localhost", units: [UnitID(2)]),
            Channel(id: ChannelID(2), code: "group", kind: .wecom),
        ]
        // The revision of a calendar is the number of its imports.
        calendars = Array(repeating: calendars[0], count: notices.count + 1)
        outcome.revisions = calendars.map(\.revision)
        _ = try await process.store.write(Command(id: "setup", actor: "uid:0", verb: "setup", digest: [])) { writing in
            for unit in units {
                try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            }
            for officer in officers {
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
            }
            for notice in notices {
                try writing.append(
                    NewEvent(
                        "calendar.imported", "calendar/\(notice.year)", CalendarChanged(before: nil, after: notice)))
            }
            for rule in rules {
                try writing.append(NewEvent("rule.added", rule.id, RuleChanged(before: nil, after: rule)))
            }
            for channel in channels {
                try writing.append(
                    NewEvent("notify.added", channel.id, ChannelChanged(before: nil, after: channel)))
            }
            return Outcome(undoable: false)
        }
        lastSeq = try await store.read { try $0.headSeq() }
    }

    private func rule(_ given: SimulatedRule) throws -> Rule {
        var from = Period(given.level, containing: plan.from)
        if from.firstDay < plan.from { from = from.next }
        let wording = SimulatedRule.wording(given.naive, at: given.time)
        guard let due = DueRule(wording), let product = Product(rawValue: given.product) else {
            throw SimulatedCrash()
        }
        let fanOut: FanOut =
            switch given.fanOut {
            case "officers": .officers(roles: ["officer"])
            case "units": .units(kinds: ["bureau", "taskForce"])
            default: .scope
            }
        return Rule(
            id: RuleID(given.id), code: "r\(given.id)", name: Phrase("r\(given.id)"), level: given.level,
            product: product, scope: UnitID(1), fanOut: fanOut, gathers: given.gathers,
            revisions: [
                RuleRevision(
                    number: 1, from: from, due: due, freeze: given.freeze.flatMap { DueRule($0) },
                    wait: given.waitsForAll ? .all : .deadline)
            ])
    }

    /// A person's command; each has an id of its own.
    func claim(_ uid: UInt32) -> CallerClaim {
        counter += 1
        return CallerClaim(uid: uid, isAdministrator: uid == 0, commandID: "human-\(counter)", digest: [])
    }

    /// A command of the administrator, as it is typed.
    func administrator() async throws -> Caller { try await process.bureau.caller(claim(0)) }

    func rule(of task: Obligation) -> SimulatedRule? { plan.rules.first { "R-\($0.id)" == task.source } }
}
