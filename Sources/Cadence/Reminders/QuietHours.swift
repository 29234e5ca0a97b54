public import WorkCalendar

/// Hours in which nobody is told anything; what falls into them waits for their end.
public struct QuietHours: Hashable, Sendable {
    public var from: TimeOfDay
    public var until: TimeOfDay

    public init(from: TimeOfDay, until: TimeOfDay) {
        self.from = from
        self.until = until
    }

    /// `21:00-08:00`; equal ends mean none.
    public init?(_ text: String) {
        let parts = text.split(separator: "-").map(String.init)
        guard parts.count == 2, let from = TimeOfDay(parts[0]), let until = TimeOfDay(parts[1]) else { return nil }
        self.init(from: from, until: until)
    }

    /// `instant`, or the end of the quiet hours it lies in.
    public func release(_ instant: Instant) -> Instant {
        let time = instant.timeOfDay
        if from < until {
            return time >= from && time < until ? Instant(instant.date, until) : instant
        }
        guard from != until else { return instant }
        if time >= from { return Instant(instant.date + 1, until) }
        return time < until ? Instant(instant.date, until) : instant
    }
}
