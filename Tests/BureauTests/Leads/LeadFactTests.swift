import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Which facts a lead needs is the bureau's to say.
struct LeadFactTests {
    private let fixture: BureauFixture

    init() async throws { fixture = try await BureauFixture(rules: false) }

    private func add(_ words: String...) async throws -> [Change] {
        try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline"] + words), caller: fixture.caller(BureauFixture.li)
        ).outcome.changed
    }

    private func set(_ value: String, from: String? = nil, unit: String? = nil) async throws {
        _ = try await fixture.bureau.setSetting(
            CommandWords(["lead.required_facts", value], options: from.map { ["from": [$0]] } ?? [:]),
            caller: fixture.caller(0, unit: unit))
    }

    private func lead(_ number: Int64) async throws -> Lead {
        try #require(try await fixture.store.read { try $0.record(Lead.self, LeadID(number)) })
    }

    @Test func whoWhatWhereFromAndHowMuchUnlessTheBureauSaysOtherwise() async throws {
        let changed = try await add("行业:新能源")
        #expect(changed.first { $0.field == "missing" }?.to == "investor region amount")
        #expect(try await !lead(1).isValid)
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "@甲", "region:浙江", "amount:3亿"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await lead(1).isValid)
    }

    @Test func theSettingDecidesFromItsDayOnAndForItsUnit() async throws {
        _ = try await add("行业:新能源", "@甲", "region:浙江", "amount:3亿")
        try await set("投资方 用地，税收", from: "2026-03-03")
        try await set("-", from: "2026-03-03", unit: "bn-bio")
        try await fixture.move(to: "2026-03-03T09:00")
        _ = try await add("@乙")
        #expect(try await lead(1).missingFacts.isEmpty)
        #expect(try await lead(2).missingFacts == [.land, .tax])
        // It came in before that day, and was written down after it.
        _ = try await add("@丙", "received:2026-03-02")
        #expect(try await lead(3).missingFacts == [.industry, .region, .amount])
        _ = try await fixture.bureau.addLead(
            CommandWords(["某药厂", "source:hotline"]), caller: fixture.caller(BureauFixture.wang))
        #expect(try await lead(4).isValid)
        let valid = try await fixture.store.read { reading in
            try reading.records(Lead.self, RecordFilter([.equals("is_valid", .number(1))])).map(\.record.id.number)
        }
        #expect(valid == [1, 4])
    }

    @Test(arguments: ["", "investor investor", "colour", "title"])
    func aWordThatIsNoFactIsRefused(value: String) async throws {
        #expect(await refusal { try await set(value) } == .badSetting)
    }

    @Test func whatIsMissingIsListedAtTheVerdict() async throws {
        try await set("investor land jobs")
        _ = try await add("@甲")
        _ = try await fixture.bureau.assignLead(
            CommandWords(["L-1", "li"]), caller: fixture.caller(BureauFixture.nehead))
        let refused = await refused {
            _ = try await fixture.bureau.screenLead(
                CommandWords(["L-1", "scores:4,3,5,5,4,3,4", "verdict:follow", "reason:契合", "veto:energy"]),
                caller: fixture.caller(BureauFixture.nehead))
        }
        #expect(refused?.details["missing"] == .list(["land", "jobs", "veto"]))
        #expect(refused?.hint?.en.contains("zs lead edit L-1 land:… jobs:…") == true)
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "land:120亩", "jobs:300"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.bureau.screenLead(
            CommandWords(["L-1", "scores:4,3,5,5,4,3,4", "verdict:follow", "reason:契合"]),
            caller: fixture.caller(BureauFixture.nehead))
        #expect(try await lead(1).state == .followed)
    }
}
