import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

/// What a cell may hold.
struct ImportCellTests {
    /// Three codes that end in zeros and satisfy GB 32100-2015, computed in Python, are codes.
    @Test(arguments: [
        ("信用代码", "915001010000000000", "uscc mangled_number"), ("信用代码", "9.15E+17", "uscc bad_code"),
        ("信用代码", "915001130000025000", ""), ("信用代码", "915001130000054000", ""),
        ("信用代码", "915001130000083000", ""), ("信用代码", "91350100M000100Y43", ""),
        ("信用代码", "９１３５０１００Ｍ０００１００Ｙ４３", ""),
    ])
    func aCodeWhoseLastDigitsASpreadsheetLostIsRefused(title: String, text: String, found: String) async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.plan("enterprises", "企业名称|\(title)\n某公司|\(text)\n").report
        #expect(report.found == (found.isEmpty ? [] : ["2 \(found)"]), "\(report.problems)")
    }

    @Test(arguments: [
        ("20260309123456700000", true), ("202603091234567000", true), ("20260309123456700001", false),
        // 17 digits: real numbers end so too often.
        ("20260309123456700", false), ("FP-20260309123456700000", false),
    ])
    func aVoucherIsRefusedLikewise(text: String, isMangled: Bool) async throws {
        let fixture = try await ImportFixture()
        try await fixture.importing("enterprises", "企业名称\n某公司\n")
        try await fixture.importing("projects", "项目名称|企业名称|原因\n某项目|某公司|历史项目\n")
        let table = "项目名称|到账金额（万元）|到账日期|凭证号\n某项目|100|2026-03-10|\(text)\n"
        let report = try await fixture.plan("funds", table).report
        #expect(report.found == (isMangled ? ["2 voucher mangled_number"] : []))
        if isMangled { #expect(report.problems.first?.remedy?.zh.contains("文本") == true) }
    }

    @Test(arguments: [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        "\u{200E}", "\u{200F}", "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}",
    ])
    func overridesAndControlsAreRefusedInNames(hidden: String) async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.plan("enterprises", "企业名称\n某\(hidden)公司\n正常的公司\n").report
        #expect(report.found == ["2 name hidden_character"])
        #expect(report.count("create") == 1)
    }

    @Test func aNameIsKeptInItsComposedForm() async throws {
        let fixture = try await ImportFixture()
        // E and a combining acute, as a Mac writes names of files.
        try await fixture.importing("enterprises", "企业名称\nCafe\u{301} AG\n")
        let known = try await fixture.bureau.store.read { try $0.record(Enterprise.self, EnterpriseID(1)) }
        #expect(known.map { Array($0.name.unicodeScalars) } == Array("Caf\u{E9} AG".unicodeScalars))
        // The same name in other forms is the same enterprise.
        let again = try await fixture.plan("enterprises", "企业名称\nＣＡＦ\u{C9}　ＡＧ\n").report
        #expect(again.count("create") == 0, "\(again.samples)")
    }

    @Test func moreRowsThanOneTransactionTakesAreRefused() async throws {
        let fixture = try await ImportFixture()
        let table = "企业名称\n" + String(repeating: "x\n", count: 200_001)
        let error = await #expect(throws: ZhaoshangError.self) { try await fixture.plan("enterprises", table) }
        #expect(error?.details["limit"] == .number(200_000))
    }
}
