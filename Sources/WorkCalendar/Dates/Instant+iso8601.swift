extension Instant {
    /// `2026-11-23T17:30:00+08:00`, with `.mmm` after the seconds when the milliseconds are not zero.
    public var iso8601: String {
        let rest = Int(millisecondOfDay)
        let fraction = rest % 1000 == 0 ? "" : "." + padded(rest % 1000, to: 3)
        let seconds = rest / 1000 % 60
        return "\(date)T\(timeOfDay):\(padded(seconds, to: 2))\(fraction)+08:00"
    }

    /// Reads a profile of ISO 8601: `2026-01-01`, `2026-01-01T08:00`, `2026-01-01 08:00:30.250`, each with a time also
    /// with `Z`, `+08:00`, `+0800` or `+08`.
    ///
    /// Without a zone the time is that of +08:00; without a time it is 00:00. Digits after the third of a second are
    /// cut off. `24:00` is the end of the day; a leap second is refused.
    public init?(iso8601 text: String) {
        var scanner = ByteScanner(text)
        guard let date = CivilDate(scanning: &scanner) else { return nil }
        guard !scanner.isAtEnd else {
            self.init(date, .midnight)
            return
        }
        guard scanner.take("T", "t", " "), let time = Self.scanTime(&scanner), let offset = Self.scanZone(&scanner),
            scanner.isAtEnd
        else { return nil }
        self.init(milliseconds: Int64(date.ordinal) * Self.day + time - offset)
    }

    /// Milliseconds since midnight.
    private static func scanTime(_ scanner: inout ByteScanner) -> Int64? {
        guard let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2),
            let time = TimeOfDay(hour: hour, minute: minute)
        else { return nil }
        var milliseconds = Int64(time.minutes) * Self.minute
        guard scanner.take(":") else { return milliseconds }
        guard let seconds = scanner.digits(2), seconds < 60 else { return nil }
        milliseconds += Int64(seconds) * Self.second
        if scanner.take(".", ",") {
            guard let fraction = scanFraction(&scanner) else { return nil }
            milliseconds += fraction
        }
        return milliseconds <= Self.day ? milliseconds : nil
    }

    private static func scanFraction(_ scanner: inout ByteScanner) -> Int64? {
        guard let first = scanner.digits(1) else { return nil }
        var value = first * 100
        var weight = 10
        while let digit = scanner.digits(1) {
            value += digit * weight
            weight /= 10
        }
        return Int64(value)
    }

    /// Milliseconds east of UTC.
    private static func scanZone(_ scanner: inout ByteScanner) -> Int64? {
        if scanner.isAtEnd { return offset }
        if scanner.take("Z", "z") { return 0 }
        let west = scanner.next == UInt8(ascii: "-")
        guard scanner.take("+", "-"), let hours = scanner.digits(2), hours <= 18 else { return nil }
        var offset = Int64(hours) * Self.hour
        if !scanner.isAtEnd {
            _ = scanner.take(":")
            guard let minutes = scanner.digits(2), minutes < 60 else { return nil }
            offset += Int64(minutes) * Self.minute
        }
        return west ? -offset : offset
    }
}
