import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

struct CourseSectionTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func course(
        _ number: Int64, _ stage: Stage = .negotiating, contract: Int64 = 0, light: ProjectLight.Colour = .green,
        major: Bool = false, reached: [Stage: String] = [:]
    ) throws -> ProjectCourse {
        var fact = ProjectFact(
            id: ProjectID(number), seq: number, unit: UnitID(2), name: TextStub(id: 600 + number, digest: "p"),
            stage: stage, reached: try reached.mapValues(day), industry: number % 2 == 0 ? "I6510" : "C3962",
            province: "310000", eastern: true, major: major)
        fact.contract = Money(yuan: contract)
        return ProjectCourse(fact: fact, light: light)
    }

    private func facts(_ key: String, asOf: String, _ courses: [ProjectCourse]) throws -> ReportFacts {
        var facts = try ReportFixture.facts(key, asOf: asOf)
        facts.sums.toDate = ["K5.entered": Int64(courses.count)]
        facts.pipeline.activeBefore = courses.count
        facts.pipeline.courses = courses
        return facts
    }

    /// Overdue ones first whatever they are worth, then by amount.
    @Test func theAgendaOfProjectsBeginsWithWhatIsOverdueThenGoesByAmount() throws {
        var small = try course(1, contract: 100)
        small.due = [DueItem(id: "M-1", text: TextStub(id: 701, digest: "m"), dueOn: try day("2026-11-20"))]
        var large = try course(2, contract: 900)
        large.due = [DueItem(id: "M-2", text: TextStub(id: 702, digest: "m"), dueOn: try day("2026-12-03"))]
        var middle = try course(3, contract: 500)
        middle.due = [DueItem(id: "M-3", text: TextStub(id: 703, digest: "m"), dueOn: try day("2026-12-01"))]
        let report = ReportDerivation.derive(try facts("2026-W48", asOf: "2026-11-30", [middle, small, large]))
        let agenda = report.words(under: "下周调度清单", .en)
        #expect(
            agenda.contains(
                "M-1|P-1 #601|New Energy|RMB 100|#701|2026-11-20|overdue|M-2|P-2 #602|New Energy|RMB 900|#702|"
                    + "2026-12-03|coming|M-3|P-3 #603|New Energy|RMB 500|#703|2026-12-01|coming"), "\(agenda)")
    }

    @Test func aProjectOfTheWeekShowsLightProgressBlockerAndNextMilestone() throws {
        var one = try course(1, .signed, light: .red, major: true)
        one.reasons = [Phrase(zh: "自 2026-05-01 起无进展，建议清退", en: "no progress since 2026-05-01: removal proposed")]
        one.lastProgress = try day("2026-05-01")
        one.progress = try ReportFixture.line(31, 1, "2026-11-24").entry
        one.blocker = try ReportFixture.line(32, 1, "2026-11-25", tags: ["堵点"]).entry
        one.next = DueItem(id: "M-1", text: TextStub(id: 701, digest: "m"), dueOn: try day("2026-12-31"))
        let week = ReportDerivation.derive(try facts("2026-W48", asOf: "2026-11-30", [one]))
        #expect(
            week.words(under: "项目进展", .zh) == "P-1|#601|新能源专班|签约|红|#31|#32|2026-05-01|2026-12-31 #701")
        #expect(
            week.words(under: "停滞项目", .en)
                == "red|P-1|#601|New Energy|signed|2026-05-01|no progress since 2026-05-01: removal proposed"
                .replacing("signed|", with: ReportLabel.stage("signed").en + "|"))
        let month = ReportDerivation.derive(try facts("2026-11", asOf: "2026-12-02", [one]))
        #expect(month.words(under: "重大项目", .zh) == "P-1|#601|新能源专班|签约|红|0元|0元|#31")
    }

    @Test func aDirectiveWithoutAReplyIsOverdueAfterItsDay() throws {
        var facts = try facts("2026-W48", asOf: "2026-11-30", [course(1)])
        let directive = Directive(
            id: DirectiveID(5), colour: .yellow, about: "P-1", addressee: OfficerID(1), unit: UnitID(2), text: nil,
            issuedOn: try day("2026-11-20"), issuedBy: "O-9", dueOn: try day("2026-11-27"))
        var replied = directive
        replied.id = DirectiveID(6)
        replied.repliedAt = Instant(iso8601: "2026-11-26T10:00")
        let end = try day("2026-11-29")
        facts.pipeline.directives = [directive, replied].map { DirectiveFact($0, through: end) }
        let report = ReportDerivation.derive(facts)
        let words = report.words(under: "督办事项", .zh)
        #expect(words.contains("D-5|黄|P-1|时限逾期，自动提醒|张伟|2026-11-20|2026-11-27|逾期未回复"), "\(words)")
        #expect(words.hasSuffix("已回复"))
        #expect(!report.words(under: "下周调度清单", .zh).contains("D-6"))
        #expect(report.words(under: "下周调度清单", .zh).contains("D-5|P-1 #601"))
    }

    /// Signed on Monday 2 November, landed on Friday 6: four working days; the other one on Monday 9: five. Median 4.5.
    @Test func theFunnelCountsByStageWithMedianWorkingDays() throws {
        let one = try course(1, .landed, reached: [.signed: "2026-11-02", .landed: "2026-11-06"])
        let other = try course(2, .landed, reached: [.signed: "2026-11-02", .landed: "2026-11-09"])
        let early = try course(3, .signed, reached: [.signed: "2026-10-12"])
        var facts = try facts("2026-11", asOf: "2026-12-02", [one, other, early])
        facts.pipeline.reached = [.signed: [one.fact, other.fact, early.fact], .landed: [one.fact, other.fact]]
        let words = ReportDerivation.derive(facts).words(under: "线索和项目", .zh)
        #expect(words.contains("签约|2|3|1|—|落地|2|2|2|4.5|"), "\(words)")
        // Industry C has one landed and one signed, I one landed.
        #expect(words.contains("C|0|0|0|1|1|0|0|0|0|2|I|0|0|0|0|1|0|0|0|0|1"), "\(words)")
    }

    /// 30 of 120 by the end of June: 25 %, 25 points behind; 6 in June after 4 in May and 3 in June a year before.
    @Test func targetsSayHowFarAheadOrBehindTheyAre() throws {
        var facts = try ReportFixture.facts("2026-06", asOf: "2026-07-02")
        facts.targets = [ReportFixture.even("K6.count", 120)]
        facts.sums.own = ["K6.count": 6]
        facts.sums.toDate = ["K6.count": 30]
        facts.sums.previous = ["K6.count": 4]
        facts.sums.lastYear = ["K6.count": 3]
        let report = ReportDerivation.derive(facts)
        let words = report.words(under: "目标完成情况", .zh)
        #expect(words.hasPrefix("签约项目数|120|6|30|25.0%|-25.0个百分点|落后序时|+100.0%|+50.0%"), "\(words)")
    }

    @Test func theAnnexDefinesTheFiguresAndListsTheProjects() throws {
        let report = ReportDerivation.derive(try facts("2026-11", asOf: "2026-12-02", [course(1)]))
        let annex = report.words(under: "附注", .zh)
        #expect(annex.contains("zs report verify month 2026-11 --unit bn"))
        #expect(annex.contains("P-1|#601|新能源专班"))
        #expect(annex.contains("K6.count|签约项目数|"))
        // Without a value there is nothing to define.
        #expect(!annex.contains("K7.rate|"))
    }

    @Test func aQuarterComparesCampaignsWithTheirPlanAndNamesWhatHasNotStarted() throws {
        var campaign = Campaign(
            id: CampaignID(2), name: TextStub(id: 801, digest: "c"), form: .season, unit: UnitID(2),
            from: try day("2026-10-10"), until: try day("2026-11-10"), plan: TextStub(id: 802, digest: "c"),
            budget: Money(yuan: 200_000))
        campaign.outcome = TextStub(id: 803, digest: "c")
        campaign.spent = Money(yuan: 180_000)
        let signed = try course(1, .signed, contract: 300_000_000, reached: [.signed: "2026-10-20"])
        let started = try course(2, .started, reached: [.signed: "2026-10-01", .started: "2026-10-25"])
        var facts = try facts("2026-Q4", asOf: "2027-01-05", [signed, started])
        facts.pipeline.campaigns = [
            CampaignFact(
                campaign: campaign, leads: 4, signed: 1, contract: Money(yuan: 300_000_000),
                funds: Money(yuan: 10_000_000))
        ]
        let report = ReportDerivation.derive(facts)
        let words = report.words(under: "招商活动：计划和结果", .zh)
        #expect(
            words.hasSuffix("#801|新能源专班|2026-10-10 – 2026-11-10|#802|#803|20万元|18万元|4|1|3亿元|1000万元"), "\(words)")
        let waiting = report.words(under: "签约未开工项目", .zh)
        #expect(waiting == "P-1|#601|新能源专班|2026-10-20|签约|绿灯|3亿元", "\(waiting)")
    }

    @Test func aDayTellsOfLeadsStagesAndFunds() throws {
        var facts = try ReportFixture.facts("2026-11-27", asOf: "2026-11-27")
        facts.pipeline.changes = [
            DayChange(
                id: "L-4", kind: .lead, name: TextStub(id: 811, digest: "l"), unit: UnitID(2),
                amount: Money(yuan: 100_000_000)),
            DayChange(id: "P-1", kind: .stage(.landed), name: TextStub(id: 812, digest: "p"), unit: UnitID(2)),
            DayChange(
                id: "F-3", kind: .funds(.verified), name: nil, unit: UnitID(3), amount: Money(yuan: 50_000_000)),
        ]
        let words = ReportDerivation.derive(facts).words(under: "线索、项目和资金变动", .en)
        let landed = ReportLabel.stage("landed").en
        let verified = CodeLabel.of("verified").en
        #expect(
            words == "L-4|new lead|#811|New Energy|RMB 100 million|P-1|came to: \(landed)|#812|New Energy|—|"
                + "F-3|funds (\(verified))|—|Biomedicine|RMB 50 million", "\(words)")
    }
}

