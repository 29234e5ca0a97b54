import FoundationEssentials
import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

struct MonthlyFigureTests {
    /// September 2026: 12 entries (3 visits out, 2 in, 1 activity), 1 zero report, 3.2亿; August had 9 entries.
    private func september() throws -> ReportFacts {
        var facts = try ReportFixture.facts("2026-09", asOf: "2026-10-03")
        facts.sums.own = [
            "entries.count": 12, "entries.zero": 1, "entries.kind.visitOut": 3, "K19.out": 3, "entries.kind.visitIn": 2,
            "K19.in": 2,
            "entries.kind.activity": 1, "entries.amount": 320_000_000, "entries.tag.走访": 5,
        ]
        facts.sums.toDate = [
            "entries.count": 100, "entries.zero": 6, "entries.kind.visitOut": 30, "K19.out": 30,
            "entries.amount": 1_280_000_000,
            "entries.tag.走访": 40,
        ]
        facts.sums.previous = ["entries.count": 9, "K19.out": 4, "entries.amount": 400_000_000]
        facts.sums.lastYear = ["entries.count": 8]
        return facts
    }

    @Test(arguments: [
        ("entries.count", 12.0, "12", "12"), ("entries.zero", 1, "1", "1"), ("K19.out", 3, "3", "3"),
        ("K19.in", 2, "2", "2"), ("K19.events", 1, "1", "1"), ("K19.publicity", 0, "0", "0"),
        ("entries.kind.visitOut", 3, "3", "3"), ("entries.tag.走访", 5, "5", "5"),
        ("entries.tag.走访.cumulative", 40, "40", "40"), ("entries.count.cumulative", 100, "100", "100"),
        ("entries.amount", 320_000_000, "3.2亿元", "RMB 320 million"),
        ("entries.amount.cumulative", 1_280_000_000, "12.8亿元", "RMB 1.28 billion"),
    ])
    func sumsBecomeFiguresInBothLanguages(key: String, value: Double, zh: String, en: String) throws {
        let figure = try #require(ReportDerivation.derive(september()).figures[key])
        #expect(figure.value == value)
        #expect(figure.textZh == zh)
        #expect(figure.textEn == en)
    }

    @Test func comparisonsStandBesideTheFigure() throws {
        let report = ReportDerivation.derive(try september())
        let entries = try #require(report.figures["entries.count"])
        #expect(entries.previous == 9)
        #expect(entries.samePeriodLastYear == 8)
        let indicators = report.words(under: "指标", .zh)
        // Month, previous month, change, same month last year, cumulative.
        #expect(indicators.contains("日志条数|12|9|+3|8|100"))
        #expect(indicators.contains("日志所载金额|3.2亿元|4亿元|-8000万元|0元|12.8亿元"))
        #expect(indicators.contains("外出走访|3|4|-1|0|30"))
    }

    @Test func whatCannotBeComparedIsADashAndNotZero() throws {
        var facts = try september()
        facts.sums.previous = nil
        facts.sums.lastYear = nil
        let report = ReportDerivation.derive(facts)
        #expect(report.figures["entries.count"]?.previous == nil)
        #expect(report.words(under: "指标", .zh).contains("日志条数|12|—|—|—|100"))
    }

