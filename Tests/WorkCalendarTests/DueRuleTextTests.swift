import Testing
import WorkCalendar

struct DueRuleTextTests {
    private func at(_ text: String) throws -> TimeOfDay {
        try #require(TimeOfDay(text))
    }

    @Test func textsSayTheWholeRule() throws {
        #expect(try DueRule("workday -1 at 16:00") == DueRule(day: .workday(-1), time: at("16:00")))
        #expect(
            try DueRule("day 31 skip omit roll modified-following at 17:30")
                == DueRule(day: .day(31, skip: .omit), roll: .modifiedFollowing, time: at("17:30")))
        #expect(
            try DueRule("weekday Fri roll following at 09:00")
                == DueRule(day: .weekday(.friday), roll: .following, time: at("09:00")))
        #expect(try DueRule("after-end workday 3 at 17:30") == DueRule(day: .afterEndWorkday(3), time: at("17:30")))
        #expect(
            try DueRule("  last\tat 12:00 empty roll-next  roll preceding offset -2 ")
                == DueRule(day: .last, offset: -2, roll: .preceding, time: at("12:00"), whenEmpty: .rollNext))
    }

    @Test(arguments: [
        "workday -1 at 16:00", "day 31 skip omit roll modified-following at 17:30", "day 5 at 09:00",
        "weekday Fri roll following at 09:00", "after-end workday 3 at 17:30 empty keep",
        "last offset -2 roll preceding at 12:00 empty roll-next", "day 366 skip forward offset 366 at 24:00",
    ])
    func descriptionIsTheTextWithoutDefaults(text: String) {
        #expect(DueRule(text)?.description == text)
    }

    @Test func everyRuleSurvivesItsText() throws {
        let time = try at("08:15")
        let days: [DayRule] =
            SkipPolicy.allCases.map { .day(12, skip: $0) } + Weekday.allCases.map { .weekday($0) }
            + [.last, .workday(366), .workday(-366), .afterEndWorkday(1)]
        for day in days {
            for roll in Roll.allCases {
                for empty in EmptyPeriodPolicy.allCases {
                    for offset in [-366, 0, 7] {
                        let rule = DueRule(day: day, offset: offset, roll: roll, time: time, whenEmpty: empty)
                        #expect(DueRule(rule.description) == rule, "\(rule)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("", "missing", "", 1), ("fortnight at 09:00", "unknown", "fortnight", 1), ("day", "missing", "", 4),
        ("day x at 09:00", "number", "x", 5), ("day 0 at 09:00", "number", "0", 5),
        ("day -1 at 09:00", "number", "-1", 5), ("workday 0 at 09:00", "number", "0", 9),
        ("workday 99999999999999999999 at 09:00", "number", "99999999999999999999", 9),
        ("weekday Fry at 09:00", "unknown", "Fry", 9), ("after-end day 3 at 09:00", "unknown", "day", 11),
        ("after-end workday -3 at 09:00", "number", "-3", 19), ("last", "missing", "", 5),
        ("last at", "missing", "", 8), ("last at 25:00", "time", "25:00", 9), ("last at 9", "time", "9", 9),
        ("last roll sideways at 09:00", "unknown", "sideways", 11), ("last skip omit at 09:00", "unknown", "skip", 6),
        ("last at 09:00 at 10:00", "repeated", "at", 15), ("last at 09:00 offset 367", "number", "367", 22),
        ("last at 09:00 empty later", "unknown", "later", 21), ("周五 at 09:00", "unknown", "周五", 1),
    ])
    func mistakesAreNamedWithTheirPlace(text: String, code: String, word: String, position: Int) {
        #expect(DueRule(text) == nil)
        let problem = #expect(throws: DueRuleProblem.self) { try DueRule(parsing: text) }
        #expect(problem?.code == code)
        #expect(problem?.word == word)
        #expect(problem?.position == position)
    }
}
