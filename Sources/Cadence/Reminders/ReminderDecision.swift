public import Identifiers
public import WorkCalendar

/// Who is told what by `now`: the ladder of each pending task, the highest step that was reached, once for each recipient.
public struct ReminderDecision: Sendable {
    /// A task that waits for somebody, with the ladder that holds for it.
    public struct Pending: Sendable {
        public var task: Obligation
        public var steps: [LadderStep]
        /// When the time for it began: the percentages of the ladder count from there.
        public var start: Instant

        public init(task: Obligation, steps: [LadderStep], start: Instant) {
            self.task = task
            self.steps = steps
            self.start = start
        }
    }

    /// What a recipient knows of a task already.
    public struct Told: Hashable, Sendable {
        public var task: TaskID
        public var recipient: Subject

        public init(task: TaskID, recipient: Subject) {
            self.task = task
            self.recipient = recipient
        }
    }

    /// What is later than this after its step was reached goes into a digest.
    public var misfireGrace: Int64 = 2 * Instant.hour
    /// Outages that nobody is blamed for; none without amnesty.
    public var outages: [OutageFound] = []
    /// Messages wait for the end of these hours.
    public var quiet: QuietHours?

    private let calendar: WorkingDayCalendar
    private let roster: Roster

    public init(calendar: WorkingDayCalendar, roster: Roster) {
        self.calendar = calendar
        self.roster = roster
    }

    private struct Reached {
        var item: Reminder.Item
        var recipient: Subject
        var at: Instant
        /// The ladder names somebody beyond those of the due time.
        var escalates: Bool
        var occurrence: String
        var isLate: Bool
    }

    /// - Parameter told: the highest step each recipient was told of a task.
    /// - Returns: what is to be said now, by recipient and task, and when the next step is reached.
    public func decide(
        _ pending: [Pending], told: [Told: Int], now: Instant
    ) -> (reminders: [Reminder], nextAt: Instant?) {
        var reached: [Reached] = []
        var next: Instant?
        for entry in pending {
            guard entry.task.status.isPending else { continue }
            let steps = ReminderSteps(
                of: entry.task, from: entry.start, ladder: entry.steps, calendar: calendar, outages: outages)
            if let later = steps.next(after: now) { next = [next, later].compactMap(\.self).min() }
            var highest: [Subject: Reached] = [:]
            for (index, step) in steps.steps.enumerated() where step.at <= now {
                for recipient in recipients(of: step.tells, entry.task, on: now.date) {
                    highest[recipient] = Reached(
                        item: Reminder.Item(task: entry.task.id, level: index + 1), recipient: recipient,
                        at: step.at, escalates: step.escalates, occurrence: entry.task.occurrence,
                        isLate: isLate(entry.task, step.at, now, told, recipient))
                }
            }
            reached += highest.values.filter { found in
                found.item.level > told[Told(task: entry.task.id, recipient: found.recipient)] ?? 0
            }
        }
        return (messages(reached, now), next)
    }

    private func messages(_ reached: [Reached], _ now: Instant) -> [Reminder] {
        let byRecipient = Dictionary(grouping: reached) { $0.recipient }
        return byRecipient.keys.sorted().flatMap { recipient -> [Reminder] in
            let all = (byRecipient[recipient] ?? []).sorted { ($0.item.task, $0.at) < ($1.item.task, $1.at) }
            let late = all.filter(\.isLate)
            let release = quiet?.release(now) ?? now
            var messages = all.filter { !$0.isLate }.map { one in
                Reminder(
                    key: "\(one.item.task)/\(one.occurrence)/remind/\(one.item.level)/\(recipient)",
                    recipient: recipient, kind: one.escalates ? .escalation : .reminder, items: [one.item],
                    at: release > now ? release : one.at)
            }
            if let first = late.first {
                // A clock that stands, as a virtual one does, may see two digests: no step is told twice.
                let number = "\(now.milliseconds)/\(first.item.task).\(first.item.level)"
                messages.append(
                    Reminder(
                        key: "digest/\(recipient)/\(number)", recipient: recipient, kind: .digest,
                        items: late.map(\.item), at: release, detectedLate: true))
            }
            return messages
        }
    }

    /// Passed while nobody could be told: too long ago, or of a task that was made after its due time.
    private func isLate(
        _ task: Obligation, _ at: Instant, _ now: Instant, _ told: [Told: Int], _ recipient: Subject
    ) -> Bool {
        now - at > misfireGrace
            || (task.detectedLate && told[Told(task: task.id, recipient: recipient)] == nil)
    }

    private func recipients(of roles: [String], _ task: Obligation, on date: CivilDate) -> [Subject] {
        var found: Set<Subject> = []
        for role in roles {
            switch role {
            case "owner": found.insert(task.subject)
            case "head": found.formUnion(roster.holders(of: "leader", responsibleFor: task.unit, on: date))
            case "supervisor": found.formUnion(roster.holders(of: "supervisor", on: date))
            default: break
            }
        }
        return found.sorted()
    }
}

extension Roster {
    /// Officers with a role who belong to a unit on that day, by number.
    public func holders(of role: String, on date: CivilDate) -> [Subject] {
        members.filter { $0.active && $0.roles.contains(role) && $0.unit(in: date...date) != nil }.map {
            .officer($0.id)
        }
    }

    /// Those of the unit itself, or where it has none, of the nearest unit above that has.
    public func holders(of role: String, responsibleFor unit: UnitID, on date: CivilDate) -> [Subject] {
        for place in sequence(first: unit, next: { self.office($0)?.parent }) {
            let found = members.filter {
                $0.active && $0.roles.contains(role) && $0.unit(in: date...date) == place
            }
            if !found.isEmpty { return found.map { .officer($0.id) } }
        }
        return []
    }
}
