import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

/// What a claim is about may stand in front, by its id.
struct ClaimWordsTests {
    @Test(arguments: [
        ["E-1", "investment:12亿", "evidence:纪要"], ["e-1", "amount:12亿", "拜访纪要"],
        ["enterprise:E-1", "amount:12亿", "evidence:纪要"],
        ["@渝新能源", "amount:12亿", "evidence:纪要"],
    ])
    func anEnterpriseIsNamedByItsId(words: [String]) async throws {
        let fixture = try await BureauFixture(rules: false)
        let li = try await fixture.caller(BureauFixture.li)
        _ = try await fixture.bureau.addEnterprise(
            CommandWords(["渝新能源科技有限公司", "country:US", "registration:1"]), caller: li)
        _ = try await fixture.bureau.fileClaim(CommandWords(words), caller: fixture.caller(BureauFixture.li))
        let claim = try await fixture.store.read { try $0.record(FirstTalkClaim.self, ClaimID(1)) }
        #expect(claim?.enterprise == EnterpriseID(1))
        #expect(claim?.investment.yuan == 1_200_000_000)
    }

    @Test func aLeadInFrontGivesItsInvestorAndAmount() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@某集团", "amount:12亿"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.bureau.fileClaim(
            CommandWords(["L-1", "拜访纪要"]), caller: fixture.caller(BureauFixture.li))
        let claim = try await fixture.store.read { try $0.record(FirstTalkClaim.self, ClaimID(1)) }
        #expect(claim?.lead == LeadID(1) && claim?.investor != nil)
    }
}
