import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Notes that count and notes that do not, whatever becomes of the line afterwards. The lead is received on Monday
/// 2 March 2026 and assigned that day: progress is due ten working days later, on the 16th.
struct LeadNoteTests {
    private let fixture: BureauFixture

    init() async throws {
        fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.bureau.assignLead(
            CommandWords(["L-1", "li"]), caller: fixture.caller(BureauFixture.nehead))
    }

    /// The judgement of the line, as the answer says it.
    @discardableResult
    private func note(_ words: String..., at moment: String, by uid: UInt32 = BureauFixture.li) async throws -> String?
    {
        try await fixture.move(to: moment)
        let result = try await fixture.bureau.noteLead(CommandWords(["L-1"] + words), caller: fixture.caller(uid))
        return result.outcome.changed.first { $0.field == "L-1.note" }?.to
    }

    private func withdraw(_ id: String, at moment: String) async throws {
        try await fixture.move(to: moment)
        _ = try await fixture.bureau.withdrawEntries(CommandWords([id]), caller: fixture.caller(BureauFixture.li))
    }

    private func edit(_ words: String..., at moment: String) async throws {
        try await fixture.move(to: moment)
        _ = try await fixture.bureau.editEntry(CommandWords(words), caller: fixture.caller(BureauFixture.li))
    }

    private func lead() async throws -> Lead {
        try #require(try await fixture.store.read { try $0.record(Lead.self, LeadID(1)) })
    }

    /// Due time of the clock of that name that runs; nil when none does.
    private func due(_ clock: String) async throws -> String? {
        try await fixture.store.read { reading in
            try reading.tasks(TaskFilter(source: "L-1", states: [.open], product: .clock)).first { $0.clock == clock }?
                .dueAt.iso8601
        }
    }

    @Test func whatWasSaidTwoNotesAgoIsNoProgressEither() async throws {
        #expect(try await note("董事长来渝考察", "+来访", at: "2026-03-03T09:00") == "counts")
        #expect(try await note("通报用地情况", "+电话", at: "2026-03-04T09:00") == "counts")
        #expect(try await due("progress") == "2026-03-18T18:00:00+08:00")
        // Other spaces, punctuation and width are no other words.
        #expect(try await note("董事长 来渝，考察。", "+来访", at: "2026-03-06T09:00") == "repeated")
        #expect(try await note("继续推进", at: "2026-03-06T09:10") == "withoutSubstance")
        #expect(try await lead().course.progressAt?.iso8601 == "2026-03-04T09:00:00+08:00")
        #expect(try await due("progress") == "2026-03-18T18:00:00+08:00")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func aWithdrawnLineTakesItsProgressAndItsContactAlong() async throws {
        try await note("通报用地情况", "amount:3亿", at: "2026-03-02T10:00")
        #expect(try await due("respond") == "2026-03-03T18:00:00+08:00")
        try await note("电话联系", "+电话", at: "2026-03-03T09:00")
        #expect(try await due("respond") == nil)
        #expect(try await due("progress") == "2026-03-17T18:00:00+08:00")
        try await withdraw("J-4", at: "2026-03-03T11:00")
        #expect(try await lead().course.firstContactAt == nil)
        #expect(try await lead().course.progressAt?.iso8601 == "2026-03-02T10:00:00+08:00")
        #expect(try await due("respond") == "2026-03-03T18:00:00+08:00")
        #expect(try await due("progress") == "2026-03-16T18:00:00+08:00")
        // Nobody did what the later limit asked for.
        let ended = try await fixture.store.read { reading in
            try reading.tasks(TaskFilter(source: "L-1", product: .clock)).filter { $0.occurrence == "progress.2" }
        }
        #expect(ended.map(\.status.state) == [.void])
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    /// What a repeated line says counts once the line that said it first is gone: since it was said.
    @Test func aRepeatedLineCountsInPlaceOfTheWithdrawnOne() async throws {
        try await note("电话联系", "+电话", at: "2026-03-03T09:00")
        #expect(try await note("电话联系", "+电话", at: "2026-03-04T09:00") == "repeated")
        try await withdraw("J-3", at: "2026-03-05T09:00")
        let course = try await lead().course
        #expect(course.firstContactAt?.iso8601 == "2026-03-04T09:00:00+08:00")
        #expect(course.progressAt?.iso8601 == "2026-03-04T09:00:00+08:00")
        #expect(course.progressEntry == EntryID(4))
    }

    @Test func anEditThatGivesALineSubstanceCountsSinceTheEdit() async throws {
        try await note("董事长有意", at: "2026-03-03T09:00")
        #expect(try await lead().course.progressAt == nil)
        try await edit("J-3", "+来访", at: "2026-03-05T09:00")
        let course = try await lead().course
        #expect(course.firstContactAt?.iso8601 == "2026-03-05T09:00:00+08:00")
        #expect(course.progressAt?.iso8601 == "2026-03-05T09:00:00+08:00")
        // Another wording of a line that counts moves nothing.
        try await edit("J-3", "董事长有意投资", at: "2026-03-09T09:00")
        #expect(try await lead().course.progressAt?.iso8601 == "2026-03-05T09:00:00+08:00")
    }

    @Test func anEditThatRepeatsTakesTheProgressBack() async throws {
        try await note("通报用地情况", "+电话", at: "2026-03-03T09:00")
        try await note("商谈用能", "+电话", at: "2026-03-05T09:00")
        try await edit("J-4", "通报用地情况", at: "2026-03-06T09:00")
        let course = try await lead().course
        #expect(course.progressAt?.iso8601 == "2026-03-03T09:00:00+08:00")
        #expect(try await due("progress") == "2026-03-17T18:00:00+08:00")
    }

    @Test(arguments: ["withdraw", "edit"])
    func undoLeadsBackToTheLineAsItStood(verb: String) async throws {
        try await note("通报用地情况", "+电话", at: "2026-03-03T09:00")
        try await note("商谈用能", "+电话", at: "2026-03-05T09:00")
        let before = try await fixture.pipeline()
        if verb == "edit" {
            try await edit("J-4", "通报用地情况", at: "2026-03-06T09:00")
        } else {
            try await withdraw("J-4", at: "2026-03-06T09:00")
        }
        let after = try await fixture.pipeline()
        #expect(before != after)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.pipeline() == before)
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.pipeline() == after)
    }

    /// Somebody who does not work on the lead may mention it; that is no progress.
    @Test func aStrangersLineIsNoProgress() async throws {
        try await fixture.move(to: "2026-03-03T09:00")
        try await fixture.log("听说", "@L-1", "+电话", by: BureauFixture.wang)
        #expect(try await lead().course.firstContactAt == nil)
        try await note("商谈用能", "amount:3亿", at: "2026-03-05T09:00")
        #expect(try await lead().course.firstContactAt == nil)
    }

    @Test func aClockThatSomebodyWasLetOffDoesNotStartAgain() async throws {
        let task = try #require(try await fixture.task("L-1", "O-2", "verdict"))
        _ = try await fixture.bureau.waiveTasks(
            CommandWords([task.id.description], options: ["reason": ["区里另有安排"]]),
            caller: fixture.caller(BureauFixture.nehead))
        try await note("电话联系", "+电话", at: "2026-03-03T09:00")
        #expect(try await due("verdict") == nil)
        // With another limit it is another matter.
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "tier:A"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await due("verdict") == "2026-03-09T18:00:00+08:00")
    }
}
