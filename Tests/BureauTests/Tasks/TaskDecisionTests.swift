import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Handing in, accepting, returning and waiving, and what a parent needs of its children.
struct TaskDecisionTests {
    @Test func aTaskGoesFromOpenOverReturnedToAccepted() async throws {
        let fixture = try await BureauFixture()
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10")).id.description
        let nehead = BureauFixture.nehead
        try await fixture.submitWeek()
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "submitted")
        _ = try await fixture.bureau.returnTasks(
            CommandWords([week], options: ["reason": ["缺数据"]]), caller: fixture.caller(BureauFixture.head))
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "returned")
        try await fixture.submitWeek()
        let decided = try await fixture.bureau.acceptTasks(CommandWords([week]), caller: fixture.caller(nehead))
        #expect(decided.states.map { "\($0.id) \($0.state)" } == ["\(week) accepted"])
        let task = try await fixture.task("R-2", "U-2", "2026-W10")
        #expect(task?.status.submittedBy == "O-5")
        #expect(task?.status.decidedBy == "O-5")
    }

    enum Decision: CaseIterable {
        case submit, accept, returned, waive

        /// The states that the design lets it start from, for a report.
        var from: Set<ObligationStatus.State> {
            switch self {
            case .submit, .waive: [.open, .returned]
            case .accept, .returned: [.submitted]
            }
        }

        func decide(_ fixture: BureauFixture, _ task: String) async throws {
            let caller = try await fixture.caller(BureauFixture.nehead)
            let words = CommandWords([task], options: ["reason": ["理由"]])
            switch self {
            case .submit: _ = try await fixture.bureau.submitTask(words, caller: caller)
            case .accept: _ = try await fixture.bureau.acceptTasks(words, caller: caller)
            case .returned: _ = try await fixture.bureau.returnTasks(words, caller: caller)
            case .waive: _ = try await fixture.bureau.waiveTasks(words, caller: caller)
            }
        }
    }

    @Test(arguments: Decision.allCases, ObligationStatus.State.allCases)
    func aDecisionFromTheWrongStateIsRefused(decision: Decision, state: ObligationStatus.State) async throws {
        let fixture = try await BureauFixture()
        let task = try #require(try await fixture.task("R-2", "U-2", "2026-W10"))
        let change = TaskChanged(task: task.id, before: task.status, after: ObligationStatus(state: state))
        if state != .open {
            _ = try await fixture.store.write(Command(id: "s", actor: "uid:0", verb: "setup", digest: [])) { writing in
                try writing.append(NewEvent("task.set", change.task, change))
                return Outcome()
            }
        }
        let error = await refused { try await decision.decide(fixture, task.id.description) }
        #expect(error?.code == (decision.from.contains(state) ? nil : .refused))
        if error != nil {
            #expect(error?.details["state"] == .text(state.rawValue))
            #expect(try await fixture.state("R-2", "U-2", "2026-W10").hasPrefix(state.rawValue))
        }
    }

    @Test func returningAndWaivingNeedAReason() async throws {
        let fixture = try await BureauFixture()
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10")).id.description
        let nehead = BureauFixture.nehead
        for reason in [[:], ["reason": [""]]] {
            let code = await refusal {
                _ = try await fixture.bureau.waiveTasks(
                    CommandWords([week], options: reason), caller: fixture.caller(nehead))
            }
            #expect(code == .incomplete)
        }
        try await fixture.submitWeek()
        let code = await refusal {
            _ = try await fixture.bureau.returnTasks(CommandWords([week]), caller: fixture.caller(nehead))
        }
        #expect(code == .incomplete)
    }

    @Test func anInventoryIsSubmittedByItsLinesOnly() async throws {
        let fixture = try await BureauFixture()
        let day = try #require(try await fixture.task("R-1", "O-2", "2026-03-02")).id.description
        let error = await refused {
            _ = try await fixture.bureau.submitTask(CommandWords([day]), caller: fixture.caller(BureauFixture.li))
        }
        #expect(error?.code == .incomplete)
        #expect(error?.hint?.en.contains("zs log") == true)
    }

    @Test func severalAreDecidedTogetherOrNotAtAll() async throws {
        let fixture = try await BureauFixture()
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10")).id.description
        let foreign = try #require(try await fixture.task("R-2", "U-3", "2026-W10")).id.description
        let code = await refusal {
            _ = try await fixture.bureau.waiveTasks(
                CommandWords([week, foreign], options: ["reason": ["合并"]]),
                caller: fixture.caller(BureauFixture.nehead))
        }
        #expect(code == .forbidden)
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "open")
    }

    // MARK: wait policies

    /// bn-ne gathers li (U-2) and zhao (U-4, below it): on Friday both owe five days.
    @Test(
        arguments: [
            ("all", "2026-03-06T15:00", 0, ErrorCode?.some(.incomplete)), ("all", "2026-03-06T15:00", 9, .incomplete),
            ("all", "2026-03-06T15:00", 10, nil), ("all", "2026-03-09T09:00", 9, .incomplete),
            ("min 3", "2026-03-06T15:00", 2, .incomplete), ("min 3", "2026-03-06T15:00", 3, nil),
            ("min 3", "2026-03-09T09:00", 2, .incomplete), ("min 0", "2026-03-06T15:00", 0, nil),
            // Who hands in by the time of the rule hands in, with whatever is there.
            ("deadline", "2026-03-06T15:00", 0, nil), ("deadline", "2026-03-09T09:00", 7, nil),
        ])
    func aParentWaitsAsItsPolicySays(wait: String, moment: String, done: Int, refused: ErrorCode?) async throws {
        let fixture = try await BureauFixture()
        try await fixture.usePolicy(wait)
        try await fixture.move(to: moment)
        let days = (2...6).flatMap { day in
            [(BureauFixture.li, "2026-03-0\(day)"), (BureauFixture.zhao, "2026-03-0\(day)")]
        }
        for (uid, date) in days.prefix(done) { try await fixture.zero(by: uid, on: date) }
        let code = await refusal { try await fixture.submitWeek() }
        #expect(code == refused)
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == (refused == nil ? "submitted" : "open"))
    }

    @Test func missingChildrenAreNamed() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-06T16:30")
        for day in 2...6 { try await fixture.zero(on: "2026-03-0\(day)") }
        for day in 2...4 { try await fixture.zero(by: BureauFixture.zhao, on: "2026-03-0\(day)") }
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10")).id.description
        let submitted = try await fixture.bureau.submitTask(
            CommandWords([week]), caller: fixture.caller(BureauFixture.nehead))
        #expect(
            submitted.missing.map { "\($0.task.subject) \($0.task.occurrence)" } == [
                "O-6 2026-03-05", "O-6 2026-03-06",
            ])
    }

    @Test func aRefusalNamesEveryMissingChild() async throws {
        let fixture = try await BureauFixture()
        try await fixture.usePolicy("all")
        try await fixture.move(to: "2026-03-06T15:00")
        for day in 2...6 { try await fixture.zero(on: "2026-03-0\(day)") }
        let error = await refused { try await fixture.submitWeek() }
        guard case .list(let missing)? = error?.details["missing"] else {
            Issue.record("the refusal lists the missing")
            return
        }
        #expect(missing.count == 5)
        let named = missing.filter { $0.contains(" O-6 ") && $0.contains(" 2026-03-0") }
        #expect(named.count == 5)
    }

    @Test func waivedChildrenAreNotMissing() async throws {
        let fixture = try await BureauFixture()
        try await fixture.usePolicy("all")
        _ = try await fixture.bureau.recordLeave(
            CommandWords(["zhao", "2026-03-02", "2026-03-06"]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-06T15:00")
        for day in 2...6 { try await fixture.zero(on: "2026-03-0\(day)") }
        try await fixture.submitWeek()
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "submitted")
    }

    @Test func freezingMarksWhatWasNotHandedInAsMissed() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-06T16:30")
        for day in 2...5 { try await fixture.zero(on: "2026-03-0\(day)") }
        try await fixture.submitWeek()
        try await fixture.move(to: "2026-03-09T12:00")
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "accepted")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-05") == "accepted")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-06") == "missed")
        #expect(try await fixture.state("R-1", "O-6", "2026-03-02") == "missed")
        // Another unit's people and the running week are untouched.
        #expect(try await fixture.state("R-1", "O-7", "2026-03-02") == "open")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-09") == "open")
    }
}

extension BureauFixture {
    /// Replaces the weekly rule by one with another wait policy.
    func usePolicy(_ wait: String) async throws {
        let rule = try #require(try await store.read { try $0.rule(RuleID(2)) })
        var changed = rule
        changed.revisions[0].wait = try #require(WaitPolicy(wait))
        let fact = RuleChanged(before: rule, after: changed)
        _ = try await store.write(Command(id: "policy", actor: "uid:0", verb: "setup", digest: [])) { writing in
            try writing.append(NewEvent("rule.revised", RuleID(2), fact))
            return Outcome()
        }
    }
}
