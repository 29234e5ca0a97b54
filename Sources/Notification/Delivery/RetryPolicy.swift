/// How long a failed delivery waits, and when it is given up.
public struct RetryPolicy: Hashable, Sendable {
    /// Wait after the first failure.
    public var first: Int64
    /// Longest wait between two attempts.
    public var longest: Int64
    /// Attempts in all.
    public var attempts: Int
    /// Wait after a receiver said that it gets too much and not how long to wait; nil for as long as its kind is known to
    /// refuse.
    public var throttle: Int64?

    /// - Parameters: milliseconds.
    public init(
        first: Int64 = 10_000, longest: Int64 = 3_600_000, attempts: Int = 12, throttle: Int64? = nil
    ) {
        self.first = first
        self.longest = longest
        self.attempts = attempts
        self.throttle = throttle
    }

    /// Doubling from ``first`` to ``longest``, spread by up to a fifth so that what failed together does not come back
    /// together. The spread follows from the key: the same delivery waits the same time again.
    ///
    /// - Parameter attempts: made so far, from 1.
    /// - Returns: milliseconds, or nil when no attempt is left.
    public func wait(afterAttempts attempts: Int, key: String) -> Int64? {
        guard attempts < self.attempts else { return nil }
        let doubled = first.multipliedReportingOverflow(by: 1 << min(attempts - 1, 40))
        let wait = doubled.overflow ? longest : min(doubled.partialValue, longest)
        return wait + wait / 5 * Int64(Spread.hash(key) % 1_000) / 1_000
    }
}

/// Reproducible scatter.
enum Spread {
    /// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

/// Robots of chat services refuse most at whole and half hours, when everybody's reminders come; their makers ask to keep
/// away from them. Messages that would go out then wait a little.
public struct QuietMinute: Hashable, Sendable {
    /// How far the messages of these minutes are spread; 0 for not at all. Milliseconds.
    public var spread: Int64

    public init(spread: Int64 = 180_000) {
        self.spread = spread
    }

    private static let halfHour: Int64 = 1_800_000
    private static let margin: Int64 = 60_000

    /// When a message that is ready at `now` (milliseconds UTC) may go. All messages of a channel and half hour move
    /// together, so that they can be gathered.
    public func start(_ now: Int64, channel: String) -> Int64 {
        guard spread > 0 else { return now }
        let phase = now % Self.halfHour
        let mark: Int64
        if phase < Self.margin {
            mark = now - phase
        } else if phase > Self.halfHour - Self.margin {
            mark = now - phase + Self.halfHour
        } else {
            return now
        }
        let scatter = Int64(Spread.hash("\(channel)/\(mark)") % UInt64(spread))
        return max(now, mark + Self.margin + scatter)
    }
}
