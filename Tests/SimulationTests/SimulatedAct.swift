import WorkCalendar

/// Something that happens to the bureau at a moment, besides people doing their work.
struct SimulatedAct: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// The process does not run for so many hours.
        case outage(hours: Int, reboots: Bool)
        /// The machine sleeps; the process wakes with it.
        case suspend(hours: Int)
        /// The wall clock shows another time for a while and is then put right. Accepted: somebody says it is right, and
        /// it stays.
        case jumpForward(hours: Int, accepted: Bool)
        case jumpBack(hours: Int)
        /// A make-up day to come is revoked, or else a working day becomes a day off.
        case calendarRevision(revokes: Bool)
        /// The notice of that year comes out.
        case publication(year: Int)
        case ruleEdit
        /// The running period's due time moves.
        case thisPeriodEdit
        case pause(days: Int, policy: String)
        case backfill(notifies: Bool)
        case forecast
        /// The last command is sent again.
        case duplicate
        case lateEntry
        /// An officer goes to another unit from today on.
        case transfer
        /// Another process takes the store over while this one still runs.
        case takeover
    }

    var at: Instant
    var kind: Kind
    var description: String { "\(at.date) \(at.timeOfDay) \(kind)" }

    /// The acts of a seed between two days, by time.
    static func history(seed: UInt64, from: CivilDate, until: CivilDate) -> [SimulatedAct] {
        var numbers = SeededNumbers(seed)
        // From numbers of their own, so that a longer history begins as the shorter one does.
        var years = SeededNumbers(seed, "publications")
        var acts = publications(from: from, until: until, &years)
        var day = from + 6
        while day < until - 10 {
            let at = Instant(day, .midnight) + Int64.random(in: 1..<1380, using: &numbers) * Instant.minute
            acts.append(SimulatedAct(at: at, kind: kind(&numbers)))
            day = day + Int.random(in: 2..<14, using: &numbers)
        }
        return acts.sorted { $0.at < $1.at }
    }

    private static func kind(_ numbers: inout SeededNumbers) -> Kind {
        switch Int.random(in: 0..<17, using: &numbers) {
        case 0:
            // Now and then for a quarter of a year.
            let longest = Int.random(in: 0..<8, using: &numbers) == 0 ? 2_200 : 400
            return .outage(
                hours: Int.random(in: 3..<longest, using: &numbers), reboots: Bool.random(using: &numbers))
        case 1: return .suspend(hours: Int.random(in: 1..<100, using: &numbers))
        case 2:
            // Nobody accepts a clock that shows another decade.
            let accepted = Int.random(in: 0..<3, using: &numbers) == 0
            return .jumpForward(
                hours: Int.random(in: 4..<(accepted ? 300 : 90_000), using: &numbers), accepted: accepted)
        case 3: return .jumpBack(hours: Int.random(in: 1..<40, using: &numbers))
        case 4: return .calendarRevision(revokes: Bool.random(using: &numbers))
        case 5: return .ruleEdit
        case 6, 7:
            return .pause(
                days: Int.random(in: 1..<12, using: &numbers),
                policy: ["skip", "fill", "latest"].randomElement(using: &numbers) ?? "skip")
        case 8, 9: return .backfill(notifies: Bool.random(using: &numbers))
        case 10: return .forecast
        case 11: return .duplicate
        case 12: return .transfer
        case 13: return .takeover
        case 14: return .thisPeriodEdit
        default: return .lateEntry
        }
    }

    /// Each year's notice comes out in the last months of the year before, as it did.
    private static func publications(
        from: CivilDate, until: CivilDate, _ numbers: inout SeededNumbers
    ) -> [SimulatedAct] {
        (from.year..<max(from.year + 1, until.year)).compactMap { year in
            guard let october = CivilDate(year: year, month: 10, day: 25) else { return nil }
            let day = october + Int.random(in: 0..<66, using: &numbers)
            guard day > from, day < until else { return nil }
            return SimulatedAct(at: Instant(day, .midnight) + 10 * Instant.hour, kind: .publication(year: year + 1))
        }
    }
}
