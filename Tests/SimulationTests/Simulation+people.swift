import Bureau
import Cadence
import Identifiers
import Labels
import WorkCalendar

extension Simulation {
    func schedule(_ act: HumanAct, at: Instant) {
        let at = max(at, clock.now() + Instant.minute).milliseconds
        if humans[at] == nil {
            let index = moments.firstIndex { $0 > at } ?? moments.endIndex
            moments.insert(at, at: index)
        }
        humans[at, default: []].append(act)
    }

    /// Early, late, never, returned, waived, taken back, in the wrong order: by seed and task, whatever else happens.
    func engage(_ task: Obligation) {
        guard rule(of: task).map({ !plan.neglected.contains($0.id) }) ?? true else { return }
        var numbers = SeededNumbers(plan.seed, "\(task.source) \(task.subject) \(task.occurrence)")
        let early = task.dueAt - Int64([3, 7].randomElement(using: &numbers) ?? 3) * Instant.hour - 37 * Instant.minute
        func after(_ hours: Int64, _ kind: HumanAct.Kind) {
            schedule(HumanAct(task: task.id, kind: kind), at: early + hours * Instant.hour)
        }
        switch Int.random(in: 0..<100, using: &numbers) {
        case ..<52: after(0, .submit)
        case ..<60:
            after(0, .submit)
            after(2, .accept)
        case ..<76:
            let days = Int64(Int.random(in: 1..<4, using: &numbers))
            schedule(HumanAct(task: task.id, kind: .submit), at: task.dueAt + days * Instant.day - 53 * Instant.minute)
        case ..<84: break
        case ..<91:
            after(0, .submit)
            after(2, .giveBack)
            after(26, .submitAgain)
        case ..<94:
            after(0, .giveBack)
            after(2, .submit)
        case ..<97:
            after(0, .submit)
            after(1, .undo)
            after(2, .submitAgain)
        default: after(1, .waive)
        }
    }

    /// Everybody whose moment has come; was there anybody?
    func peopleAct() async throws -> Bool {
        var didAct = false
        while let moment = moments.first, moment <= clock.now().milliseconds {
            moments.removeFirst()
            didAct = true
            for act in humans.removeValue(forKey: moment) ?? [] {
                if case .resume(let policy) = act.kind {
                    try await resume(policy)
                } else if let task = rows[act.task] {
                    try await perform(act.kind, task)
                }
                _ = try await checkNews()
            }
        }
        return didAct
    }

    private func perform(_ kind: HumanAct.Kind, _ task: Obligation) async throws {
        let state = task.status.state
        switch kind {
        case .submit, .submitAgain:
            guard task.status.isPending else { return }
            try await submit(task, again: kind == .submitAgain || state == .returned)
        case .accept:
            guard state == .submitted else { return }
            try await head { try await $0.acceptTasks(CommandWords([task.id.description]), caller: $1) }
        case .giveBack:
            let words = CommandWords([task.id.description], options: ["reason": ["x"]])
            try await head { try await $0.returnTasks(words, caller: $1) }
        case .waive:
            guard task.status.isPending else { return }
            let words = CommandWords([task.id.description], options: ["reason": ["x"]])
            try await head { try await $0.waiveTasks(words, caller: $1) }
        case .undo:
            guard let last, last.task == task.id else { return }
            let uid = owner(task)
            try await command(uid) { try await $0.undo(CommandWords(), caller: $1) }
        case .resume: break
        }
    }

    /// A day's inventory is submitted by a line of that day, everything else by the head.
    private func submit(_ task: Obligation, again: Bool) async throws {
        let uid = owner(task)
        let id: String
        if task.product == .inventory {
            let words =
                again
                ? CommandWords(["拜访企业", "kind:visitOut"], options: ["on": [task.period.key]])
                : CommandWords([], options: ["on": [task.period.key], "zero": [""]])
            id = try await command(uid) { try await $0.logEntry(words, caller: $1) }
        } else {
            let words = CommandWords([task.id.description])
            id = try await command(uid) { try await $0.submitTask(words, caller: $1) }
            _ = try await checkNews()
            if rows[task.id]?.status.isPending == true, clock.now() < task.dueAt + 10 * Instant.day {
                // Refused: children are missing. It is tried again in two days.
                schedule(HumanAct(task: task.id, kind: .submit), at: clock.now() + 2 * Instant.day)
            }
        }
        last = (id, task.id)
    }

    private func owner(_ task: Obligation) -> UInt32 {
        guard task.product == .inventory, case .officer(let id) = task.subject else { return SimulatedPerson.head }
        return UInt32(1_000 + id.number)
    }

    private func head<Result>(
        _ body: (Bureau, Caller) async throws -> Result
    ) async throws {
        _ = try await command(SimulatedPerson.head, body)
    }

    /// A command as a client sends it: when the process dies under it, it is sent again to the next one, with the same id.
    /// That it is refused is no fault. Returns its id.
    @discardableResult
    func command<Result>(
        _ uid: UInt32, _ body: (Bureau, Caller) async throws -> Result
    ) async throws -> String {
        let claim = claim(uid)
        let dies = plan.crashes && Int.random(in: 0..<4, using: &numbers) == 0
        if dies { process.life.dieInside(after: Int.random(in: 0..<2, using: &numbers)) }
        for _ in 0..<2 {
            do {
                let caller = try await process.bureau.caller(claim)
                _ = try await body(process.bureau, caller)
            } catch is SimulatedCrash {
            } catch let error as ZhaoshangError where Self.refusals.contains(error.code) {
            }
            guard process.life.isOver else { break }
            try await restart()
        }
        process.life.live()
        return claim.commandID
    }

    private static let refusals: Set<ErrorCode> = [.refused, .incomplete, .conflict, .notUndoable, .badDate]
}
