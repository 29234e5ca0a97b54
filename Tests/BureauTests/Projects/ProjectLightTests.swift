import Bureau
import Identifiers
import Promotion
import Testing
import WorkCalendar

/// Each colour of a project's light through real records. Days are counted by hand from domain §7: two calendar months
/// yellow, three red, six a proposal to remove; a planned start missed yellow, three months red; 10 to 30 points behind
/// yellow, more red.
struct ProjectLightTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// Verbs after the project was entered on 28 September 2026.
        var acts: [Act]
        var on: String
        var colour: ProjectLight.Colour
        var reasons: Int
        var proposesRemoval = false

        var testDescription: String { "\(name) on \(on)" }
    }

    enum Act: Sendable {
        case edit(String)
        case milestone(String)
        case done(String)
        case funds(String)
        case note(String)
        case suspend, resume, terminate
        case clock(String)
    }

    private static func idle(_ on: String, _ colour: ProjectLight.Colour, _ reasons: Int, removal: Bool = false) -> Case
    {
        Case(name: "nothing happens", acts: [], on: on, colour: colour, reasons: reasons, proposesRemoval: removal)
    }

    private static func behind(_ late: Int, _ colour: ProjectLight.Colour, _ reasons: Int) -> Case {
        Case(
            name: "\(late) points behind",
            acts: [
                .milestone("P-1 甲 due:2026-10-08 weight:\(late)"),
                .milestone("P-1 乙 due:2026-12-31 weight:\(100 - late)"),
            ], on: "2026-10-09", colour: colour, reasons: reasons)
    }

    static let cases: [Case] = [
        idle("2026-09-28", .green, 0), idle("2026-11-27", .green, 0), idle("2026-11-28", .yellow, 1),
        idle("2026-12-27", .yellow, 1), idle("2026-12-28", .red, 1), idle("2027-03-27", .red, 1),
        idle("2027-03-28", .red, 1, removal: true),
        Case(
            name: "a note is no progress", acts: [.clock("2026-11-20"), .note("仍在洽谈"), .note("仍在洽谈")],
            on: "2026-11-28", colour: .yellow, reasons: 1),
        Case(
            name: "funds are", acts: [.clock("2026-11-20"), .funds("P-1 51万 voucher:V20261")], on: "2027-01-19",
            colour: .green, reasons: 0),
        Case(
            name: "a milestone is",
            acts: [.clock("2026-11-20"), .milestone("P-1 取证 due:2026-12-31"), .done("B-1")], on: "2027-01-20",
            colour: .yellow, reasons: 1),
        Case(
            name: "start planned", acts: [.edit("P-1 planned_started:2026-10-10")], on: "2026-10-10", colour: .green,
            reasons: 0),
        Case(
            name: "start missed", acts: [.edit("P-1 planned_started:2026-10-10")], on: "2026-10-11", colour: .yellow,
            reasons: 1),
        Case(
            name: "start missed", acts: startMissed, on: "2027-01-09", colour: .yellow, reasons: 1),
        Case(name: "start missed", acts: startMissed, on: "2027-01-10", colour: .red, reasons: 1),
        Case(
            name: "two reasons", acts: [.edit("P-1 planned_started:2026-10-10")], on: "2026-11-28", colour: .yellow,
            reasons: 2),
        behind(9, .green, 0), behind(10, .yellow, 1), behind(30, .yellow, 1), behind(31, .red, 1),
        Case(name: "suspended", acts: [.suspend], on: "2027-03-28", colour: .none, reasons: 0),
        Case(
            name: "resumed", acts: [.suspend, .clock("2026-10-30"), .resume], on: "2026-12-30", colour: .yellow,
            reasons: 1),
        Case(name: "terminated", acts: [.terminate], on: "2027-03-28", colour: .none, reasons: 0),
    ]

    /// Money in December keeps the lack of progress out of it.
    private static let startMissed: [Act] = [
        .edit("P-1 planned_started:2026-10-10"), .clock("2026-12-20"), .funds("P-1 51万 voucher:V20261"),
    ]

    private static func play(_ act: Act, _ fixture: BureauFixture) async throws {
        let supervisor = ProjectAcceptanceTests.supervisor
        switch act {
        case .edit(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.editProject }
        case .milestone(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.addMilestone }
        case .done(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.finishMilestone }
        case .funds(let words): try await ProjectAcceptanceTests.run(fixture, words) { $0.addFunds }
        case .note(let words): try await fixture.log(words, "@P-1")
        case .suspend:
            try await ProjectAcceptanceTests.run(fixture, "P-1 review:2026-12-01 reason:等地", by: supervisor) {
                $0.suspendProject
            }
        case .resume:
            try await ProjectAcceptanceTests.run(fixture, "P-1", by: supervisor) { $0.resumeProject }
        case .terminate:
            try await ProjectAcceptanceTests.run(fixture, "P-1 withdrew", by: supervisor) { $0.terminateProject }
        case .clock(let day): try set(day, fixture)
        }
    }

    private static func set(_ day: String, _ fixture: BureauFixture) throws {
        _ = fixture.clock.set(try #require(Instant(iso8601: "\(day)T09:00")))
    }

    @Test(arguments: cases)
    func theLightFollowsFromTheRecords(_ wanted: Case) async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await ProjectAcceptanceTests.add(fixture)
        for act in wanted.acts { try await Self.play(act, fixture) }
        try Self.set(wanted.on, fixture)
        let light = try await ProjectAcceptanceTests.project(fixture).light
        #expect(light.colour == wanted.colour, "\(light.reasons)")
        #expect(light.reasons.count == wanted.reasons, "\(light.reasons)")
        #expect(light.proposesRemoval == wanted.proposesRemoval)
        let listed = try await fixture.bureau.listProjects(
            CommandWords(["light:\(wanted.colour.rawValue)"]), caller: fixture.caller(BureauFixture.li))
        #expect(listed.map(\.project.id.description) == ["P-1"])
    }
}
