import Labels
import Promotion
import Testing
import WorkCalendar

@Suite struct DivisionTableTests {
    let table: DivisionTable

    init() throws {
        table = try DivisionTable(csv: ExpectedRows.text("Config/codes/divisions.csv"))
    }

    private func day(_ text: String) throws -> CivilDate {
        try #require(CivilDate(text))
    }

    @Test func readsTheWholeList() {
        #expect(table.divisions.count == 58)
    }

    /// The number announced after the change of 2025: 25 districts, 8 counties, 4 autonomous counties.
    @Test func countsOfTheDivisionsAfterTheChangeOf2025() throws {
        let levels = Dictionary(grouping: table.divisions(on: try day("2026-06-30")), by: \.level).mapValues(\.count)
        #expect(levels.filter { $0.key != "municipality" }.values.sorted() == [4, 8, 25])
    }

    @Test(arguments: [
        ("2025-11-05", "江北区"), ("2012-06-30", "江北区"),
    ])
    func abolishedDivisionHoldsUntilItsLastDay(on text: String, name: String) throws {
        #expect(try table.check("500105", on: day(text)).name.zh == name)
    }

    @Test func abolishedCodeIsRefusedWithItsSuccessors() throws {
        let today = try day("2026-11-23")
        let problem = #expect(throws: DivisionProblem.self) { try table.check("500105", on: today) }
        #expect(problem?.code == "abolished")
        #expect(problem?.hint?.zh == "现归：两江新区 代码未公布")
        #expect(problem?.error.details["successors"] == .list(["两江新区"]))
        #expect(table.latest("500105")?.name.en == "Jiangbei District")
        let several = #expect(throws: DivisionProblem.self) { try table.check("500112", on: today) }
        #expect(several?.hint?.zh == "现归：两江新区 代码未公布、北碚区 500109")
    }

    @Test(arguments: [("2010-06-30", "万盛区"), ("2012-06-30", "綦江区")])
    func oneCodeNamesTwoDivisionsInTurn(on text: String, name: String) throws {
        #expect(try table.check("500110", on: day(text)).name.zh == name)
    }

    @Test(arguments: [("50010", "form"), ("50010A", "form"), ("509999", "unknown"), ("", "form"), ("unknown", "form")])
    func otherCodesAreRefused(text: String, code: String) throws {
        let today = try day("2026-11-23")
        let problem = #expect(throws: DivisionProblem.self) { try table.check(text, on: today) }
        #expect(problem?.code == code)
    }

    @Test func divisionThatDoesNotExistYetIsRefused() throws {
        let early = try day("1990-01-01")
        let problem = #expect(throws: DivisionProblem.self) { try table.check("500103", on: early) }
        #expect(problem?.code == "not_yet")
    }

    @Test func fullWidthDigitsAreAccepted() throws {
        #expect(try table.check(" ５００１０７ ", on: day("2026-11-23")).name.en == "Jiulongpo District")
    }

    @Test(arguments: [
        ("code,level\n", CodeListProblem.missingColumn("name_zh")),
        (
            "code,level,name_zh,name_en,valid_from,valid_to,successors\n5001,x,a,b,1997,,\n",
            .value(column: "code", value: "5001", line: 2)
        ),
        (
            "code,level,name_zh,name_en,valid_from,valid_to,successors\n500101,x,a,b,soon,,\n",
            .value(column: "valid_from", value: "soon", line: 2)
        ),
        ("code,level,name_zh,name_en,valid_from,valid_to,successors\n500101,x\n", .fieldCount(line: 2)),
        ("code,level,name_zh,name_en,valid_from,valid_to,successors\n\"500101,x\n", .quote(line: 2)),
    ])
    func damagedListsAreRefusedWithTheirLine(csv: String, problem: CodeListProblem) {
        #expect(throws: problem) { try DivisionTable(csv: csv) }
    }
}

@Suite struct IndustryTableTests {
    let table: IndustryTable

    init() throws {
        table = try IndustryTable(csv: ExpectedRows.text("Config/codes/industries.csv"))
    }

    @Test(arguments: [
        ("C", "C"), ("c39", "C39"), ("C397", "C397"), ("Ｃ３９７１", "C3971"), (" A01 ", "A01"), ("T97", "T97"),
    ])
    func acceptsSectionDivisionGroupAndClass(text: String, code: String) throws {
        #expect(try table.check(text).description == code)
    }

    @Test(arguments: [
        ("C3", "form"), ("C39712", "form"), ("", "form"), ("39X", "form"), ("C-39", "form"), ("U10", "unknown_section"),
        ("C98", "unknown_division"), ("C01", "other_section"), ("3971", "no_section"),
    ])
    func refusesOtherCodes(text: String, code: String) {
        let problem = #expect(throws: IndustryProblem.self) { try table.check(text) }
        #expect(problem?.code == code)
    }

    /// The rule of 2018: agriculture's services, mining's services and repair of machines are tertiary.
    @Test(arguments: [("A01", 1), ("A05", 3), ("B06", 2), ("B11", 3), ("C43", 3), ("C39", 2), ("F51", 3)])
    func economicSectors(code: String, sector: Int) throws {
        #expect(table.industry(of: try table.check(code))?.economicSector == sector)
    }

    @Test func namesTheMissingSection() {
        let problem = #expect(throws: IndustryProblem.self) { try table.check("3971") }
        #expect(problem?.hint.en == "write C3971")
    }

    @Test func namesADivisionInBothLanguages() throws {
        #expect(table.name(of: try table.check("A0111"))?.zh == "农业")
    }
}

@Suite struct CircleTableTests {
    @Test(arguments: [("310115", "YRD"), ("130100", "JJJ"), ("440300", "GBA"), ("500107", "CY"), ("210000", nil)])
    func findsTheCircleByProvince(division: String, circle: String?) throws {
        let table = try CircleTable(csv: ExpectedRows.text("Config/codes/circles.csv"))
        #expect(table.circles.map(\.code).sorted() == ["CY", "GBA", "JJJ", "YRD"])
        #expect(table.circle(ofDivision: division)?.code == circle)
    }
}