    @Test func theLeadSentenceSaysTheFigures() throws {
        let report = ReportDerivation.derive(try september())
        let zh = report.words(under: "概要", .zh)
        #expect(
            zh.hasPrefix(
                "2026年9月，巴南区招商局共记日志 12 条，比上月多 3 条；外出走访 3 家次，接待来访 2 家次，举办活动 1 场；"
                    + "日志所载金额 3.2亿元。累计日志 100 条。"))
        let en = report.words(under: "概要", .en)
        #expect(
            en.hasPrefix(
                "In September 2026, Banan Bureau logged 12 entries, 3 more than the period before; visits out: 3, visits in: "
                    + "2, activities held: 1; amounts in entries: RMB 320 million. Cumulative entries: 100."))
    }

    @Test func aTargetGivesCompletionAndGap() throws {
        var facts = try september()
        facts.targets = [ReportFixture.even("entries.count", 120), ReportFixture.even("entries.count", 60, unit: 2)]
        let report = ReportDerivation.derive(facts)
        // 100 ÷ 120 = 83.33 %; 9 of 12 months = 75 %; ahead by 8.33 points.
        #expect(report.figures["K14.completion"]?.textZh == "83.3%")
        #expect(report.figures["K14.gap"]?.textZh == "+8.3个百分点")
        #expect(report.figures["K14.gap"]?.textEn == "+8.3 points")
        #expect(report.figures["K14.gap.entries.count"]?.indicator == "K14")
        #expect(report.figures["entries.count"]?.target == 10)
        #expect(report.figures["entries.count.cumulative"]?.target == 120)
    }

    @Test(arguments: [
        (120, "，超序时8.3个百分点。", ", 8.3 points ahead of schedule."),
        (160, "，落后序时12.5个百分点。", ", 12.5 points behind schedule."),
    ])
    func theGapIsSaidInWords(annual: Int64, zh: String, en: String) throws {
        var facts = try september()
        facts.targets = [ReportFixture.even("entries.count", annual)]
        let report = ReportDerivation.derive(facts)
        #expect(report.words(under: "概要", .zh).contains(zh))
        #expect(report.words(under: "概要", .en).contains(en))
    }

    @Test func aPreviousMonthThatGrewAfterItsIssueIsNoted() throws {
        var facts = try september()
        facts.sums.months = [
            facts.period.ordinal - 1: [
                "entries.count": 10, "entries.kind.visitOut": 4, "K19.out": 4, "entries.amount": 400_000_000,
            ]
        ]
        let words = ReportDerivation.derive(facts).words(under: "指标", .zh)
        #expect(words.contains("现为：日志条数 9 → 10。"))
    }

    @Test func ofSeveralTargetsThatOfTheFundsIsThePlainOne() throws {
        var facts = try september()
        facts.sums.toDate["K13.amount"] = 900_000_000
        facts.targets = [
            ReportFixture.even("entries.count", 120), ReportFixture.even("K13.amount", 1_200_000_000),
            ReportFixture.even("K19.out", 24),
        ]
        let figures = ReportDerivation.derive(facts).figures
        #expect(figures["K14.completion"]?.textZh == "75.0%")
        #expect(figures["K14.gap"]?.textZh == "0.0个百分点")
        #expect(figures["K14.completion.K19.out"]?.textZh == "125.0%")
    }

    @Test func aTargetForWhatNobodyCountsYetHasNoCompletion() throws {
        var facts = try september()
        facts.targets = [ReportFixture.even("K30.visits", 1200)]
        let figure = try #require(ReportDerivation.derive(facts).figures["K14.completion"])
        #expect(figure.value == nil)
        #expect(figure.textZh == "—")
    }

    @Test(arguments: ["2026-09", "2026-Q3", "2026"])
    func everyFigureOfTheContractIsThere(period: String) throws {
        let contract = """
            K1.count K1.valid_rate K2.rate K3.rate K3.mean_days K4.rate K5.rate K6.count K6.amount K7.rate K8.rate K9.rate
            K9.count K10.rate K11.rate K12.rate K13.amount K13.cumulative K13.yoy K14.completion K14.gap K15.rate K16.ge1
            K16.ge5 K16.ge10 K16.ge50 K16.ge100 K17.rate K18.count K18.funds K19.out K19.in K19.events K19.publicity
            K20.score K21.score K22.median K22.p90 K23.rate K24.conflicts K24.rate K31.rate K32.zero K32.missing
            late.K6.count corrected.K6.count late.K13.amount corrected.K9.count
            """
        let figures = ReportDerivation.derive(try ReportFixture.facts(period, asOf: "2027-01-03")).figures
        let missing = contract.split(whereSeparator: \.isWhitespace).filter { figures[String($0)] == nil }
        #expect(missing.isEmpty)
        // A zero denominator prints a dash and never 0 %.
        #expect(figures["K7.rate"]?.textZh == "—")
        #expect(figures["K6.count"]?.value == 0)
    }

    @Test func aZeroTargetHasNoCompletion() throws {
        var facts = try september()
        facts.targets = [ReportFixture.even("entries.count", 0)]
        let figures = ReportDerivation.derive(facts).figures
        #expect(figures["K14.completion"]?.value == nil)
        #expect(figures["K14.completion"]?.textEn == "—")
        #expect(figures["K14.gap"]?.value == nil)
    }

    @Test func unitsStandWithWhatTheyContributed() throws {
        var facts = try september()
        facts.sums.byUnit = [
            UnitID(3): ["entries.count": 5, "entries.amount": 120_000_000],
            UnitID(2): ["entries.count": 7, "entries.kind.visitOut": 3, "K19.out": 3, "entries.amount": 200_000_000],
        ]
        let words = ReportDerivation.derive(facts).words(under: "指标", .zh)
        #expect(words.hasSuffix("新能源专班|7|3|0|0|2亿元|生物医药专班|5|0|0|0|1.2亿元"))
    }

    @Test func aTrendBeginsWithTheFirstMonthThatHasFacts() throws {
        var facts = try september()
        let month = facts.period.ordinal
        facts.sums.months = [
            month: ["entries.count": 12], month - 1: ["entries.count": 9], month - 3: ["entries.count": 4],
        ]
        let cards = ReportDerivation.derive(facts).sections.flatMap(\.blocks).compactMap { block -> [Card]? in
            if case .cards(let cards) = block { return cards }
            return nil
        }
        #expect(cards.first?.first?.trend == [4, 0, 9, 12])
    }
}

