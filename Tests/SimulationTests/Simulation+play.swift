import Bureau
import Cadence
import Identifiers
import Notification
import SQLiteStore
import Synchronization
import WorkCalendar

extension Simulation {
    /// From the first day to the last: step, people, whatever happens; checks after each.
    func run() async throws -> SimulationOutcome {
        do {
            var acts = plan.acts[...]
            var quarter = Period(.quarter, containing: plan.from)
            var (wake, delivery) = try await step(isWoken: false)
            while clock.now() < end, !isCaught {
                let human = moments.first.map { Instant(milliseconds: $0) }
                let moment = [wake, delivery, human, acts.first?.at, end].compactMap(\.self).min() ?? end
                try await sleep(until: moment)
                var isWoken = moment == wake
                if let act = acts.first, act.at <= clock.now() {
                    acts.removeFirst()
                    try await perform(act)
                    // Whoever wakes after a long sleep, the scheduler is first.
                    _ = try await step(isWoken: false)
                    isWoken = false
                }
                if try await peopleAct() { isWoken = false }
                (wake, delivery) = try await step(isWoken: isWoken)
                let current = Period(.quarter, containing: clock.now().date)
                if current != quarter, clock.now() < end {
                    checkEverything(until: quarter.lastDay)
                    quarter = current
                }
            }
            if !isCaught {
                checkEverything(until: plan.until - 1)
                try await finish()
            }
        } catch {
            // The store refuses a second task of one key; nothing else may go wrong.
            found("\(error)".contains("UNIQUE constraint failed: task.source") ? 1 : 0, "\(error)")
        }
        outcome.tasks = rows.count
        outcome.messages = messages.count
        try? await process.store.close()
        return outcome
    }

    /// The process looks at the clock every minute. Of those looks the last before something happens matters, and as many
    /// as it takes not to be away for so long that it counts as an outage.
    private func sleep(until moment: Instant) async throws {
        while moment - clock.now() > Self.longestAbsence {
            clock.pass(Self.longestAbsence)
            _ = try await process.bureau.tick()
        }
        if moment - clock.now() > Instant.minute {
            clock.pass(moment - clock.now() - Instant.minute)
            _ = try await process.bureau.tick()
        }
        clock.pass(max(0, moment - clock.now()))
    }

    private static let longestAbsence = 110 * Instant.minute

    private var isCaught: Bool { plan.stopsAt.map { outcome.violations[$0] != nil } ?? false }

    /// One look of the scheduler at the clock and one of the outbox, with a crash in one of them where there are crashes.
    /// Returns when each wants to be woken.
    func step(isWoken: Bool) async throws -> (wake: Instant?, delivery: Instant?) {
        outcome.steps += 1
        let crash = plan.crashes ? Int.random(in: 0..<4, using: &numbers) : -1
        if crash >= 0 { outcome.crashes += 1 }
        if crash == 0 { try await restart() }
        let before = lastSeq
        if crash == 1 {
            process.life.dieInside(after: Int.random(in: 0..<2, using: &numbers))
            do { _ = try await process.bureau.tick() } catch is SimulatedCrash {}
            if process.life.isOver { try await restart() } else { process.life.live() }
        }
        noteForBug()
        let commits = process.life.commits
        let next = try await process.bureau.tick()
        around.box.facts.withLock { $0.restarted = false }
        let made = try await checkNews()
        checkCommits(process.life.commits - commits, made, decided: decisions)
        checkIdle(isWoken: isWoken && lastSeq == before)
        if crash == 2 { try await restart() }
        let delivery = try await deliver(crashing: crash == 3)
        return (next.map { max($0, clock.now() + 1) }, delivery)
    }

    /// Reading the clock's record may cost one commit, and deciding whom to tell another.
    private func checkCommits(_ commits: Int, _ made: Int, decided: Int) {
        let allowed = 1 + (decided > 0 ? 1 : 0) + max(1, (made + 4_999) / 5_000)
        if commits > allowed { found(25, "\(commits) commits for \(made) rows") }
    }

    /// While nothing happens, the scheduler asks to be woken no more often than the machine looks at the clock anyway.
    private func checkIdle(isWoken: Bool) {
        guard isWoken else {
            idle = (clock.now(), 0)
            return
        }
        idle.wakes += 1
        let allowed = 5 + (clock.now() - idle.since) / Instant.minute
        if Int64(idle.wakes) > allowed { found(26, "woken \(idle.wakes) times for nothing since \(idle.since)") }
    }

    /// What is due goes out; a process that is killed between an effect and its acknowledgement leaves it to the next.
    func deliver(crashing: Bool) async throws -> Instant? {
        if crashing { process.life.dieInside(after: Int.random(in: 1..<4, using: &numbers)) }
        var next = try await process.desk.deliverDue()
        if process.life.isOver {
            try await restart()
            next = try await process.desk.deliverDue()
        }
        process.life.live()
        checkArrivals()
        return next.map { max(Instant(milliseconds: $0), clock.now() + 1) }
    }
}
