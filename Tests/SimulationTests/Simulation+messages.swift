import Bureau
import Cadence
import FoundationEssentials
import Identifiers
import Notification
import SQLiteStore
import WorkCalendar

/// Who is told what: what was decided, by the log, and what arrived outside.
extension Simulation {
    private static let grace = 2 * Instant.hour

    func checkDecided(_ reminders: [Reminder], _ event: Event) {
        decisions += reminders.count
        if isSuspect { found(22, "told \(reminders.count) messages under a suspect clock") }
        var digests: [Subject: Int] = [:]
        for reminder in reminders {
            if messages.updateValue(reminder, forKey: reminder.key) != nil { found(9, "\(reminder.key) twice") }
            if reminder.kind == .digest {
                digests[reminder.recipient, default: 0] += 1
            } else if event.instant - reminder.at > Self.grace {
                found(20, "\(reminder.key) is told alone, \((event.instant - reminder.at) / Instant.hour) hours late")
            }
            for item in reminder.items { check(item, reminder, event) }
        }
        if let many = digests.first(where: { $0.value > 1 }) {
            found(20, "\(many.key) gets \(many.value) digests at once")
        }
    }

    private func check(_ item: Reminder.Item, _ reminder: Reminder, _ event: Event) {
        guard let task = rows[item.task] else { return found(8, "\(reminder.key) about what was never made") }
        if !task.status.isPending { found(10, "\(reminder.key), and it is \(task.status.state)") }
        if silent.contains(item.task) { found(20, "\(reminder.key), and it was to be silent") }
        let key = ReminderDecision.Told(task: item.task, recipient: reminder.recipient)
        if let before = levels[key], item.level <= before {
            found(11, "\(reminder.key): \(item.level) after \(before)")
        }
        levels[key] = item.level
    }

    private struct Document: Decodable {
        struct Contents: Decodable {
            var items: [Item]
        }
        struct Item: Decodable {
            var task: String
            var overdue: Bool
        }
        var data: Contents
    }

    /// What arrived since the last look. A group's text is one for many, so only single messages are read.
    func checkArrivals() {
        for arrival in around.receiver.news() {
            if !arrival.isCommitted { found(8, "\(arrival.key) arrived, and nobody decided it") }
            if arrival.isSettled { found(9, "\(arrival.key) was sent again after it was acknowledged") }
            // A batch may take a minute or two to go out.
            if isQuiet(arrival.at) { found(0, "\(arrival.key) arrived at \(arrival.at), in the quiet hours") }
            guard arrival.channel == "hook",
                let document = try? JSONDecoder().decode(Document.self, from: Data(arrival.document))
            else { continue }
            for item in document.data.items {
                guard let task = TaskID(item.task).flatMap({ rows[$0] }) else { continue }
                if !task.status.isPending {
                    found(10, "\(arrival.key) arrived, and \(task.id) is \(task.status.state)")
                }
                if item.overdue, task.dueAt >= arrival.at { found(12, "\(task.id) is called overdue before its time") }
            }
        }
    }

    /// From nine in the evening to eight in the morning.
    private func isQuiet(_ instant: Instant) -> Bool {
        let minute = (instant - Instant(instant.date, .midnight)) / Instant.minute
        return minute >= 21 * 60 + 5 || minute < 8 * 60
    }

    /// Each message that was decided reached everybody's channel once, or nothing of it was left to be done.
    func checkDeliveries() async throws {
        let deliveries = try await store.read { try $0.deliveries(DeliveryFilter()) }
        var served: Set<String> = []
        for delivery in deliveries {
            served.insert(delivery.message)
            guard let reminder = messages[delivery.message] else {
                found(8, "\(delivery.message) is on its way, and nobody decided it")
                continue
            }
            switch delivery.state {
            case .delivered:
                let key = delivery.batch ?? delivery.message
                if !around.receiver.hasAny(key) { found(9, "\(delivery.message) never arrived") }
            case .pending:
                // It may still wait for the morning, or for another attempt.
                let age = clock.now() - max(reminder.at, Instant(milliseconds: delivery.attemptedAt ?? 0))
                if age > Instant.day { found(9, "\(delivery.message) still waits") }
            case .dead: found(9, "\(delivery.message) was given up: \(delivery.code ?? "")")
            case .dropped: break
            }
        }
        if let lost = messages.keys.filter({ !served.contains($0) }).min() { found(9, "\(lost) was never queued") }
    }
}
