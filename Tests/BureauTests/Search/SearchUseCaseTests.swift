import Bureau
import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

struct SearchUseCaseTests {
    @Test func everyWordMustOccurWhateverItsWidthAndCase() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.log("走访蓝谷储能，商定ABC方案", "@渝新能源", "+重点")
        try await fixture.log("蓝谷储能来电")
        #expect(try await fixture.found("蓝谷") == ["J-2", "J-1"])
        #expect(try await fixture.found("储", "ａｂｃ") == ["J-1"])
        #expect(try await fixture.found("渝新能") == ["J-1"])
        #expect(try await fixture.found("重点", "来电").isEmpty)
        #expect(try await fixture.found("谷储能，商") == ["J-1"])
    }

    @Test func othersUnitsAreNotFound() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.log("新能源的事")
        try await fixture.log("医药的事", by: BureauFixture.wang)
        #expect(try await fixture.found("的事") == ["J-1"])
        #expect(try await fixture.found("的事", by: BureauFixture.head) == ["J-2", "J-1"])
        #expect(try await fixture.found("的事", by: 0) == ["J-2", "J-1"])
        #expect(try await fixture.found("的事", "unit:bn-bio", by: BureauFixture.head) == ["J-2"])
        let error = await refusal { _ = try await fixture.found("的事", "unit:bn-bio") }
        #expect(error == .forbidden)
    }

    /// Enterprises belong to the whole bureau: what the list shows, the search finds.
    @Test func enterprisesOfEveryUnitAreFound() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addEnterprise(
            CommandWords(["渝新能源科技有限公司"]), caller: fixture.caller(BureauFixture.wang))
        #expect(try await fixture.found("新能源") == ["E-1"])
        let listed = try await fixture.bureau.listEnterprises(
            CommandWords([]), caller: fixture.caller(BureauFixture.li))
        #expect(listed.map(\.id.description) == ["E-1"])
        #expect(try await fixture.found("新能源", "unit:bn-ne").isEmpty)
        #expect(try await fixture.found("新能源", "unit:bn-bio", by: BureauFixture.head) == ["E-1"])
    }

    @Test func filtersNarrow() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.log("昨天的事", on: "2026-03-01")
        try await fixture.log("今天的事")
        #expect(try await fixture.found("的事", "since:2026-03-02") == ["J-2"])
        #expect(try await fixture.found("的事", "until:2026-03-01") == ["J-1"])
        #expect(try await fixture.found("的事", "limit:1") == ["J-2"])
        #expect(try await fixture.found("的事", "kind:项目").isEmpty)
        #expect(await refusal { _ = try await fixture.found("的事", "kind:船") } == .usage)
        #expect(await refusal { _ = try await fixture.found("kind:entry") } == .usage)
    }

    @Test(arguments: [
        ("短句", "短", "短句"),
        (String(repeating: "前", count: 40) + "目标" + String(repeating: "后", count: 40), "目标", "目标"),
    ])
    func aSnippetFitsALine(text: String, word: String, part: String) {
        let snippet = SearchSnippet.of(text, around: [FoldedText(word)])
        #expect(snippet.contains(part))
        #expect(snippet.count <= 32)
        #expect((text.count > 30) == snippet.hasPrefix("…"))
    }
}

extension BureauFixture {
    fileprivate func found(_ words: String..., by uid: UInt32 = BureauFixture.li) async throws -> [String] {
        try await bureau.search(CommandWords(words), caller: caller(uid)).found.map(\.hit.id)
    }
}
