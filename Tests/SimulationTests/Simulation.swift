import Bureau
import Cadence
import Identifiers
import Labels
import Logging
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

struct SimulatedCrash: Error {}

/// What is played: a seed, a bureau, a stretch of time, and what goes wrong.
struct SimulationPlan: Sendable {
    var seed: UInt64
    var rules: [SimulatedRule]
    var from: CivilDate
    var until: CivilDate
    /// One at each step, of four kinds.
    var crashes = false
    var bug: PlantedBug?
    var acts: [SimulatedAct]

    init(
        seed: UInt64, rules: [SimulatedRule], from: CivilDate, until: CivilDate, crashes: Bool = false,
        bug: PlantedBug? = nil
    ) {
        self.seed = seed
        self.rules = rules
        self.from = from
        self.until = until
        self.crashes = crashes
        self.bug = bug
        acts = SimulatedAct.history(seed: seed, from: from, until: until)
    }
}

struct SimulationOutcome: Sendable {
    /// The first finding of each invariant.
    var violations: [Int: String] = [:]
    /// The rows of all tasks at the end: equal with and without crashes.
    var rows: [String] = []
    /// Payloads of the scheduler's events and the rows: equal for equal seeds.
    var bytes: [UInt8] = []
    var steps = 0
    var crashes = 0
    var tasks = 0
}

