import WorkCalendar

/// Random numbers that are the same everywhere (SplitMix64).
struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Something that happens to the bureau at a moment, besides people doing their work.
struct SimulatedAct: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// Nobody looks at the clock for so many hours, and the process starts anew.
        case outage(hours: Int, reboots: Bool)
        case suspend(hours: Int)
        case jumpForward(hours: Int)
        case jumpBack(hours: Int)
        /// The next make-up day after the moment is revoked, or the next working Friday becomes a day off.
        case calendarRevision
        case ruleEdit
        case pause(days: Int, policy: String)
        case backfill
        case forecast
        /// The last command is sent again.
        case duplicate
        case lateEntry
    }

    var at: Instant
    var kind: Kind
    var description: String { "\(at.date) \(at.timeOfDay) \(kind)" }

    /// The acts of a seed between two days, by time.
    static func history(seed: UInt64, from: CivilDate, until: CivilDate) -> [SimulatedAct] {
        var numbers = SeededNumbers(seed)
        var acts: [SimulatedAct] = []
        var day = from + 6
        while day < until - 10 {
            let at = Instant(day, .midnight) + Int64.random(in: 1..<1380, using: &numbers) * Instant.minute
            let kind: Kind
            switch Int.random(in: 0..<13, using: &numbers) {
            case 0:
                kind = .outage(
                    hours: Int.random(in: 3..<400, using: &numbers), reboots: Bool.random(using: &numbers))
            case 1: kind = .suspend(hours: Int.random(in: 1..<100, using: &numbers))
            case 2: kind = .jumpForward(hours: Int.random(in: 4..<90_000, using: &numbers))
            case 3: kind = .jumpBack(hours: Int.random(in: 1..<40, using: &numbers))
            case 4: kind = .calendarRevision
            case 5: kind = .ruleEdit
            case 6, 7:
                kind = .pause(
                    days: Int.random(in: 1..<12, using: &numbers),
                    policy: ["skip", "fill", "latest"].randomElement(using: &numbers) ?? "skip")
            case 8, 9: kind = .backfill
            case 10: kind = .forecast
            case 11: kind = .duplicate
            default: kind = .lateEntry
            }
            acts.append(SimulatedAct(at: at, kind: kind))
            day = day + Int.random(in: 2..<14, using: &numbers)
        }
        return acts
    }
}
