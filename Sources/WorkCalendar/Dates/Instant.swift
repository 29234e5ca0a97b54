/// A point in time, in UTC milliseconds.
///
/// Dates and times of day are those of the fixed offset +08:00: Shanghai has had no transition since 1991
/// (IANA time zone database, `Asia/Shanghai`).
public struct Instant: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment when clocks at +08:00 show this date and time; 24:00 is 00:00 of the next day.
    public init(_ date: CivilDate, _ time: TimeOfDay) {
        let local = Int64(date.ordinal) * Self.day + Int64(time.minutes) * Self.minute
        milliseconds = local - Self.offset
    }

    public static let second: Int64 = 1000
    public static let minute: Int64 = 60 * second
    public static let hour: Int64 = 60 * minute
    public static let day: Int64 = 24 * hour
    /// +08:00 in milliseconds.
    static let offset: Int64 = 8 * hour

    /// The date at +08:00.
    public var date: CivilDate {
        CivilDate(ordinal: Int((milliseconds + Self.offset).flooredQuotient(by: Self.day)))
    }

    /// The time of day at +08:00, cut off to the minute.
    public var timeOfDay: TimeOfDay {
        TimeOfDay(millisecondOfDay: millisecondOfDay)
    }

    /// Milliseconds since 00:00 at +08:00.
    var millisecondOfDay: Int64 {
        (milliseconds + Self.offset).flooredRemainder(by: Self.day)
    }

    public func advanced(byMilliseconds milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    public static func + (instant: Instant, milliseconds: Int64) -> Instant {
        instant.advanced(byMilliseconds: milliseconds)
    }

    public static func - (instant: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: instant.milliseconds - milliseconds)
    }

    /// Milliseconds from `earlier` to `later`.
    public static func - (later: Instant, earlier: Instant) -> Int64 {
        later.milliseconds - earlier.milliseconds
    }
}

extension Instant: Comparable {
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant: CustomStringConvertible {
    public var description: String { iso8601 }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.value({ Instant(iso8601: $0) }, form: "an instant like 2026-11-23T17:30:00+08:00")
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.put(iso8601)
    }
}