/// The real step and the real store through years of a bureau, with people and faults made from a seed.
actor Simulation {
    let plan: SimulationPlan
    let clock: SimulatedClock
    let store: SQLiteStore
    let crashesInside: Flag
    let box = PlantedBug.Box()
    var bureau: Bureau
    var calendars: [NaiveCalendar]
    let imports: Imports
    let industries: IndustryTable
    let cache = CalendarCache()
    var numbers: SeededNumbers
    var outcome = SimulationOutcome()
    let start: Instant
    let end: Instant

    // What was seen happen.
    var rows: [TaskID: Obligation] = [:]
    var order: [TaskID] = []
    var keys: Set<String> = []
    var lastSeq: Int64 = 0
    var wordings: [Int64: [(revision: Int, from: Period, naive: SimulatedRule.Naive, until: Period?)]] = [:]
    var pauses: [(rule: Int64, from: Period, until: Period?)] = []
    var movedByHand: Set<TaskID> = []
    var mark: Instant?
    var watermarks: [RuleID: Period] = [:]
    var revision = 0
    var isSuspect = false
    var inBackfill = false

    // People and what they are told.
    var humans: [Int64: [HumanAct]] = [:]
    var moments: [Int64] = []
    var told: [ReminderDecision.Told: Int] = [:]
    var committed: Set<String> = []
    var delivered: [String: Int] = [:]
    var acknowledged: [String: Int] = [:]
    var levels: [ReminderDecision.Told: Int] = [:]
    var graceOver: [Instant] = []
    var forecasts: [(at: Instant, until: Instant, tasks: [String])] = []
    var lastAct: (id: String, digest: [UInt8])?
    var counter = 0
    var built: (revision: Int, calendar: WorkingDayCalendar)?

    /// Set by the crash that is to come, cleared by the commit it hits.
    final class Flag: Sendable {
        private let state = Mutex((armed: false, commits: 0))
        func arm() { state.withLock { $0.armed = true } }
        func disarm() { state.withLock { $0.armed = false } }
        func commit() throws {
            let hit = state.withLock { state -> Bool in
                defer { state.armed = false }
                if !state.armed { state.commits += 1 }
                return state.armed
            }
            if hit { throw SimulatedCrash() }
        }
        var commits: Int { state.withLock { $0.commits } }
    }

    /// Notices by the word that stands for their file.
    final class Imports: Sendable {
        let notices = Mutex<[String: YearNotice]>([:])
    }

    init(_ plan: SimulationPlan) async throws {
        self.plan = plan
        start = Instant(plan.from, .midnight)
        end = Instant(plan.until, .midnight)
        let clock = SimulatedClock(start, hidesJumps: plan.bug?.number == 22)
        self.clock = clock
        let flag = Flag()
        crashesInside = flag
        var options = StoreOptions()
        options.beforeCommit = { _ in try flag.commit() }
        store = try SQLiteStore.inMemory(options: options) { clock.now() }
        numbers = SeededNumbers(plan.seed ^ 0x5EED)
        imports = Imports()
        industries = try IndustryTable(csv: "code,level,section,name_zh,name_en,three_sector\n")
        calendars = [try NaiveCalendar(years: (plan.from.year - 1)...(min(plan.until.year + 1, 2027)))]
        bureau = Self.process(store, clock, imports, plan, box, industries, cache)
        try await setUp()
    }

    static func process(
        _ store: SQLiteStore, _ clock: SimulatedClock, _ imports: Imports, _ plan: SimulationPlan,
        _ box: PlantedBug.Box,
        _ industries: IndustryTable, _ cache: CalendarCache
    ) -> Bureau {
        let library = ProfileLibrary(
            names: { [] }, load: { _ in nil }, parse: { _ in throw SimulatedCrash() }, notices: { [] },
            parseNotice: { text in
                guard let notice = imports.notices.withLock({ $0[text] }) else { throw SimulatedCrash() }
                return notice
            },
            codes: CodeTables(
                divisions: DivisionTable([]),
                industries: industries))
        let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        guard let bug = plan.bug else {
            return Bureau(store: store, clock: clock, library: library, logger: logger, calendars: cache)
        }
        return Bureau(
            store: store, clock: clock, library: library, logger: logger, calendars: cache,
            stepping: bug.stepping(box))
    }

    /// Another process opens the store.
    func restart(rebooting: Bool = false) {
        if rebooting { clock.reboot() }
        crashesInside.disarm()
        box.facts.withLock { $0.restarted = true }
        bureau = Self.process(store, clock, imports, plan, box, industries, cache)
    }

    func found(_ invariant: Int, _ text: @autoclosure () -> String) {
        guard outcome.violations[invariant] == nil else { return }
        outcome.violations[invariant] = "\(clock.now().date) \(clock.now().timeOfDay): \(text())"
    }

    // MARK: the bureau

    static let head = OfficerID(5)
    static let people: [(id: Int64, from: Int, until: Int?)] = [(1, 0, nil), (2, 0, nil), (3, 40, nil), (4, 0, 70)]

    /// Officer 3 comes after forty days, officer 4 goes after seventy; officer 2 is away for a week each spring.
    func member(_ person: (id: Int64, from: Int, until: Int?)) -> Officer {
        var leave: [Leave] = []
        if person.id == 2 {
            for year in plan.from.year...plan.until.year {
                if let from = CivilDate(year: year, month: 3, day: 9) {
                    leave.append(Leave(from: from, until: from + 4))
                }
            }
        }
        return Officer(
            id: OfficerID(person.id), code: "o\(person.id)", name: "O\(person.id)", uids: [UInt32(1000 + person.id)],
            roles: person.id == 5 ? [.leader] : [.officer],
            memberships: [
                Membership(
                    unit: person.id == 5 ? UnitID(1) : UnitID(2),
                    from: plan.from - 30 + person.from + (person.from > 0 ? 30 : 0),
                    until: person.until.map { plan.from + $0 })
            ], leave: leave)
    }

    private func setUp() async throws {
        let units = [
            Promotion.Unit(id: UnitID(1), code: "b", kind: .bureau, name: Phrase("b")),
            Promotion.Unit(id: UnitID(2), code: "t", kind: .taskForce, name: Phrase("t"), parent: UnitID(1)),
        ]
        let officers = Self.people.map { member($0) } + [member((5, 0, nil))]
        let notices = calendars[0].notices
        let rules = try plan.rules.map { try rule($0) }
        revision = notices.count
        for (given, rule) in zip(plan.rules, rules) {
            wordings[given.id] = [(1, rule.revisions[0].from, given.naive, nil)]
        }
        // The revision of a calendar is the number of its imports.
        calendars = Array(repeating: calendars[0], count: notices.count + 1)
        _ = try await store.write(Command(id: "setup", actor: "uid:0", verb: "setup", digest: [])) { writing in
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
            return Outcome(undoable: false)
        }
    }

    private func rule(_ given: SimulatedRule) throws -> Rule {
        var from = Period(given.level, containing: plan.from)
        if from.firstDay < plan.from { from = from.next }
        guard let due = DueRule(given.wording), let product = Product(rawValue: given.product) else {
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
            product: product,
            scope: UnitID(1), fanOut: fanOut, gathers: given.gathers,
            revisions: [
                RuleRevision(
                    number: 1, from: from, due: due, freeze: given.freeze.flatMap { DueRule($0) },
                    wait: given.waitsForAll ? .all : .deadline)
            ])
    }

    func caller(_ uid: UInt32) async throws -> Caller {
        counter += 1
        return try await bureau.caller(
            CallerClaim(uid: uid, isAdministrator: uid == 0, commandID: "human-\(counter)", digest: []))
    }
}
