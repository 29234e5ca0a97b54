import Cadence
import Identifiers
import Testing
import WorkCalendar

/// A year of both ways of working against a day-by-day reading of the design, which uses none of the closed forms.
struct SlowOracleTests {
    static let years = [2020, 2025, 2026]

    @Test(arguments: BureauRules.allCases, years)
    func aYearOfTasksIsWhatTheDayByDayReadingSays(_ bureau: BureauRules, _ year: Int) throws {
        let roster = Self.roster(year)
        var played = PlayedBureau(try bureau.rules(from: year), try roster.asRoster(), try StatutoryCalendar.load())
        played.isDiligent = true
        let start = try instant("\(year)-01-01T00:00")
        try played.play(from: start, to: instant("\(year + 1)-01-31T23:59"))

        // A week belongs to the year of its Thursday.
        let made = played.tasks.filter { ($0.period.firstDay + ($0.period.kind == .week ? 3 : 0)).year == year }.map {
            task in
            let waived = task.status.state == .waived ? " \(task.status.reason ?? "")" : ""
            return
                "\(task.source) \(task.subject) \(task.period.key) \(task.dueAt.date) \(task.dueAt.timeOfDay)\(waived)"
        }
        let expected = try SlowReading(year: year, roster: roster).tasks(of: bureau)
        #expect(made.count == Set(made).count, "a task exists once")
        #expect(Set(made).subtracting(expected).sorted() == [], "made but not in the reading")
        #expect(Set(expected).subtracting(made).sorted() == [], "in the reading but not made")
        #expect(made.count > 500)
    }

    /// One officer all year, one who comes in May, one who goes in September, one with two leaves.
    static func roster(_ year: Int) -> [SlowReading.Person] {
        [
            SlowReading.Person(id: 1, from: "2019-01-01"),
            SlowReading.Person(id: 2, from: "\(year)-05-11"),
            SlowReading.Person(id: 3, from: "2019-01-01", until: "\(year)-09-16"),
            SlowReading.Person(
                id: 4, from: "2019-01-01",
                leave: [("\(year)-03-02", "\(year)-03-13"), ("\(year)-08-20", "\(year)-08-20")]),
        ]
    }
}

extension [SlowReading.Person] {
    func asRoster() throws -> Roster {
        Roster(
            offices: Roster.offices,
            members: try map { person in
                try .officer(
                    person.id, from: person.from, until: person.until,
                    leave: person.leave.map { try dates($0.0, $0.1) })
            })
    }
}

/// What cadence.md asks for, read day by day.
struct SlowReading {
    struct Person {
        var id: Int64
        var from: String
        var until: String?
        var leave: [(String, String)] = []

        func works(on day: CivilDate) -> Bool {
            from <= day.description && (until.map { day.description <= $0 } ?? true)
        }

        func isAway(on day: CivilDate) -> Bool {
            leave.contains { $0.0 <= day.description && day.description <= $0.1 }
        }
    }

    let year: Int
    let roster: [Person]
    let calendar: SlowCalendar
    /// From the Monday of the year's first week to the end of the year.
    private let days: [CivilDate]

    init(year: Int, roster: [Person]) throws {
        self.year = year
        self.roster = roster
        calendar = try SlowCalendar()
        var first = try date("\(year)-01-04")
        while (first.ordinal + 3) % 7 != 0 { first = first - 1 }
        days = Array(try min(first, date("\(year)-01-01"))...date("\(year)-12-31"))
    }

    func tasks(of bureau: BureauRules) throws -> Set<String> {
        var found = inventories()
        let both = ["U-1", "U-2"]
        switch bureau {
        case .banan:
            for week in weeks {
                found += line(2, both, week.key, calendar.working(-1, in: week.days), "16:00", week.days)
            }
            for month in parts(of: 1) {
                found += line(3, both, month.key, calendar.working(3, after: month.days[month.days.count - 1]), "17:30")
            }
            for quarter in parts(of: 3) {
                found += line(4, both, quarter.key, calendar.working(5, in: quarter.days), "17:30")
                found += line(5, both, quarter.key, calendar.working(-1, in: quarter.days), "17:30")
            }
            let wholeYear = parts(of: 1).flatMap(\.days)
            found += line(6, ["U-1"], "\(year)", calendar.working(10, in: wholeYear), "17:30")
            found += line(7, ["U-1"], "\(year)", calendar.working(10, after: wholeYear[wholeYear.count - 1]), "17:30")
        case .jiulongpo:
            for week in weeks {
                let isEmpty = !week.days.contains(where: calendar.isWorking)
                let due = isEmpty ? nil : calendar.following(week.days[0])
                found += line(2, ["U-1"], week.key, due, "09:00", week.days)
            }
            for month in parts(of: 1) {
                found += line(3, ["U-1"], month.key, calendar.working(1, in: month.days), "09:00")
            }
        }
        return Set(found)
    }

    private func inventories() -> [String] {
        days.filter { $0.year == year && calendar.isWorking($0) }.flatMap { day in
            roster.filter { $0.works(on: day) }.map { person in
                "R-1 O-\(person.id) \(day) \(day) 17:30" + (person.isAway(on: day) ? " leave" : "")
            }
        }
    }

    /// Without a due day the period has no working day and is waived on its last day.
    private func line(
        _ rule: Int, _ subjects: [String], _ key: String, _ due: CivilDate?, _ time: String, _ days: [CivilDate] = []
    ) -> [String] {
        subjects.map { subject in
            if let due { return "R-\(rule) \(subject) \(key) \(due) \(time)" }
            return "R-\(rule) \(subject) \(key) \(days[days.count - 1]) \(time) calendar"
        }
    }

    /// Weeks by the ISO rule: the first one has the fourth of January; each has seven days.
    private var weeks: [(key: String, days: [CivilDate])] {
        var found: [(String, [CivilDate])] = []
        guard var monday = days.first(where: { ($0.ordinal + 3) % 7 == 0 && ($0 + 3).year == year }) else { return [] }
        // A week whose Thursday is in the next year is that year's first.
        while (monday + 3).year == year {
            let number = found.count + 1
            found.append(("\(year)-W\(number < 10 ? "0" : "")\(number)", (0..<7).map { monday + $0 }))
            monday = monday + 7
        }
        return found
    }

    /// Months (`months` 1) or quarters (3).
    private func parts(of months: Int) -> [(key: String, days: [CivilDate])] {
        (0..<12 / months).map { part in
            let inside = days.filter { $0.year == year && ($0.month - 1) / months == part }
            let number = part + 1
            return (months == 3 ? "\(year)-Q\(number)" : "\(year)-\(number < 10 ? "0" : "")\(number)", inside)
        }
    }
}
