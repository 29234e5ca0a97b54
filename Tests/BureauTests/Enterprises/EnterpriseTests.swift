import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

struct EnterpriseTests {
    /// The example of GB 32100.
    private static let code = "91350100M000100Y43"

    @Test func aCodeIsOneEnterprise() async throws {
        let fixture = try await BureauFixture(rules: false)
        let added = try await fixture.add("渝新能源科技有限公司", "uscc:\(Self.code)", "标签:专精特新,链主")
        #expect(added.outcome.id == "E-1")
        let error = await refused { try await fixture.add("别的名字有限公司", "uscc:\(Self.code.lowercased())") }
        #expect(error?.code == .conflict)
        #expect(error?.details["existing"] == .text("E-1"))
        let shown = try await fixture.bureau.showEnterprise(Self.code, caller: fixture.caller(BureauFixture.li))
        #expect(shown.tags == [.specialized, .chainMaster])
    }

    @Test(arguments: [
        ("91350100M000100Y44", "check"), ("91350100M000100Y4", "length"), ("9135010AM000100Y43", "division"),
        // The standard leaves out I, O, S, V and Z wherever they stand.
        ("9135010OM000100Y43", "alphabet"), ("91350100MI00100Y43", "alphabet"),
    ])
    func aWrongCodeIsRefusedWithTheReason(code: String, reason: String) async throws {
        let fixture = try await BureauFixture(rules: false)
        let error = await refused { try await fixture.add("渝新能源", "uscc:\(code)") }
        #expect(error?.code == .badCode)
        #expect(error?.details["reason"] == .text(reason))
    }

    @Test func aNearNameNeedsForceAndNamesTheCandidate() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.add("渝新能源科技有限公司")
        let error = await refused { try await fixture.add("重庆渝新能源科技股份有限公司") }
        #expect(error?.code == .ambiguous)
        #expect(error?.details["candidates"] == .list(["E-1 渝新能源科技有限公司"]))
        try await fixture.add("重庆渝新能源科技股份有限公司", force: true)
        try await fixture.add("蓝谷储能有限公司")
        let twice = await refusal { _ = try await fixture.bureau.showEnterprise("渝新能源科技", caller: fixture.admin) }
        #expect(twice == .ambiguous)
    }

    @Test func aFormerNameStillFinds() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.add("蓝谷储能有限公司")
        _ = try await fixture.bureau.editEnterprise(
            CommandWords(["E-1", "name:海蓝科技有限公司"]), caller: fixture.caller(BureauFixture.li))
        let found = try await fixture.bureau.findEnterprises(
            CommandWords(["蓝谷储能"]), caller: fixture.caller(BureauFixture.li))
        #expect(found.map(\.enterprise.id.description) == ["E-1"])
        #expect(found.first?.enterprise.formerNames == ["蓝谷储能有限公司"])
        let parts = try await fixture.bureau.findEnterprises(
            CommandWords(["海蓝"]), caller: fixture.caller(BureauFixture.li))
        #expect(parts.first?.enterprise.id.description == "E-1")
    }

    @Test func mergingRedirectsAndCanBeTakenBack() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.add("蓝谷储能有限公司")
        try await fixture.add("海蓝科技有限公司")
        let line = try await fixture.log("洽谈", "@海蓝科技有限公司").entry?.entry.id.description ?? "-"
        let clerk = try await fixture.caller(BureauFixture.clerk)
        let merged = CommandWords(["E-2", "into:E-1", "reason:同一家"])
        _ = try await fixture.bureau.mergeEnterprise(merged, caller: clerk)
        #expect(try await fixture.shown("E-2") == "E-1")
        #expect(try await fixture.shown("海蓝科技") == "E-1")
        let entry = try await fixture.bureau.showEntry(line, caller: fixture.caller(BureauFixture.li))
        #expect(entry.links.map(\.zh) == ["蓝谷储能有限公司"])
        let again = try await fixture.caller(BureauFixture.clerk)
        let twice = await refusal { _ = try await fixture.bureau.mergeEnterprise(merged, caller: again) }
        #expect(twice == .refused)
        _ = try await fixture.bureau.unmergeEnterprise(
            CommandWords(["E-2"]), caller: fixture.caller(BureauFixture.clerk))
        #expect(try await fixture.shown("E-2") == "E-2")
        _ = try await fixture.bureau.undo(CommandWords([]), caller: fixture.caller(BureauFixture.clerk))
        #expect(try await fixture.shown("E-2") == "E-1")
        _ = try await fixture.bureau.undo(CommandWords([]), caller: fixture.caller(BureauFixture.clerk))
        #expect(try await fixture.shown("E-2") == "E-2")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func anOldMergeStands() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.add("蓝谷储能有限公司")
        try await fixture.add("海蓝科技有限公司")
        _ = try await fixture.bureau.mergeEnterprise(
            CommandWords(["E-2", "into:E-1", "reason:同一家"]), caller: fixture.caller(BureauFixture.clerk))
        try await fixture.move(to: "2026-04-02T09:00")
        let late = await refusal {
            _ = try await fixture.bureau.unmergeEnterprise(
                CommandWords(["E-2"]), caller: fixture.caller(BureauFixture.clerk))
        }
        #expect(late == .refused)
    }

    @Test func aForeignOneHasCountryAndNumber() async throws {
        let fixture = try await BureauFixture(rules: false)
        #expect(await refusal { try await fixture.add("Contoso", "country:US") } == .refused)
        try await fixture.add("Contoso", "country:us", "registration:12-3")
        #expect(await refusal { try await fixture.add("Fabrikam", "country:US", "registration:12-3") } == .conflict)
        #expect(await refusal { try await fixture.add("标签", "tags:船") } == .usage)
    }
}

extension BureauFixture {
    @discardableResult
    fileprivate func add(_ words: String..., force: Bool = false) async throws -> CommandResult {
        try await bureau.addEnterprise(
            CommandWords(words, options: force ? ["force": []] : [:]), caller: caller(BureauFixture.li))
    }

    fileprivate func shown(_ text: String) async throws -> String {
        try await bureau.showEnterprise(text, caller: caller(BureauFixture.li)).id.description
    }
}
