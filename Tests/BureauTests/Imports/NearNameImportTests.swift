import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

/// Names that are near those of others: the officer answers the plan's question.
struct NearNameImportTests {
    private static let ledger = "企业名称\n重庆渝新能源科技有限公司\n重庆甲公司\n重庆渝新能源科技公司\n"

    @Test func theRemedySaysBothAnswers() async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.plan("enterprises", Self.ledger).report
        #expect(report.found == ["4 name ambiguous"])
        let remedy = report.problems.first?.remedy
        #expect(remedy?.zh.contains("--same 4=2") == true && remedy?.zh.contains("--accept-near 4") == true)
        #expect(remedy?.en.contains("--same 4=2") == true && remedy?.en.contains("--accept-near 4") == true)
    }

    @Test func anAcceptedRowIsAnotherEnterprise() async throws {
        let fixture = try await ImportFixture()
        let plan = try await fixture.plan("enterprises", Self.ledger, ["accept-near": ["4"]])
        #expect(plan.report.count("create") == 3 && plan.report.problemCount == 0)
        // The plan keeps the answer; its application needs no other word.
        #expect(plan.options["accept-near"] == ["4"])
        try await fixture.apply(plan)
        // From now on it is known by its name.
        let again = try await fixture.plan("enterprises", Self.ledger).report
        #expect(again.count("unchanged") == 3)
    }

    @Test func aRowMayBeAnEarlierOne() async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.plan("enterprises", Self.ledger, ["same": ["4=2"]]).report
        #expect(report.count("create") == 2 && report.count("duplicate") == 1 && report.problemCount == 0)
        #expect(report.samples.last?.subject == "2")
    }

    @Test func aRowMayBeAnEnterpriseOfTheRecords() async throws {
        let fixture = try await ImportFixture()
        try await fixture.importing("enterprises", "企业名称|信用代码\n重庆渝新能源科技有限公司|91350100M000100Y43\n")
        let table = "企业名称|标签\n重庆渝新能源科技公司|高新技术\n"
        #expect(try await fixture.plan("enterprises", table).report.found == ["2 name ambiguous"])
        for record in ["E-1", "e-1", "91350100M000100Y43", "重庆渝新能源科技有限公司"] {
            let report = try await fixture.plan("enterprises", table, ["same": ["2=\(record)"]]).report
            #expect(report.samples.map(\.subject) == ["E-1"], "\(record): \(report.problems)")
        }
        try await fixture.importing("enterprises", table, ["same": ["2=E-1"]])
        let known = try await fixture.bureau.store.read { try $0.record(Enterprise.self, EnterpriseID(1)) }
        // Its name stays; the spelling is remembered, so that the next ledger needs no answer.
        #expect(known?.name == "重庆渝新能源科技有限公司" && known?.tags.count == 1)
        #expect(known?.formerNames == ["重庆渝新能源科技公司"])
        #expect(try await fixture.plan("enterprises", table).report.count("unchanged") == 1)
    }

    @Test(arguments: [
        ("enterprises", ["accept-near": ["9"]], "9"), ("enterprises", ["accept-near": ["x"]], "x"),
        ("enterprises", ["same": ["4"]], "4"), ("enterprises", ["same": ["4=2"], "accept-near": ["4"]], "4"),
        ("leads", ["accept-near": ["2"]], "accept-near"), ("enterprises", ["year": ["26"]], "26"),
    ])
    func aSlipOfThePenIsRefused(kind: String, options: [String: [String]], word: String) async throws {
        let fixture = try await ImportFixture()
        let table = kind == "leads" ? "线索名称|来源\n某线索|热线\n" : Self.ledger
        let error = await #expect(throws: ZhaoshangError.self) { try await fixture.plan(kind, table, options) }
        #expect(error?.message.zh.contains(word) == true || error?.hint?.zh.contains(word) == true, "\(error as Any)")
    }

    @Test(arguments: [("4=E-9", "not_found"), ("4=3", "create"), ("4=4", "not_found")])
    func anAnswerThatNamesNothingIsTheRowsProblem(answer: String, outcome: String) async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.plan("enterprises", Self.ledger, ["same": [answer]]).report
        // Line 3 is another enterprise, but the officer knows best.
        #expect(report.found == (outcome == "create" ? [] : ["4 name \(outcome)"]))
    }

    @Test func aTwinOfAProjectIsAcceptedByItsRow() async throws {
        let fixture = try await ImportFixture()
        try await fixture.importing("enterprises", "企业名称\n重庆甲公司\n")
        let table = """
            项目名称|企业名称|产业链|原因
            一期|重庆甲公司|新能源|历史项目
            二期|重庆甲公司|新能源|历史项目
            """
        let refused = try await fixture.plan("projects", table).report
        #expect(refused.found == ["3 name conflict"])
        #expect(refused.problems.first?.remedy?.zh.contains("--accept-near 3") == true)
        let report = try await fixture.importing("projects", table, ["accept-near": ["3"]])
        #expect(report.count("create") == 2)
    }
}