/// K14 as published: `Tests/Vectors/kpi.csv`.
struct PublishedCompletionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var id: String
        var reached: Int64
        var annual: Int64
        var months: Int?
        var decimals: Int
        var expected: String
        var exact: Double

        var testDescription: String { id }
    }

    static func rows() throws -> [Row] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/kpi.csv")
        let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 10, cells[1].hasPrefix("K14"), let decimals = Int(cells[6]),
                let exact = Double(cells[8])
            else { return nil }
            var inputs: [String: Double] = [:]
            for part in cells[4].split(separator: ";") {
                let pair = part.split(separator: "=")
                if pair.count == 2 { inputs[String(pair[0])] = Double(String(pair[1])) }
            }
            guard let reached = inputs["a"], let annual = inputs["b"] else { return nil }
            // Inputs have up to two decimals of 亿 or none of 万: counted in 万 of the unit they are exact integers.
            return Row(
                id: cells[0], reached: Int64((reached * 10_000).rounded()), annual: Int64((annual * 10_000).rounded()),
                months: inputs["m"].map { Int($0) }, decimals: decimals, expected: cells[7], exact: exact)
        }
    }

    @Test func completionAndGapAsPublished() throws {
        let rows = try Self.rows()
        #expect(rows.count >= 12)
        for row in rows {
            let progress = TargetProgress(
                target: ReportFixture.even("entries.amount", row.annual), reached: row.reached,
                elapsedMonths: row.months ?? 12)
            let ratio = try #require(row.months == nil ? progress.completion : progress.gap, "\(row.id)")
            #expect(ratio.percentNumber(decimals: row.decimals) == row.expected, "\(row.id)")
            let value = ratio.decimalValue * 100
            #expect(abs(value - row.exact) < 1e-6, "\(row.id)")
        }
    }

    @Test(arguments: [
        ("2026-09", "2026-10-03", 9), ("2026-09", "2026-09-15", 9), ("2026-01", "2026-02-03", 1),
        ("2026-Q2", "2026-07-02", 6), ("2026-Q2", "2026-05-20", 4), ("2026", "2027-01-10", 12),
        ("2026", "2026-01-14", 0),
    ])
    func elapsedMonthsOfAPeriod(key: String, asOf: String, months: Int) throws {
        let period = try #require(Period(key))
        #expect(TargetProgress.elapsedMonths(period, asOf: try #require(CivilDate(asOf))) == months)
    }
}
