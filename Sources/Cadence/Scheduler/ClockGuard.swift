public import WorkCalendar

/// What the machine's clocks show at one moment.
public struct ClockReading: Hashable, Sendable, Codable {
    public var wall: Instant
    /// Milliseconds since boot, sleep included; nil where no such clock is.
    public var boot: Int64?
    /// Changes with each boot: only readings of one boot have comparable `boot` values.
    public var bootID: String?

    public init(wall: Instant, boot: Int64? = nil, bootID: String? = nil) {
        self.wall = wall
        self.boot = boot
        self.bootID = bootID
    }

    /// Milliseconds that the boot-time clock measured since `earlier`; nil across a reboot.
    func elapsed(since earlier: ClockReading) -> Int64? {
        guard let boot, let before = earlier.boot, let bootID, bootID == earlier.bootID else { return nil }
        return boot - before
    }

    /// How far the wall clock ran ahead of the boot-time clock since `earlier`, negative when it fell back; nil across
    /// a reboot.
    func drift(since earlier: ClockReading) -> Int64? {
        elapsed(since: earlier).map { (wall - earlier.wall) - $0 }
    }
}

/// What is remembered of time between two looks at the clock; kept with the store.
public struct TimeRecord: Hashable, Sendable, Codable {
    /// Why the scheduler does not act.
    public enum Hold: Hashable, Sendable, Codable {
        /// The wall clock went back by more than three hours.
        case suspect(since: ClockReading)
        /// The wall clock went forward by more than three hours, or by more than 366 days across a reboot.
        case quarantine(since: ClockReading)
    }

    /// The highest time acted on. Never falls.
    public var highWater: Instant
    /// The highest time of the course of time that is believed in now: below `highWater` after an accepted fall.
    public var reached: Instant
    /// The last reading that was believed.
    public var anchor: ClockReading
    public var hold: Hold?

    public init(highWater: Instant, reached: Instant? = nil, anchor: ClockReading, hold: Hold? = nil) {
        self.highWater = highWater
        self.reached = reached ?? highWater
        self.anchor = anchor
        self.hold = hold
    }

    /// Time was acted on up to `now`.
    public func acted(at now: Instant) -> TimeRecord {
        var record = self
        record.highWater = max(highWater, now)
        record.reached = max(reached, now)
        return record
    }

    /// The time that may be written down while the clocks show `reading`: what the wall clock says as long as it is
    /// believed. While it is held back, the last believed reading carried on by the boot-time clock; across a reboot,
    /// where nothing measures the gap, the earliest time that it can be.
    public func believed(_ reading: ClockReading) -> Instant {
        guard hold != nil else { return reading.wall }
        if let elapsed = reading.elapsed(since: anchor) { return max(reached, anchor.wall + elapsed) }
        return latest + (reading.boot ?? 0)
    }

    /// The latest time that was believed: a quiet bureau looks at the clock for days without acting.
    var latest: Instant { max(reached, anchor.wall) }

    /// When a quarantine ends by itself, if the clock stays as it is.
    public var quarantinedUntil: Instant? {
        guard case .quarantine(let since) = hold else { return nil }
        return since.wall + ClockGuard.stability
    }

    /// `running`, `suspect` or `quarantine`.
    public var state: String {
        switch hold {
        case nil: "running"
        case .suspect: "suspect"
        case .quarantine: "quarantine"
        }
    }
}

/// Whether what the clock shows may be acted on.
///
/// Within one boot the wall clock is compared with the boot-time clock, so that a suspended machine is no jump. Across
/// a reboot nothing can be compared, and a gap of up to 366 days counts as an outage.
public enum ClockGuard {
    /// A jump of the wall clock that is put up with.
    public static let tolerance = 3 * Instant.hour
    /// How long a clock that jumped forward must stay as it is before it is believed.
    public static let stability = 10 * Instant.minute
    /// The longest outage across a reboot.
    public static let longestOutage = 366 * Instant.day

    /// The record after this look. The scheduler acts when it has no hold, at `TimeRecord.reached` or later.
    public static func look(_ record: TimeRecord?, _ reading: ClockReading) -> TimeRecord {
        guard let record else { return TimeRecord(highWater: reading.wall, anchor: reading) }
        if case .quarantine(let since) = record.hold, isStable(reading, since: since) {
            return believing(record, reading)
        }
        if record.latest - reading.wall > tolerance { return suspecting(record, reading) }
        if isAhead(record, reading) { return quarantining(record, reading) }
        return believing(record, reading)
    }

    /// Somebody says that the clock is right.
    public static func accept(_ record: TimeRecord, _ reading: ClockReading) -> TimeRecord {
        var record = record
        record.anchor = reading
        record.reached = reading.wall
        record.hold = nil
        return record
    }

    /// A running process looks once a minute.
    public static let longestUnseen = 2 * Instant.minute
    /// One that died had left its last mark within the hour.
    private static let longestUnmarked = Instant.hour + longestUnseen

    /// The time that went by unseen before a look, if it was longer than what is put up with.
    ///
    /// - Parameters:
    ///   - known: of the look before.
    ///   - acted: the last moment that was acted on, by this process or an earlier one.
    ///   - grace: milliseconds that are put up with.
    ///   - isFirst: whether this process looks for the first time.
    public static func outage(
        since known: TimeRecord?, acted: Instant?, _ reading: ClockReading, grace: Int64, isFirst: Bool
    ) -> OutageFound? {
        guard let since = [acted, known?.anchor.wall].compactMap(\.self).max() else { return nil }
        // A wall clock that was put forward is no absence.
        let gap = min(reading.wall - since, known.flatMap { reading.elapsed(since: $0.anchor) } ?? .max)
        let limit = max(grace, isFirst ? longestUnmarked : longestUnseen)
        return gap > limit ? OutageFound(since: since, until: reading.wall) : nil
    }

    /// The time that a clock which was held back, and is right after all, leaves out.
    public static func skipped(_ held: TimeRecord, _ reading: ClockReading, grace: Int64) -> OutageFound? {
        guard held.hold != nil, reading.wall - held.latest > grace else { return nil }
        return OutageFound(since: held.latest, until: reading.wall)
    }

    private static func isAhead(_ record: TimeRecord, _ reading: ClockReading) -> Bool {
        if let drift = reading.drift(since: record.anchor) { return drift > tolerance }
        return reading.wall - record.latest > longestOutage
    }

    private static func isStable(_ reading: ClockReading, since: ClockReading) -> Bool {
        guard let drift = reading.drift(since: since), abs(drift) <= stability,
            let boot = reading.boot, let before = since.boot
        else { return false }
        return boot - before >= stability
    }

    private static func believing(_ record: TimeRecord, _ reading: ClockReading) -> TimeRecord {
        var record = record
        record.anchor = reading
        record.hold = nil
        return record
    }

    private static func suspecting(_ record: TimeRecord, _ reading: ClockReading) -> TimeRecord {
        if case .suspect = record.hold { return record }
        var record = record
        record.hold = .suspect(since: reading)
        return record
    }

    /// A clock that jumps again starts its ten minutes again.
    private static func quarantining(_ record: TimeRecord, _ reading: ClockReading) -> TimeRecord {
        if case .quarantine(let since) = record.hold, let drift = reading.drift(since: since), abs(drift) <= stability {
            return record
        }
        var record = record
        record.hold = .quarantine(since: reading)
        return record
    }
}
