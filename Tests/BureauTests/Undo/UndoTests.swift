import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Taking commands back: each verb leads back to the very same projections, and forward again.
struct UndoTests {
    enum Verb: String, CaseIterable, CustomTestStringConvertible {
        case log, zero, edit, moveDay, withdraw
        case submit, accept, returned, waive
        case target, setting
        case unitAdd, unitEdit, officerAdd, officerEdit, officerMove, leave, roster, deactivate
        case ruleAddLater, ruleEdit, ruleThisPeriod, ruleLevel, ruleEnd

        var testDescription: String { rawValue }

        /// Whose command it is.
        var uid: UInt32 {
            switch self {
            case .log, .zero, .edit, .moveDay, .withdraw: BureauFixture.li
            case .submit, .accept, .returned, .waive, .target: BureauFixture.nehead
            default: 0
            }
        }

        /// What has to be there before.
        func prepare(_ fixture: BureauFixture) async throws {
            try await fixture.log("原来的一行", "+走访", "amount:3亿", by: BureauFixture.wang)
            switch self {
            case .edit, .moveDay, .withdraw: try await fixture.log("原来的一行", "+走访", "amount:3亿")
            case .submit: try await fixture.handInMonday()
            case .accept, .returned:
                try await fixture.handInMonday()
                try await fixture.submitWeek()
            default: break
            }
        }

        func perform(_ fixture: BureauFixture) async throws {
            let bureau = fixture.bureau
            let caller = try await fixture.caller(uid)
            func words(_ words: String..., options: [String: [String]] = [:]) -> CommandWords {
                CommandWords(words, options: options)
            }
            let week = try await fixture.task("R-2", "U-2", "2026-W10").map { $0.id.description } ?? "-"
            switch self {
            case .log: try await fixture.log("走访", "+走访", "amount:5亿")
            case .zero: try await fixture.zero()
            case .edit: _ = try await bureau.editEntry(words("J-2", "新内容", "amount:9亿"), caller: caller)
            case .moveDay:
                _ = try await bureau.editEntry(words("J-2", options: ["on": ["2026-03-02"]]), caller: caller)
            case .withdraw: _ = try await bureau.withdrawEntries(words("J-2"), caller: caller)
            case .submit: _ = try await bureau.submitTask(words(week, "小结"), caller: caller)
            case .accept: _ = try await bureau.acceptTasks(words(week), caller: caller)
            case .returned:
                _ = try await bureau.returnTasks(words(week, options: ["reason": ["补数据"]]), caller: caller)
            case .waive: _ = try await bureau.waiveTasks(words(week, options: ["reason": ["合并"]]), caller: caller)
            case .target: _ = try await bureau.setTarget(words("U-2", "2026", "entries.count", "1200"), caller: caller)
            case .setting: _ = try await bureau.setSetting(words("task.grace_working_days", "5"), caller: caller)
            case .unitAdd:
                _ = try await bureau.addUnit(words("bn-park", "name:园区", "kind:park", "parent:bn"), caller: caller)
            case .unitEdit: _ = try await bureau.editUnit(words("bn-bio", "name:医药专班"), caller: caller)
            case .officerAdd:
                _ = try await bureau.addOfficer(words("新人", "unit:bn-ne", "role:viewer"), caller: caller)
            case .officerEdit: _ = try await bureau.editOfficer(words("li", "capacity:9", "skills:谈判"), caller: caller)
            case .officerMove:
                _ = try await bureau.editOfficer(words("li", "unit:bn-bio", "from:2026-03-10"), caller: caller)
            case .leave: _ = try await bureau.recordLeave(words("li", "2026-03-03", "2026-03-04"), caller: caller)
            case .roster: _ = try await bureau.recordRoster(words("li", "2026-03-05"), caller: caller)
            case .deactivate: _ = try await bureau.deactivateOfficer(words("li"), caller: caller)
            case .ruleAddLater:
                try await fixture.addRule("later", "level:year", "due:workday 10 at 17:30", "from:2027")
            case .ruleEdit: _ = try await bureau.editRule(words("R-2", "due:weekday Thu at 10:00"), caller: caller)
            case .ruleThisPeriod:
                _ = try await bureau.editRule(
                    words("R-2", "due:weekday Thu at 10:00", options: ["this-period": ["true"]]), caller: caller)
            case .ruleLevel:
                _ = try await bureau.editRule(
                    words("R-2", "level:month", "due:workday -1 at 16:00"), caller: caller)
            case .ruleEnd: _ = try await bureau.endRule(words("R-2"), caller: caller)
            }
        }
    }

