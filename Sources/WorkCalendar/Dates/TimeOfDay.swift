/// A time of the day to the minute, `00:00` to `24:00`; `24:00` is the end of the day, 00:00 of the next.
public struct TimeOfDay: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1440.
    public let minutes: Int

    /// Nil outside 0:00 … 24:00.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads `17:30` or `9:00`.
    public init?(_ text: String) {
        var scanner = ByteScanner(text)
        guard let hour = scanner.digits(2) ?? scanner.digits(1), scanner.take(":"), let minute = scanner.digits(2),
            scanner.isAtEnd
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// The minute that a day's millisecond falls in.
    init(millisecondOfDay: Int64) {
        minutes = Int(millisecondOfDay / 60_000)
    }

    private init(minutes: Int) {
        self.minutes = minutes
    }

    public static let midnight = TimeOfDay(minutes: 0)
    public static let endOfDay = TimeOfDay(minutes: 1440)

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    public var description: String { padded(hour, to: 2) + ":" + padded(minute, to: 2) }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(TimeOfDay.init, form: "a time HH:MM")
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.put(description)
    }
}
