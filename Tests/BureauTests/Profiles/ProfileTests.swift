import Bureau
import Cadence
import FoundationEssentials
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Applying a profile: idempotent, and never over a person's edit.
struct ProfileTests {
    private func fixture() async throws -> BureauFixture {
        let fixture = try await BureauFixture(rules: false)
        fixture.shelf.put(try Self.profile())
        return fixture
    }

    private static func profile() throws -> Profile {
        try JSONDecoder().decode(Profile.self, from: Data(Self.text.utf8))
    }

    private static let text = """
        {"name": "jl", "title": {"zh": "九龙坡", "en": "Jiulongpo"},
         "units": [{"code": "jl", "kind": "bureau", "name": {"zh": "九龙坡局", "en": "Bureau"}},
                   {"code": "jl-1", "kind": "taskForce", "name": {"zh": "一组", "en": "Group 1"}, "parent": "jl"}],
         "officers": [{"code": "jl-a", "name": "专员一", "unit": "jl-1", "roles": ["officer"], "capacity": 8}],
         "rules": [{"code": "jl.inventory", "name": {"zh": "日盘点", "en": "Daily"}, "level": "day",
                    "product": "inventory", "scope": "jl", "fan_out": "officers:officer", "due": "workday 1 at 17:30"},
                   {"code": "jl.dispatch", "name": {"zh": "周调度", "en": "Dispatch"}, "level": "week",
                    "product": "dispatch", "scope": "jl", "fan_out": "scope", "due": "weekday Mon roll following at 09:00"}],
         "settings": {"task.grace_working_days": "8"}}
        """

    @discardableResult
    private func apply(_ fixture: BureauFixture, dryRun: Bool = false) async throws -> [String] {
        try await fixture.bureau.applyProfile(CommandWords(["jl"]), caller: fixture.caller(0, dryRun: dryRun))
            .items.map { "\($0.act.rawValue) \($0.key)" }
    }

    @Test func theFirstApplicationAddsEverythingAndTheWorkBegins() async throws {
        let fixture = try await fixture()
        #expect(
            try await apply(fixture) == [
                "add unit/jl", "add unit/jl-1", "add officer/jl-a", "add rule/jl.inventory", "add rule/jl.dispatch",
                "add setting/task.grace_working_days",
            ])
        #expect(try await fixture.state("R-1", "O-9", "2026-03-02") == "open")
        #expect(try await fixture.bureau.showSetting("task.grace_working_days", caller: fixture.admin).value == "8")
    }

    @Test func theSecondApplicationChangesNothing() async throws {
        let fixture = try await fixture()
        try await apply(fixture)
        let (seq, before) = (try await fixture.headSeq(), try await fixture.projections())
        #expect(try await apply(fixture) == [])
        #expect(try await fixture.headSeq() == seq)
        #expect(try await fixture.projections() == before)
    }

    @Test func theSecondApplicationOnAnotherDayChangesNothing() async throws {
        let fixture = try await fixture()
        try await apply(fixture)
        try await fixture.move(to: "2026-06-10T12:00")
        let seq = try await fixture.headSeq()
        #expect(try await apply(fixture) == [])
        #expect(try await fixture.headSeq() == seq)
    }

    @Test func aRehearsalShowsThePlanAndLeavesNothing() async throws {
        let fixture = try await fixture()
        let seq = try await fixture.headSeq()
        #expect(try await apply(fixture, dryRun: true).count == 6)
        #expect(try await fixture.headSeq() == seq)
    }

    @Test func whatAPersonChangedIsKeptAndListed() async throws {
        let fixture = try await fixture()
        try await apply(fixture)
        _ = try await fixture.bureau.editUnit(CommandWords(["jl-1", "name:先进制造组"]), caller: fixture.admin)
        _ = try await fixture.bureau.editOfficer(CommandWords(["jl-a", "name:李雷"]), caller: fixture.admin)
        _ = try await fixture.bureau.editRule(
            CommandWords(["jl.dispatch", "due:weekday Tue at 10:00"]), caller: fixture.admin)
        _ = try await fixture.bureau.setSetting(CommandWords(["task.grace_working_days", "6"]), caller: fixture.admin)
        let before = try await fixture.projections()
        let kept = [
            "kept unit/jl-1", "kept officer/jl-a", "kept rule/jl.dispatch", "kept setting/task.grace_working_days",
        ]
        #expect(try await apply(fixture) == kept)
        #expect(try await apply(fixture) == kept)
        #expect(try await fixture.projections() == before)
    }

    @Test func aNewVersionUpdatesWhatNobodyTouched() async throws {
        let fixture = try await fixture()
        try await apply(fixture)
        _ = try await fixture.bureau.editOfficer(CommandWords(["jl-a", "name:李雷"]), caller: fixture.admin)
        var changed = try Self.profile()
        changed.units[1].name = Phrase(zh: "第一组", en: "First group")
        changed.officers?[0].name = "招商专员一"
        changed.rules[1].due = "weekday Wed roll following at 09:00"
        changed.settings = ["task.grace_working_days": "9"]
        fixture.shelf.put(changed)
        #expect(
            try await apply(fixture) == [
                "update unit/jl-1", "kept officer/jl-a", "update rule/jl.dispatch",
                "update setting/task.grace_working_days",
            ])
        #expect(try await fixture.bureau.showUnit("jl-1", caller: fixture.admin).name.zh == "第一组")
        #expect(try await fixture.bureau.showOfficer("jl-a", caller: fixture.admin).name == "李雷")
        let rule = try await fixture.bureau.showRule("jl.dispatch", caller: fixture.admin).rule
        #expect(rule.revisions.map(\.from.key) == ["2026-W10", "2026-W11"])
        #expect(try await apply(fixture) == ["kept officer/jl-a"])
    }

    @Test func whatAPersonTookAwayStaysAway() async throws {
        let fixture = try await fixture()
        try await apply(fixture)
        _ = try await fixture.bureau.deactivateOfficer(CommandWords(["jl-a"]), caller: fixture.admin)
        _ = try await fixture.bureau.endRule(CommandWords(["jl.inventory"]), caller: fixture.admin)
        #expect(try await apply(fixture) == ["kept officer/jl-a", "kept rule/jl.inventory"])
        #expect(try await fixture.bureau.showOfficer("jl-a", caller: fixture.admin).active == false)
    }

    @Test func aProfileThatDoesNotHoldTogetherIsRefusedWhole() async throws {
        let fixture = try await fixture()
        let before = try await fixture.projections()
        var broken = try Self.profile()
        broken.officers?[0].unit = "nowhere"
        fixture.shelf.put(broken)
        let badUnit = await refusal { try await apply(fixture) }
        #expect(badUnit == .badProfile)
        broken = try Self.profile()
        broken.rules[1].due = "someday"
        fixture.shelf.put(broken)
        let badRule = await refusal { try await apply(fixture) }
        #expect(badRule == .badRule)
        #expect(try await fixture.projections() == before)
        let unknown = await refusal {
            _ = try await fixture.bureau.applyProfile(CommandWords(["x"]), caller: fixture.admin)
        }
        #expect(unknown == .notFound)
    }
}
