import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import SQLiteStore
import Testing

/// Enterprises of the records behind projects, and leads that become projects.
struct ProjectEnterpriseTests {
    private typealias Course = ProjectAcceptanceTests

    /// The example of GB 32100.
    private static let code = "91350100M000100Y43"

    private static func enterprise(_ fixture: BureauFixture, _ words: String...) async throws {
        _ = try await fixture.bureau.addEnterprise(
            CommandWords(words, options: ["force": []]), caller: fixture.caller(BureauFixture.li))
    }

    @Test func anInvestorIsTheEnterpriseThatAnswersToTheName() async throws {
        let fixture = try await Course.fixture()
        try await Self.enterprise(fixture, "蓝谷储能有限公司")
        try await Course.run(fixture, "储能 reason:推介 @蓝谷储能有限公司") { $0.addProject }
        let project = try await Course.project(fixture).project
        #expect(project.enterprise == EnterpriseID(1))
        #expect(project.investors.isEmpty)
        let code = await refusal {
            try await Course.run(fixture, "另一个 reason:推介 enterprise:E-9") { $0.addProject }
        }
        #expect(code == .notFound)
        let mention = await refusal { try await Course.run(fixture, "另一个 reason:推介 @E-9") { $0.addProject } }
        #expect(mention == .notFound)
        // What the records do not know is kept as typed.
        try await Course.run(fixture, "P-1 investor:某基金=40") { $0.editProject }
        #expect(try await Course.project(fixture).project.investors.map(\.share) == [40])
    }

    @Test func aNameOfTwoEnterprisesIsRefusedWithBoth() async throws {
        let fixture = try await Course.fixture()
        try await Self.enterprise(fixture, "蓝谷储能有限公司")
        try await Self.enterprise(fixture, "蓝谷储能有限公司", "country:SG", "registration:1")
        for words in ["储能 reason:推介 @蓝谷储能有限公司", "储能 reason:推介 enterprise:蓝谷储能有限公司"] {
            let error = await refused { try await Course.run(fixture, words) { $0.addProject } }
            #expect(error?.code == .ambiguous, "\(words)")
        }
    }

    @Test func aLocalEnterpriseLandsTheProjectOnceItHasItsCode() async throws {
        let fixture = try await Course.fixture()
        try await Course.add(fixture)
        try await Course.toApproved(fixture)
        try await Course.run(fixture, "P-1 signed amount:8000万") { $0.advanceProject }
        try await Course.run(fixture, "P-1 signed", by: Course.supervisor) { $0.advanceProject }
        try await Self.enterprise(fixture, "渝新能源科技有限公司")
        let early = await refused { try await Course.run(fixture, "P-1 landed local:E-1") { $0.advanceProject } }
        #expect(early?.details["missing"] == .list(["local_enterprise"]))
        try await Course.run(fixture, "P-1 local:E-1") { $0.editProject }
        try await Course.run(fixture, "E-1 uscc:\(Self.code)") { $0.editEnterprise }
        try await Course.run(fixture, "P-1 landed") { $0.advanceProject }
        let project = try await Course.project(fixture).project
        #expect(project.stage == .landed)
        #expect(project.localEnterprise == EnterpriseID(1))
        #expect(project.localCode?.code == Self.code)
    }

    @Test func theBriefShowsTheLatestNotes() async throws {
        let fixture = try await Course.fixture()
        try await Course.add(fixture)
        for number in 1...6 { try await fixture.log("第\(number)次会谈", "@P-1") }
        let brief = try await fixture.bureau.briefProject("P-1", caller: fixture.caller(BureauFixture.li))
        let section = try #require(brief.sections.first { $0.heading.zh == "最近记录" })
        let text = "\(section)"
        #expect(text.contains("第6次会谈") && text.contains("第2次会谈"))
        #expect(!text.contains("第1次会谈"))
    }

