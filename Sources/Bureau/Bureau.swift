public import Cadence
import Labels
public import Logging
public import Notification
import Synchronization
public import WorkCalendar

/// The application: one method a command, on top of the store, the clock and the pure rooms.
///
/// A write goes one way: load through `Writing` → decide (pure) → append events → the store projects → answer.
public final class Bureau: Sendable {
    let store: any Store
    let clock: BelievedClock
    let logger: Logger
    let shipped: ProfileLibrary
    let calendars: CalendarCache
    let callers = CallerCache()
    /// Reads the files of imports.
    let tables: TableReader
    /// On the monotonic clock: how long the process runs is no business date.
    let startedAt = ContinuousClock.now
    /// When the scheduler acts next by itself, as of its last tick.
    let nextEvent = Mutex<Instant?>(nil)
    /// The moment of the last tick of this process that found nothing to do.
    let actedUpTo = Mutex<Instant?>(nil)

    /// What decides a step: the scheduler's own, unless a simulation looks over its shoulder.
    public typealias Stepping = @Sendable (Scheduler, SchedulerState, Instant) -> SchedulerStep
    let stepping: Stepping

    /// Those who follow the agenda.
    let watchers = Mutex(Watchers())
    /// How far long commands are.
    let progressBoard = ProgressBoard()
    /// What the scheduler found at its last look, where it was nothing to do.
    let tickPlan = Mutex<TickPlan?>(nil)
    /// What the ladders said at the last look.
    let reminderPlan = Mutex<ReminderPlan?>(nil)
    /// Raised whenever the outbox may have something new.
    let outgoing = WakeSignal()
    /// Reaches the world outside; without one, messages wait.
    let courier: (any Courier)?

    /// - Parameters:
    ///   - clock: where it is a ``BelievedClock`` already, the store may take its time from the same one.
    ///   - tables: a bureau without one imports nothing.
    ///   - courier: a bureau without one sends nothing.
    public init(
        store: any Store, clock: any BureauClock, library: ProfileLibrary, logger: Logger,
        tables: @escaping TableReader = Bureau.noTables, courier: (any Courier)? = nil,
        calendars: CalendarCache = CalendarCache(), stepping: @escaping Stepping = { $0.step($1, now: $2) }
    ) {
        self.stepping = stepping
        self.tables = tables
        self.courier = courier
        self.store = store
        self.clock = (clock as? BelievedClock) ?? BelievedClock(clock)
        self.shipped = library
        self.logger = logger
        self.calendars = calendars
    }

    public static let noTables: TableReader = { _, _ in
        throw ZhaoshangError(.configuration, zh: "没有接入表格读取", en: "no reader of tables is wired in")
    }
}

/// The statutory calendar as of its latest revision, built once a revision. Belongs to one store.
public final class CalendarCache: Sendable {
    public init() {}

    private let held = Mutex<(revision: Int, calendar: WorkingDayCalendar)?>(nil)

    func calendar(_ reading: any Reading) throws -> WorkingDayCalendar {
        let revision = try reading.calendarRevision()
        if let known = held.withLock({ $0 }), known.revision == revision { return known.calendar }
        let built = try Self.build(reading.notices())
        held.withLock { $0 = (revision, built) }
        return built
    }

    /// Not cached: the state of another moment.
    static func build(_ notices: [YearNotice]) throws -> WorkingDayCalendar {
        do {
            return try WorkingDayCalendar(notices: notices)
        } catch {
            throw ZhaoshangError(
                .badCalendar, zh: "日历数据有误：\(error.message)", en: "the calendar data is wrong: \(error.message)",
                hint: Phrase(zh: "查看：zs calendar years", en: "see: zs calendar years"))
        }
    }
}

/// The profiles that ship with the product, and how a profile's text is read. Wired by the daemon, which knows the
/// files and their format.
public struct ProfileLibrary: Sendable {
    /// Names of the shipped profiles.
    public var names: @Sendable () -> [String]
    /// Reads a shipped profile by name; nil when there is none.
    public var load: @Sendable (String) throws -> Profile?
    /// Reads a profile from the text of a file.
    public var parse: @Sendable (String) throws -> Profile
    /// Notices of the shipped statutory calendars, for the first start.
    public var notices: @Sendable () throws -> [YearNotice]
    /// Reads one year's notice from the text of a calendar file.
    public var parseNotice: @Sendable (String) throws -> YearNotice
    /// Division and industry codes.
    public var codes: CodeTables

    public init(
        names: @escaping @Sendable () -> [String],
        load: @escaping @Sendable (String) throws -> Profile?,
        parse: @escaping @Sendable (String) throws -> Profile,
        notices: @escaping @Sendable () throws -> [YearNotice],
        parseNotice: @escaping @Sendable (String) throws -> YearNotice, codes: CodeTables
    ) {
        self.names = names
        self.load = load
        self.parse = parse
        self.notices = notices
        self.parseNotice = parseNotice
        self.codes = codes
    }
}
