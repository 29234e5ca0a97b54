import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

@testable import Bureau

/// Amounts in another currency: the same words for leads, claims, projects and funds.
struct ForeignReadingTests {
    /// Products by hand: 20 M × 7.1234, 150 M × 0.0476, 3 × 2.5 rounded half up.
    @Test(
        arguments: [
            ("USD20000000", "7.1234", "USD", 20_000_000, 142_468_000),
            ("USD20M", "7.1234", "USD", 20_000_000, 142_468_000),
            ("2000万美元", "7.1234", "USD", 20_000_000, 142_468_000),
            ("usd 20,000,000", "7.1234", "USD", 20_000_000, 142_468_000),
            ("1.5亿日元", "0.0476", "JPY", 150_000_000, 7_140_000), ("3EUR", "2.5", "EUR", 3, 8),
        ] as [(String, String, String, Int64, Int64)])
    func currencyAmountAndRate(
        text: String, rate: String, currency: String, units: Int64, yuan: Int64
    ) throws {
        let today = try #require(CivilDate("2026-03-02"))
        let read = try #require(
            try ForeignReading.amount(
                KeyedWords(values: ["foreign": text, "rate": rate, "rate_on": "2026-02-27"]), today: today))
        #expect(
            read.amount
                == ForeignAmount(
                    currency: currency, amount: units, rate: rate, rateOn: try #require(CivilDate("2026-02-27"))))
        #expect(read.yuan == Money(yuan: yuan))
    }

    @Test(
        arguments: [
            (["foreign": "20000000", "rate": "7.1"], ErrorCode.badMoney),
            (["foreign": "XYZ5", "rate": "7.1"], .badMoney),
            (["foreign": "USD", "rate": "7.1"], .badMoney), (["foreign": "USD1.5", "rate": "7.1"], .badMoney),
            (["foreign": "USD5", "rate": "0"], .badMoney), (["foreign": "USD5"], .incomplete),
            (["foreign": "USD5", "rate": "7.1", "rate_on": "2026-03-03"], .badDate), (["rate": "7.1"], .badMoney),
        ])
    func whatIsRefused(values: [String: String], code: ErrorCode) async throws {
        let today = try #require(CivilDate("2026-03-02"))
        let refused = await refusal { _ = try ForeignReading.amount(KeyedWords(values: values), today: today) }
        #expect(refused == code)
    }

    @Test func aLeadKeepsCurrencyRateAndDayBesideTheYuan() async throws {
        let fixture = try await BureauFixture(rules: false)
        func lead() async throws -> LeadFacts? {
            try await fixture.store.read { try $0.record(Lead.self, LeadID(1))?.facts }
        }
        _ = try await fixture.bureau.addLead(
            CommandWords(["某工厂", "source:hotline", "@甲", "外币:2000万美元", "汇率:7.1234", "汇率日:2026-02-27"]),
            caller: fixture.caller(BureauFixture.li))
        #expect(try await lead()?.foreign?.description == "USD 20000000 @7.1234 2026-02-27")
        #expect(try await lead()?.investment == Money(yuan: 142_468_000))
        #expect(try await lead()?.isForeign == true)
        // A new rate alone counts the same dollars anew; without a day it is today's.
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "rate:7"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await lead()?.foreign?.description == "USD 20000000 @7 2026-03-02")
        #expect(try await lead()?.investment == Money(yuan: 140_000_000))
        // A claim takes it over and is measured in dollars.
        _ = try await fixture.bureau.fileClaim(
            CommandWords(["lead:L-1", "evidence:纪要"]), caller: fixture.caller(BureauFixture.li))
        let claim = try await fixture.store.read { try $0.record(FirstTalkClaim.self, ClaimID(1)) }
        #expect(claim?.threshold == .foreign)
        #expect(claim?.foreign?.description == "USD 20000000 @7 2026-03-02")
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "foreign:-"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await lead()?.foreign == nil)
        #expect(try await lead()?.investment == Money(yuan: 140_000_000))
    }

    @Test func aClaimReadsDollarsInBothWays() async throws {
        let fixture = try await BureauFixture(rules: false)
        for (number, words) in [(Int64(1), ["@甲集团", "usd:12M"]), (2, ["@乙公司", "foreign:USD1200万"])] {
            _ = try await fixture.bureau.fileClaim(
                CommandWords(words + ["rate:7.1234", "evidence:纪要"]), caller: fixture.caller(BureauFixture.li))
            let claim = try await fixture.store.read { try $0.record(FirstTalkClaim.self, ClaimID(number)) }
            #expect(claim?.foreign?.description == "USD 12000000 @7.1234 2026-03-02")
            #expect(claim?.investment == Money(yuan: 85_480_800))
        }
    }
}