    @Test(arguments: Verb.allCases)
    func undoLeadsBackAndRedoForward(verb: Verb) async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-03T09:00")
        try await verb.prepare(fixture)
        let before = try await fixture.projections()
        try await verb.perform(fixture)
        let after = try await fixture.projections()
        #expect(before != after, "the verb does something")

        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(verb.uid))
        let undone = try await fixture.projections()
        #expect(undone.filter { !before.contains($0) } == [], "undone: too much")
        #expect(before.filter { !undone.contains($0) } == [], "undone: missing")

        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(verb.uid))
        let redone = try await fixture.projections()
        #expect(redone.filter { !after.contains($0) } == [], "redone: too much")
        #expect(after.filter { !redone.contains($0) } == [], "redone: missing")

        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(verb.uid))
        let again = try await fixture.projections()
        #expect(again.filter { !before.contains($0) } == [], "undone again: too much")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func aRuleWhoseTasksAreUntouchedCanBeTakenBackAndVoidsThem() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.addRule("weekly", "level:week", "officers:officer", "due:workday -1 at 16:00")
        let made = try await fixture.store.read { try $0.tasks(TaskFilter(source: "R-1")) }
        #expect(!made.isEmpty)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.admin)
        let states = try await fixture.store.read { try $0.tasks(TaskFilter(source: "R-1")).map(\.status.state) }
        #expect(states.count == made.count)
        #expect(Set(states) == [.void])
        let rules = try await fixture.store.read { try $0.rules() }
        #expect(rules.isEmpty)
    }

    @Test func aJoinerTakenBackLeavesNoTaskBehind() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.addOfficer(
            CommandWords(["新人", "unit:bn-ne", "role:officer"]), caller: fixture.admin)
        #expect(try await fixture.state("R-1", "O-9", "2026-03-02") == "open")
        let error = await refused { _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.admin) }
        let state = try await fixture.state("R-1", "O-9", "2026-03-02")
        // Nobody may owe a task who does not exist.
        #expect(error == nil)
        #expect(state == "void:undone")
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.admin)
        #expect(try await fixture.state("R-1", "O-9", "2026-03-02") == "open")
    }

    @Test func aLaterChangeOfTheSameRecordStandsInTheWay() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.setTarget(
            CommandWords(["U-2", "2026", "entries.count", "1200"]), caller: fixture.caller(BureauFixture.head))
        _ = try await fixture.bureau.setTarget(
            CommandWords(["U-2", "2026", "entries.count", "1300"]), caller: fixture.caller(BureauFixture.nehead))
        let error = await refused {
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.head))
        }
        #expect(error?.code == .conflict)
        guard case .list(let touched)? = error?.details["touched"] else {
            Issue.record("the refusal names what was touched")
            return
        }
        #expect(touched.count == 1 && touched[0].contains("U-2"))
    }

    @Test func linesOfTheSameDayDoNotStandInOneAnothersWay() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        try await fixture.log("代记")
        _ = try await fixture.bureau.undo(CommandWords(["2"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.store.read { try $0.entries(EntryFilter()).isEmpty })
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "open")
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(BureauFixture.li))
        #expect(
            try await fixture.store.read { try $0.entries(EntryFilter()).map(\.entry.id.description) } == [
                "J-1", "J-2",
            ])
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
    }

    @Test func moreThanThereIsOrNothingAtAllIsRefused() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        for word in ["2", "100"] {
            let code = await refusal {
                _ = try await fixture.bureau.undo(CommandWords([word]), caller: fixture.caller(BureauFixture.li))
            }
            #expect(code == .refused)
        }
        for word in ["0", "101", "x", "-1"] {
            let code = await refusal {
                _ = try await fixture.bureau.undo(CommandWords([word]), caller: fixture.caller(BureauFixture.li))
            }
            #expect(code == .usage, "\(word)")
        }
        #expect(try await fixture.store.read { try $0.entries(EntryFilter()).count } == 1)
    }

    @Test func redoWorksDirectlyAfterUndoOnly() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        let li = BureauFixture.li
        #expect(
            await refusal { _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(li)) } == .refused)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(li))
        try await fixture.log("二")
        #expect(
            await refusal { _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(li)) } == .refused)
    }

    @Test func everybodyTakesBackTheirOwnOnly() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("自己的")
        _ = try await fixture.bureau.logEntry(
            CommandWords(["代记的"]), caller: fixture.caller(BureauFixture.clerk, as: "li"))
        // The clerk has nothing of her own, and what she did for somebody needs the same --as.
        let own = await refusal {
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.clerk))
        }
        #expect(own == .refused)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.clerk, as: "li"))
        #expect(try await fixture.store.read { try $0.entry(EntryID(2))?.entry.withdrawn } == true)
        #expect(try await fixture.store.read { try $0.entry(EntryID(1))?.entry.withdrawn } == false)
    }

    @Test func aFreezeCannotBeTakenBack() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.freezeReport(
            kind: "week", period: "2026-W10", caller: fixture.caller(BureauFixture.nehead))
        let error = await refused {
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.nehead))
        }
        // It is the newest, so nothing older is taken back in its stead.
        #expect(error?.code == .notUndoable)
        #expect(
            try await fixture.store.read {
                try $0.isFrozen(
                    kind: .week, unit: UnitID(2), period: Period(.week, containing: CivilDate(ordinal: 20_514)))
            })
    }

    @Test func undoingOneByOneIsUndoingTogether() async throws {
        let fixture = try await BureauFixture()
        let li = BureauFixture.li
        let before = try await fixture.projections()
        try await fixture.log("一", "amount:3亿")
        for amount in ["4亿", "5亿"] {
            _ = try await fixture.bureau.editEntry(
                CommandWords(["J-1", "amount:" + amount]), caller: fixture.caller(li))
        }
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(li))
        #expect(try await fixture.store.read { try $0.entry(EntryID(1))?.entry.amount?.yuan } == 400_000_000)
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(li))
        #expect(try await fixture.store.read { try $0.entry(EntryID(1))?.entry.amount?.yuan } == 500_000_000)
        for _ in 0..<3 { _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(li)) }
        #expect(try await fixture.projections() == before)
    }

    @Test func theHistoryOfARecordIsItsEventsNewestFirst() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        _ = try await fixture.bureau.editEntry(
            CommandWords(["J-1", "amount:3亿"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.li))
        let events = try await fixture.bureau.history("j1", caller: fixture.caller(BureauFixture.li))
        #expect(events.map(\.event.verb) == ["entry.restored", "entry.edited", "entry.logged"])
        #expect(events[1].changed.map(\.field) == ["amount"])
        #expect(events[1].changed.map(\.to) == ["300000000"])
        #expect(
            await refusal { _ = try await fixture.bureau.history("J-9", caller: fixture.caller(BureauFixture.li)) }
                == .notFound)
        #expect(
            await refusal { _ = try await fixture.bureau.history("J-1", caller: fixture.caller(BureauFixture.wang)) }
                == .forbidden)
    }
}

extension BureauFixture {
    /// Everybody below bn-ne reports for Monday 2 March.
    func handInMonday() async throws {
        try await zero(on: "2026-03-02")
        try await zero(by: Self.zhao, on: "2026-03-02")
    }

    /// The head of bn-ne hands in the week's consolidation.
    func submitWeek(_ week: String = "2026-W10", _ words: String...) async throws {
        let task = try #require(try await task("R-2", "U-2", week))
        _ = try await bureau.submitTask(
            CommandWords([task.id.description] + words), caller: caller(Self.nehead))
    }
}
