/// When a channel may be used again: no window of a limit's length ever holds more sends than its count.
public struct RatePlan: Hashable, Sendable {
    public struct Limit: Hashable, Sendable {
        public var count: Int
        public var milliseconds: Int64

        public init(count: Int, milliseconds: Int64) {
            self.count = count
            self.milliseconds = milliseconds
        }
    }

    private let limits: [Limit]
    /// Moments of sends in milliseconds, oldest first; none older than the longest window.
    private var sends: [Int64] = []
    /// The receiver asked for quiet until then.
    private var quietUntil: Int64 = .min

    public init(_ limits: [Limit]) {
        self.limits = limits
    }

    /// The first moment from `now` on at which one more send keeps every limit.
    public func earliest(from now: Int64) -> Int64 {
        limits.reduce(max(now, quietUntil)) { earliest, limit in
            guard sends.count >= limit.count else { return earliest }
            return max(earliest, sends[sends.count - limit.count] + limit.milliseconds)
        }
    }

    public mutating func sent(at now: Int64) {
        let longest = limits.map(\.milliseconds).max() ?? 0
        sends.removeAll { $0 + longest <= now }
        sends.append(now)
    }

    public mutating func keepQuiet(until moment: Int64) {
        quietUntil = max(quietUntil, moment)
    }
}
