import Cadence
import FoundationEssentials
import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

struct WholeReportTests {
    static let keys = ["2026-11-27", "2026-W48", "2026-11", "2026-Q4", "2026"]

    /// Something in every section.
    private func full(_ key: String) throws -> ReportFacts {
        var facts = try ReportFixture.facts(key, asOf: "2027-01-05", seq: 500)
        let sums: [String: Int64] = [
            "entries.count": 12, "entries.amount": 5_000_000, "entries.kind.visitOut": 3, "K19.out": 3,
            "entries.kind.plan": 1,
            "entries.tag.a": 4, "entries.tag.b": 4, "entries.tag.c": 2,
        ]
        facts.sums = ReportSums(
            own: sums, toDate: sums, previous: ["entries.count": 14], lastYear: sums,
            byOfficer: [OfficerID(1): ["entries.count": 5], OfficerID(2): ["entries.count": 7]],
            byUnit: [UnitID(2): sums], months: [2026 * 12 + 10: sums, 2026 * 12 + 11: sums],
            unitMonths: [UnitID(2): [2026 * 12 + 10: sums]], byUnitLastYear: [UnitID(3): sums])
        let level = facts.kind == .month ? "2026-W46" : facts.kind == .quarter ? "2026-11" : key
        facts.tasks.daily = try [
            ReportFixture.daily(1, 1, "2026-11-27", .accepted), ReportFixture.daily(2, 2, "2026-11-27", .open),
            ReportFixture.daily(3, 3, "2026-11-27", .waived, reason: "leave"),
        ]
        facts.tasks.unitTasks = [
            try ReportFixture.unitTask(
                4, 2, level, due: "2026-11-27T16:00",
                ObligationStatus(state: .accepted, narrative: Narrative(nextSteps: TextStub(id: 77, digest: "n"))))
        ]
        facts.tasks.pending = [try ReportFixture.daily(2, 2, "2026-11-27", .open)]
        facts.lines = try [
            ReportFixture.line(10, 1, "2026-11-27", kind: .plan, tags: ["a"], amount: 5_000_000),
            ReportFixture.line(11, 2, "2026-11-27", kind: .activity),
        ]
        let before = facts.period.previous
        facts.issues = [FrozenIssue(period: before, asOfSeq: 300)]
        facts.learntLater = [
            try ReportFixture.learnt(9, before.firstDay.description, "entries.count", 1, seq: 400),
            try ReportFixture.learnt(8, before.lastDay.description, "entries.count", -1, seq: 401, first: 20),
        ]
        facts.targets = [
            ReportFixture.even("entries.count", 120), ReportFixture.even("entries.amount", 12_000_000, unit: 2),
        ]
        facts.targetsLastYear = [ReportFixture.even("entries.count", 24, year: 2025, unit: 3)]
        return facts
    }

    @Test(arguments: keys)
    func everyWordStandsInBothLanguages(key: String) throws {
        let report = ReportDerivation.derive(try full(key))
        var labels = [report.title] + report.sections.map(\.heading)
        labels += report.sections.flatMap(\.blocks).flatMap(\.labels)
        for label in labels {
            #expect(!label.zh.isEmpty && !label.en.isEmpty, "\(label)")
            #expect(!Self.hasHan(label.en), "\(label.en)")
        }
        for text in report.sections.flatMap(\.blocks).flatMap(\.texts).flatMap(Self.phrases) {
            #expect(text.zh.isEmpty == text.en.isEmpty, "\(text)")
            #expect(!Self.hasHan(text.en), "\(text.en)")
        }
        for (figureKey, figure) in report.figures {
            #expect(!figure.textZh.isEmpty && !figure.textEn.isEmpty, "\(figureKey)")
            #expect(!Self.hasHan(figure.textEn), "\(figureKey)")
        }
    }

