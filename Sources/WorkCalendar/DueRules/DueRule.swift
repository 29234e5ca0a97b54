/// Which day of a period a rule means.
public enum DayRule: Hashable, Sendable {
    /// The N-th calendar day of the period, from 1; `skip` decides for periods without it.
    case day(Int, skip: SkipPolicy)
    /// The last calendar day.
    case last
    /// The first day of the period that is this weekday; in a week the only one.
    case weekday(Weekday)
    /// The N-th working day, from 1, or from −1 at the end. A period with fewer, but not none, gives its last one (its
    /// first one for a negative N).
    case workday(Int)
    /// The N-th working day after the period's last day, from 1.
    case afterEndWorkday(Int)
}

/// For `day N` in periods without an N-th day.
public enum SkipPolicy: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nothing is due.
    case omit
    /// The last day of the period.
    case backward
    /// The first day after the period.
    case forward
}

/// For periods without a working day, such as the week of Spring Festival.
public enum EmptyPeriodPolicy: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nothing has to be handed in; the next issue covers both periods.
    case waive
    /// Due on the first working day after the period.
    case rollNext = "roll-next"
    /// Due on the unrolled date; for `workday N` on the period's last day.
    case keep
}

/// When the work of a period is due: `roll( day(period) + offset ) at HH:MM`.
public struct DueRule: Hashable, Sendable {
    public var day: DayRule
    /// Calendar days added before rolling, ``offsets``.
    public var offset: Int
    public var roll: Roll
    /// At +08:00.
    public var time: TimeOfDay
    public var whenEmpty: EmptyPeriodPolicy

    public init(
        day: DayRule, offset: Int = 0, roll: Roll = .none, time: TimeOfDay, whenEmpty: EmptyPeriodPolicy = .waive
    ) {
        self.day = day
        self.offset = offset
        self.roll = roll
        self.time = time
        self.whenEmpty = whenEmpty
    }

    /// The offsets that texts may name.
    public static let offsets = -366...366
    /// The day and working-day numbers that texts may name, without their sign.
    public static let numbers = 1...366
}

/// When the work of one period is due, or why it is not.
public enum DueOutcome: Hashable, Sendable {
    /// `provisional`: the time rests on a day that an unpublished notice may still change.
    case due(Instant, provisional: Bool)
    /// The rule makes no task in this period: it has no such day, or it is a single day off.
    case omitted
    /// The period has no working day, and the policy is ``EmptyPeriodPolicy/waive``.
    case waived
}
