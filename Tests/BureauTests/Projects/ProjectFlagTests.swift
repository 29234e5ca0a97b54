import Bureau
import Identifiers
import Promotion
import Testing
import WorkCalendar

/// Each suspicion of domain §7 through real records, shown by the project alone and by the list of all.
struct ProjectFlagTests {
    enum Act: Sendable {
        case agreement(String)
        case funds(String)
        case log(String, on: String)
        case edit(String)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var kind: PaddingFlag.Kind?
        var acts: [Act]
        var evidence: [String] = []
        var name = ""

        var testDescription: String { "\(kind?.rawValue ?? "nothing") \(name)" }
    }

    static let cases: [Case] = [
        Case(kind: nil, acts: []),
        Case(
            kind: .fundsAboveContract, acts: [.agreement("P-1 formal amount:1亿"), .funds("P-1 1.2亿 voucher:记-0012")],
            evidence: ["F-1"]),
        Case(kind: nil, acts: [.agreement("P-1 formal amount:1亿"), .funds("P-1 1亿 voucher:记-0012")], name: "equal"),
        Case(
            kind: .roundFundsWithoutVoucher,
            acts: [.agreement("P-1 formal amount:1亿"), .funds("P-1 500万"), .funds("P-1 501.5万")], evidence: ["F-1"]),
        Case(
            kind: .sameVoucherTwice,
            acts: [
                .agreement("P-1 formal amount:1亿"), .agreement("P-2 formal amount:1亿"),
                .funds("P-2 51万 voucher:记字20260012号"), .funds("P-1 51万 voucher:记-20260012"),
            ], evidence: ["F-1", "F-2"]),
        Case(
            kind: nil,
            acts: [
                .agreement("P-1 formal amount:1亿"), .agreement("P-2 formal amount:1亿"),
                .funds("P-2 52万 voucher:记字20260012号"), .funds("P-1 51万 voucher:记-20260012"),
            ], name: "another amount"),
        Case(
            kind: .sameEnterpriseTwoNames,
            acts: [.edit("P-1 uscc:91350100M000100Y43"), .edit("P-2 enterprise:E-2 uscc:91350100M000100Y43")],
            evidence: ["P-2"]),
        Case(
            kind: nil,
            acts: [.edit("P-1 uscc:91350100M000100Y43"), .edit("P-2 enterprise:E-1 uscc:91350100M000100Y43")],
            name: "one investor"),
        Case(
            kind: .contractAtTwoEvents,
            acts: [.agreement("P-1 formal amount:1亿 event:甲会"), .agreement("P-1 formal amount:1亿 event:乙会")],
            evidence: ["A-1", "A-2"], name: "of one project"),
        Case(
            kind: .contractAtTwoEvents,
            acts: [.agreement("P-2 formal amount:1亿 doc:合7"), .agreement("P-1 formal amount:1亿 doc:合7")],
            evidence: ["A-1", "A-2"], name: "of two projects"),
        Case(
            kind: .unchangedProgressText,
            acts: [
                .log("用地正在洽谈。", on: "2026-09-07"), .log("已报方案", on: "2026-09-14"), .log("用地 正在洽谈", on: "2026-09-21"),
                .log("用地正在洽谈！", on: "2026-09-28"),
            ], evidence: ["J-5", "J-6"]),
        Case(
            kind: nil, acts: [.log("用地正在洽谈", on: "2026-09-28"), .log("用地正在洽谈", on: "2026-09-28")],
            name: "two people of one day"),
        Case(
            kind: nil, acts: [.log("用地正在洽谈", on: "2026-09-07"), .log("用地谈定", on: "2026-09-28")], name: "news"),
        Case(
            kind: .quarterEndSpike,
            acts: [
                .agreement("P-1 formal amount:1亿"), .funds("P-1 51万 voucher:V20261 date:2026-06-24"),
                .funds("P-1 51万 voucher:V20262 date:2026-06-30"), .funds("P-1 101万 voucher:V20263 date:2026-06-23"),
            ], evidence: ["F-1", "F-2"]),
        Case(
            kind: nil,
            acts: [
                .agreement("P-1 formal amount:1亿"), .funds("P-1 51万 voucher:V20261 date:2026-06-24"),
                .funds("P-1 51万 voucher:V20262 date:2026-06-30"), .funds("P-1 102万 voucher:V20263 date:2026-06-23"),
            ], name: "half"),
    ]

    private static func flags(_ fixture: BureauFixture) async throws -> [PaddingFlag] {
        let shown = try await ProjectAcceptanceTests.project(fixture).flags
        let listed = try await fixture.bureau.listProjects(
            CommandWords(["owner:li"]), caller: fixture.caller(BureauFixture.li))
        // What is suspicious does not depend on what else is looked at.
        #expect(listed.first { $0.project.id == ProjectID(1) }?.flags == shown)
        let flagged = try await fixture.bureau.listProjects(
            CommandWords(["flag:any"]), caller: fixture.caller(BureauFixture.li))
        #expect(flagged.contains { $0.project.id == ProjectID(1) } == !shown.isEmpty)
        return shown
    }

    @Test(arguments: cases)
    func aSuspicionFollowsFromTheRecords(_ wanted: Case) async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        for name in ["渝新能源科技有限公司", "明月湖智能装备有限公司"] {
            try await ProjectAcceptanceTests.run(fixture, name) { $0.addEnterprise }
        }
        try await ProjectAcceptanceTests.run(fixture, "电池 reason:推介 enterprise:E-1") { $0.addProject }
        try await ProjectAcceptanceTests.run(fixture, "装备 reason:推介 enterprise:E-2") { $0.addProject }
        for act in wanted.acts {
            switch act {
            case .agreement(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.addAgreement }
            case .funds(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.addFunds }
            case .edit(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.editProject }
            case .log(let text, let day): try await fixture.log(text, "@P-1", on: day)
            }
        }
        let found = try await Self.flags(fixture)
        #expect(found.map(\.kind) == [wanted.kind].compactMap(\.self))
        if wanted.kind == .unchangedProgressText {
            // Numbers of lines depend on those that verbs wrote before: the last two of what was typed.
            #expect(found.first?.evidence.count == 2)
        } else {
            #expect(found.first?.evidence ?? [] == wanted.evidence)
        }
    }

    /// The path allows no such dates; a ledger that was brought in may have them.
    @Test func aStartBeforeTheSigningIsFlagged() async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record([
            PlannedProject(
                number: 1,
                stages: [(.negotiating, "2026-03-02"), (.signed, "2026-09-10"), (.started, "2026-09-09")],
                contract: 400_000_000),
            PlannedProject(
                number: 2,
                stages: [(.negotiating, "2026-03-02"), (.signed, "2026-09-10"), (.started, "2026-09-10")],
                contract: 400_000_000),
        ])
        let listed = try await fixture.bureau.listProjects(CommandWords([]), caller: fixture.caller(0, unit: "bn"))
        #expect(listed.map { $0.flags.map(\.kind) } == [[.startedBeforeSigned], []])
    }
}