    /// A full project on one page: each fact with its unit, in both languages, and nothing by its code.
    @Test func theBriefOfAFullProjectIsWholeInBothLanguages() async throws {
        let fixture = try await Course.fixture()
        try await Course.run(fixture, "渝新能源科技有限公司 uscc:\(Self.code)") { $0.addEnterprise }
        try await Course.run(
            fixture,
            "电芯 reason:推介 investor:E-1=60 investor:某基金=40 amount:12亿 fixed:8亿 land:120.5 energy:5000 output:20亿 "
                + "tax:1亿 jobs:300 region:浙江 chain:新能源 environment:登记表 leader:head credit:bn-ne=60,bn-bio=40 "
                + "planned_started:2026-12-01"
        ) { $0.addProject }
        try await Course.run(fixture, "P-1 formal amount:12亿") { $0.addAgreement }
        try await Course.run(fixture, "P-1 formal amount:12亿 event:乙会") { $0.addAgreement }
        try await Course.run(fixture, "P-1 3000万 voucher:V20261") { $0.addFunds }
        let brief = try await fixture.bureau.briefProject("P-1", caller: fixture.caller(BureauFixture.li))
        let cells = brief.sections.flatMap(\.blocks).flatMap { block -> [Text] in
            if case .table(let table) = block { return table.rows.flatMap { $0 } }
            return []
        }
        let phrases = cells.compactMap { if case .phrase(let phrase) = $0 { phrase } else { nil } }
        for zh in [
            "渝新能源科技有限公司 60%、某基金 40%", "12亿元", "8亿元", "120.5 亩", "5000 吨标煤/年", "20亿元", "1亿元", "300 人", "登记表", "张伟",
            "新能源专班 60%、生物医药专班 40%", "2026-12-01", "同一合同两次签约：A-1 A-2", "正式（重复展示）", "资金（已报）", "3000万元", "浙江 330000",
            "合同金额", "待核实",
        ] {
            #expect(phrases.contains { $0.zh == zh }, "\(zh)")
        }
        for en in [
            "RMB 1.2 billion", "RMB 30 million", "120.5 mu", "5000 t of coal equivalent a year", "300 people",
            "New Energy 60%, Biomedicine 40%", "one contract at two events: A-1 A-2", "formal (shown again)",
            "funds (reported)", "Zhejiang 330000",
        ] {
            #expect(phrases.contains { $0.en == en }, "\(en)")
        }
    }

    @Test func aFollowedLeadBecomesAProjectWithAllItKnew() async throws {
        let fixture = try await Course.fixture()
        try await Course.run(
            fixture,
            "某电芯项目 source:visitOut amount:12亿 chain:新能源 region:浙江 land:120 energy:5000 output:20亿 tax:1亿 "
                + "jobs:300 tier:A @某集团"
        ) { $0.addLead }
        try await fixture.change("assign") { lead, now in
            try LeadMachine.assigned(lead, to: OfficerID(2), unit: UnitID(2), reason: false, at: now)
        }
        let result = try await Course.run(
            fixture, "L-1 scores:4,3,5,5,4,3,4 verdict:follow reason:契合", by: Course.screener
        ) { $0.screenLead }
        #expect(result.outcome.related["project"] == "P-1")
        let project = try await Course.project(fixture).project
        #expect(project.lead == LeadID(1))
        #expect(project.stage == .negotiating)
        #expect(project.people.manager == OfficerID(2))
        #expect(project.major)
        // 浙江 is one of the eastern provinces.
        #expect(project.facts.eastern && project.facts.origin == "330000")
        #expect(project.facts.land == 12_000 && project.facts.energy == 5000 && project.facts.jobs == 300)
        #expect(project.facts.output?.yuan == 2_000_000_000 && project.facts.tax?.yuan == 100_000_000)
        #expect(project.investors.count == 1)
        let again = await refused { try await Course.run(fixture, "电芯 lead:L-1") { $0.addProject } }
        #expect(again?.code == .conflict)
        #expect(again?.details["project"] == .text("P-1"))
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }
}
