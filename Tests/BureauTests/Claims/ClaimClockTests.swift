import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// The end of a claim: filed on Monday 2 March 2026 it holds through the 31st of May, 90 days later.
struct ClaimClockTests {
    private let fixture: BureauFixture

    init() async throws {
        fixture = try await BureauFixture(rules: false)
        try await file("@某集团", by: BureauFixture.li)
    }

    private func file(_ investor: String, by uid: UInt32) async throws {
        _ = try await fixture.bureau.fileClaim(
            CommandWords([investor, "amount:12亿", "evidence:纪要"]), caller: fixture.caller(uid))
    }

    private func claim(_ number: Int64 = 1) async throws -> FirstTalkClaim {
        try #require(try await fixture.store.read { try $0.record(FirstTalkClaim.self, ClaimID(number)) })
    }

    private func today(_ uid: UInt32 = BureauFixture.li) async throws -> [String] {
        let agenda = try await fixture.bureau.agenda(caller: fixture.caller(uid))
        return (agenda.overdue + agenda.due).map { "\($0.task.source) \($0.task.clock ?? "-") \($0.warning ?? 0)" }
    }

    @Test(
        arguments: [
            ("2026-05-16T23:59", nil), ("2026-05-17T00:00", 14), ("2026-05-27T23:59", 14), ("2026-05-28T00:00", 3),
            ("2026-05-31T23:59", 3),
        ] as [(String, Int?)])
    func warningsAreStepsOfTheClock(moment: String, warning: Int?) async throws {
        #expect(try await claim().expiresOn?.description == "2026-05-31")
        try await fixture.move(to: moment)
        #expect(try await fixture.bureau.showClaim("C-1", caller: fixture.caller(BureauFixture.li)).warning == warning)
        let hold = try #require(try await fixture.task("C-1", "O-2", "hold"))
        let task = try await fixture.bureau.explainTask(
            hold.id.description, verb: "task.show", caller: fixture.caller(BureauFixture.li))
        #expect(task.view.warning == warning)
        #expect(task.view.overdueLevel == 0)
        #expect(
            task.ladder.map { $0.at.iso8601 }.prefix(2) == ["2026-05-17T00:00:00+08:00", "2026-05-28T00:00:00+08:00"])
        #expect(try await today() == (warning.map { ["C-1 hold \($0)"] } ?? []))
    }

    @Test func theWarningDaysAreASetting() async throws {
        let set = { (value: String) in
            _ = try await fixture.bureau.setSetting(
                CommandWords(["claim.warning_days", value]), caller: fixture.admin)
        }
        for wrong in ["", "0", "14 14", "x", "14 3 -1"] {
            #expect(await refusal { try await set(wrong) } == .badSetting, "\(wrong)")
        }
        try await set("30")
        try await fixture.move(to: "2026-05-01T00:00")
        #expect(try await fixture.bureau.showClaim("C-1", caller: fixture.caller(BureauFixture.li)).warning == 30)
    }

    /// The claimant hears of both, the head of the last; quiet hours hold them until eight. Nobody hears of being late.
    @Test func peopleAreToldFourteenAndThreeDaysBeforeAndNotAfterwards() async throws {
        try await fixture.addChannel()
        try await fixture.move(to: "2026-05-16T23:59")
        let first = try await fixture.bureau.tick()
        #expect(first?.iso8601 == "2026-05-17T00:00:00+08:00")
        try await fixture.move(to: "2026-05-17T00:00")
        #expect(try await fixture.messages() == ["T-1/hold/remind/1/O-2"])
        try await fixture.move(to: "2026-05-28T00:00")
        #expect(
            try await fixture.messages() == [
                "T-1/hold/remind/1/O-2", "T-1/hold/remind/2/O-2", "T-1/hold/remind/2/O-5",
            ])
        try await fixture.move(to: "2026-06-20T09:00")
        #expect(try await claim().state == .lapsed)
        #expect(try await fixture.messages().count == 3)
    }

    @Test func theSchedulerEndsItAndTheNextInTheQueueHolds() async throws {
        try await fixture.move(to: "2026-03-03T09:00")
        try await file("@某集团", by: BureauFixture.wang)
        #expect(try await claim(2).state == .pending)
        try await fixture.move(to: "2026-05-31T23:59:58")
        #expect(try await claim().state == .active)
        let next = try await fixture.bureau.tick()
        #expect(try await next == fixture.task("C-1", "O-2", "hold")?.dueAt)
        try await fixture.move(to: "2026-06-01T00:00")
        #expect(try await claim().state == .lapsed)
        #expect(try await claim(2).state == .active)
        #expect(try await claim(2).expiresOn?.description == "2026-08-30")
        #expect(try await fixture.state("C-1", "O-2", "hold") == "void:lapsed")
        #expect(try await fixture.state("C-2", "O-7", "hold") == "open")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    private func withdraw(_ id: String) async throws {
        _ = try await fixture.bureau.withdrawEntries(CommandWords([id]), caller: fixture.caller(BureauFixture.li))
    }

    @Test func aWithdrawnOrMovedLineMovesTheEndBack() async throws {
        try await fixture.move(to: "2026-04-01T09:00")
        let first = try #require(try await fixture.log("走访", "@C-1", "+走访").entry?.entry.id)
        try await fixture.move(to: "2026-05-04T09:00")
        let second = try #require(try await fixture.log("再访", "@C-1", "+走访").entry?.entry.id)
        // 90 days from the 4th of May, then from the 1st of April, then from the filing.
        #expect(try await claim().expiresOn?.description == "2026-08-02")
        _ = try await fixture.bureau.editEntry(
            CommandWords([second.description], options: ["on": ["2026-04-10"]]),
            caller: fixture.caller(BureauFixture.li))
        #expect(try await claim().expiresOn?.description == "2026-07-09")
        let before = try await fixture.pipeline()
        try await withdraw(second.description)
        #expect(try await claim().expiresOn?.description == "2026-06-30")
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.pipeline() == before)
        try await withdraw(second.description)
        try await withdraw(first.description)
        #expect(try await claim().expiresOn?.description == "2026-05-31")
        #expect(try await claim().lastActivityOn.description == "2026-03-02")
        let hold = try await fixture.store.read { reading in
            try reading.tasks(TaskFilter(source: "C-1", states: [.open], product: .clock)).map(\.dueAt.iso8601)
        }
        #expect(hold == ["2026-06-01T00:00:00+08:00"])
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func aClaimThatOnlyTheWithdrawnLineKeptLapsesAtOnce() async throws {
        try await file("@某集团", by: BureauFixture.wang)
        try await fixture.move(to: "2026-05-20T09:00")
        let line = try #require(try await fixture.log("走访", "@C-1", "+走访").entry?.entry.id)
        try await fixture.move(to: "2026-06-10T09:00")
        #expect(try await claim().state == .active)
        try await withdraw(line.description)
        #expect(try await claim().state == .lapsed)
        #expect(try await claim(2).state == .active)
    }

    /// Extended to the 15th of May by hand, then kept by a line: without the line the extension still stands.
    @Test func anExtensionGoesOnBesideTheLines() async throws {
        try await fixture.move(to: "2026-03-10T09:00")
        _ = try await fixture.bureau.extendClaim(
            CommandWords(["C-1", "until:2026-06-05", "reason:董事会"]), caller: fixture.caller(BureauFixture.li))
        try await fixture.move(to: "2026-04-01T09:00")
        let line = try #require(try await fixture.log("走访", "@C-1", "+走访").entry?.entry.id)
        #expect(try await claim().expiresOn?.description == "2026-06-30")
        try await withdraw(line.description)
        #expect(try await claim().expiresOn?.description == "2026-06-05")
    }

    /// Of a lead's enterprise, by somebody below the unit; another unit's line keeps nothing.
    @Test func whoseLineKeepsAClaim() async throws {
        try await fixture.move(to: "2026-04-01T09:00")
        try await fixture.log("听说", "@C-1", by: BureauFixture.wang)
        #expect(try await claim().expiresOn?.description == "2026-05-31")
        try await fixture.log("驻点走访", "@C-1", by: BureauFixture.zhao)
        #expect(try await claim().expiresOn?.description == "2026-06-30")
    }

    /// Five working days from Tuesday 3 March end on the 10th; K24 asks whether it was decided by then.
    @Test func aConflictIsToBeDecidedInFiveWorkingDays() async throws {
        try await fixture.move(to: "2026-03-03T09:00")
        try await file("@某集团", by: BureauFixture.wang)
        #expect(try await claim(2).arbitrationDueAt?.iso8601 == "2026-03-10T18:00:00+08:00")
        #expect(try await claim(1).arbitrationDueAt == nil)
        _ = try await fixture.bureau.releaseClaim(
            CommandWords(["C-1", "reason:外地"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await claim(2).state == .active)
        #expect(try await claim(2).arbitrationDueAt == nil)
    }

    @Test func listsReadAmountsAndOrders() async throws {
        for (name, amount) in [("@乙集团", "30亿"), ("@丙集团", "18亿")] {
            _ = try await fixture.bureau.fileClaim(
                CommandWords([name, "amount:\(amount)", "evidence:纪要"]), caller: fixture.caller(BureauFixture.li))
        }
        func ids(_ words: String...) async throws -> [Int64] {
            try await fixture.bureau.listClaims(CommandWords(words), caller: fixture.caller(BureauFixture.li))
                .map(\.claim.id.number)
        }
        #expect(try await ids() == [1, 2, 3])
        #expect(try await ids("sort:amount") == [2, 3, 1])
        #expect(try await ids("金额:15亿..20亿") == [3])
        #expect(try await ids("amount:15亿..", "sort:amount") == [2, 3])
        #expect(try await ids("amount:..12亿") == [1])
        #expect(await refused { _ = try await ids("sort:colour") }?.details["sort"] == .text("colour"))
        // What the list cannot use is refused rather than passed over.
        #expect(await refusal { _ = try await ids("overdue:yes") } == .usage)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }
}

extension BureauFixture {
    /// A group that hears everything; its address is never called here.
    func addChannel() async throws {
        _ = try await bureau.addChannel(CommandWords(["all", "kind:wecom", "secret:all"]), caller: admin)
    }

    /// Keys of the messages on their way, in order.
    func messages() async throws -> [String] {
        try await store.read { try $0.deliveries(DeliveryFilter()).map(\.message).sorted() }
    }
}