struct HonourTests {
    private static func unit(_ number: Int64, _ signed: Int64, missing: Int64 = 0) -> RankedUnit {
        RankedUnit(
            unit: UnitID(number), name: Phrase("U\(number)"), group: "g", reached: ["K6.count": signed], own: [:],
            targets: ["K6.count": 10], missingDays: missing)
    }

    private static func rules(red: Int = 1, black: Int = 1) -> RankRules {
        RankRules(
            marks: [("K6.count", Fraction(100))], weights: [], deductionPerMissingDay: .one, redPlaces: red,
            blackPlaces: black)
    }

    @Test func theListsNameTheFirstAndTheLastWithTheExactReason() {
        let honours = Ranking([Self.unit(1, 3, missing: 2), Self.unit(2, 9), Self.unit(3, 5)], Self.rules()).honours
        #expect(honours.map(\.unit.number) == [2, 1])
        #expect(honours.map(\.red) == [true, false])
        #expect(honours[0].reason.zh == "3个单位中第1名，综合分90.0；签约项目数完成90.0%，得90.0分")
        #expect(honours[1].reason.zh == "3个单位中第3名，综合分28.0；签约项目数完成30.0%，得30.0分；漏报2人日，扣2.0分")
    }

    @Test func whoeverSharesABorderRankIsNamedTooAndNobodyIsOnBothLists() {
        let tied = Ranking([Self.unit(1, 3), Self.unit(2, 9), Self.unit(3, 9), Self.unit(4, 3)], Self.rules()).honours
        #expect(tied.map(\.unit.number) == [2, 3, 1, 4])
        #expect(Ranking([Self.unit(1, 3), Self.unit(2, 3)], Self.rules()).honours.isEmpty)
        let both = Ranking([Self.unit(1, 3), Self.unit(2, 9)], Self.rules(red: 5, black: 5)).honours
        #expect(both.map(\.red) == [true, false])
    }
}