    @Test(arguments: keys)
    func everyFigureThatIsShownExists(key: String) throws {
        let report = ReportDerivation.derive(try full(key))
        for block in report.sections.flatMap(\.blocks) {
            for figure in block.texts.flatMap(Self.figures) { #expect(report.figures[figure] != nil, "\(figure)") }
            if case .cards(let cards) = block {
                #expect(cards.count <= 6)
                for card in cards { #expect(report.figures[card.figure] != nil, "\(card.figure)") }
            }
            if case .table(let table) = block {
                for row in table.rows { #expect(row.count == table.columns.count, "\(table.columns.map(\.title.zh))") }
            }
        }
    }

    @Test(arguments: keys)
    func theSameFactsInAnyOrderGiveTheSameBytes(key: String) throws {
        let facts = try full(key)
        var shuffled = facts
        shuffled.tasks.daily.reverse()
        shuffled.tasks.unitTasks.reverse()
        shuffled.tasks.pending.reverse()
        shuffled.lines.reverse()
        shuffled.issues.reverse()
        shuffled.targets.reverse()
        shuffled.learntLater.reverse()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let first = try encoder.encode(ReportDerivation.derive(facts))
        for _ in 0..<5 {
            #expect(try encoder.encode(ReportDerivation.derive(shuffled)) == first)
            shuffled.sums.own = Dictionary(uniqueKeysWithValues: shuffled.sums.own.shuffled())
            shuffled.sums.byOfficer = Dictionary(uniqueKeysWithValues: shuffled.sums.byOfficer.shuffled())
        }
    }

    @Test func wordsOfPeopleAreReferencesOnly() throws {
        let report = ReportDerivation.derive(try full("2026-W48"))
        #expect(Set(report.textReferences) == [77, 10, 11, 9, 8])
    }

    /// 12 of 120 = 10.0 % for the bureau; 5 of 12 million = 41.7 % for U-2; last year 12 of 24 = 50.0 % for U-3.
    @Test func theAppraisalCapsEachIndicator() throws {
        var facts = try full("2026")
        facts.targets.append(ReportFixture.even("K19.out", 1))
        let words = ReportDerivation.derive(facts).words(under: "考核", .zh)
        // K19.out: 3 of 1 = 300 %, capped at 100: (10 + 300) ÷ 2 = 155, capped (10 + 100) ÷ 2 = 55.
        #expect(words == "生物医药专班|1|50.0%|50.0|巴南区招商局|2|155.0%|55.0|新能源专班|1|41.7%|41.7")
    }

    @Test func theDeploymentShowsTargetsByUnitQuarterAndMonth() throws {
        let words = ReportDerivation.derive(try full("2026")).words(under: "目标部署", .zh)
        #expect(words.contains("巴南区招商局|120|30|30|30|30|12|10.0%"))
        #expect(words.contains("巴南区招商局|10|10|10|10|10|10|10|10|10|10|10|10"))
        #expect(words.contains("新能源专班|1200万元|300万元|300万元|300万元|300万元|500万元|41.7%"))
    }

    @Test func theQuarterListsPlannedAndHeldActivitiesAndItsTargets() throws {
        let report = ReportDerivation.derive(try full("2026-Q4"))
        #expect(report.words(under: "活动", .zh).contains("2026-11-27|新能源专班|张伟|#10|+a|500万元"))
        #expect(report.words(under: "本季目标", .zh).contains("日志条数|巴南区招商局|30|12|40.0%"))
        #expect(report.words(under: "各月", .zh).hasPrefix("2026-10|0|"))
    }

    @Test func theDayNamesWhoHasNotLogged() throws {
        let words = ReportDerivation.derive(try full("2026-11-27")).words(under: "当日概况", .zh)
        #expect(words.contains("未报：李娜"))
        #expect(words.contains("请假：王芳"))
    }

    private static func phrases(_ text: Text) -> [Phrase] {
        switch text {
        case .phrase(let phrase): [phrase]
        case .sequence(let parts): parts.flatMap(phrases)
        case .figure, .number, .reference: []
        }
    }

    private static func figures(_ text: Text) -> [String] {
        switch text {
        case .figure(let key): [key]
        case .sequence(let parts): parts.flatMap(figures)
        case .phrase, .number, .reference: []
        }
    }

    private static func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }
}
