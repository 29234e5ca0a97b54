import Testing
import WorkCalendar

struct PeriodTests {
    @Test func vectorsNameWeekMonthQuarterYearAndOwner() throws {
        let rows = try Vectors.rows("periods")
        #expect(rows.count == 67)
        for row in rows {
            let day = try date(row["date"] ?? "")
            #expect(Period(.week, containing: day).key == row["iso_week"], "\(day)")
            #expect(Period(.month, containing: day).key == row["month"], "\(day)")
            #expect(Period(.quarter, containing: day).key == row["quarter"], "\(day)")
            #expect(Period(.year, containing: day).key == row["year"], "\(day)")
            #expect(Period(.week, containing: day).ownerMonth?.key == row["iso_week_owner_month"], "\(day)")
        }
    }

    /// Years of 53 weeks in 2000–2050, from the list in Wikipedia's "ISO week date".
    @Test func yearsOfFiftyThreeWeeks() {
        let long: Set = [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]
        for year in 2000...2050 {
            #expect((Period("\(year)-W53") != nil) == long.contains(year), "\(year)")
            let weeks = Period(kind: .year, ordinal: year).periods(.week)
            #expect(weeks?.count == (long.contains(year) ? 53 : 52), "\(year)")
        }
    }

    @Test(arguments: [
        ("2026-11-23", PeriodKind.day, "2026-11-23", "2026-11-23"), ("2026-W53", .week, "2026-12-28", "2027-01-03"),
        ("2026-W01", .week, "2025-12-29", "2026-01-04"), ("2026-w08", .week, "2026-02-16", "2026-02-22"),
        ("2024-02", .month, "2024-02-01", "2024-02-29"), ("2100-02", .month, "2100-02-01", "2100-02-28"),
        ("2026-Q1", .quarter, "2026-01-01", "2026-03-31"), ("2026-q2", .quarter, "2026-04-01", "2026-06-30"),
        ("2026-Q3", .quarter, "2026-07-01", "2026-09-30"), ("2026-Q4", .quarter, "2026-10-01", "2026-12-31"),
        ("2024", .year, "2024-01-01", "2024-12-31"),
    ])
    func boundsOfPeriods(key: String, kind: PeriodKind, first: String, last: String) throws {
        let period = try period(key)
        #expect(period.kind == kind)
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(try period.dayCount == date(last) - date(first) + 1)
        #expect(try period.contains(date(first)) && period.contains(date(last)))
        #expect(try !period.contains(date(first) - 1) && !period.contains(date(last) + 1))
        #expect(period.key == key.uppercased())
    }

    @Test(arguments: [
        "", "26", "2026-", "2026-W", "2026-W00", "2025-W53", "2026-W54", "2026-W1", "2026-W011", "2026-Q0", "2026-Q5",
        "2026-Q", "2026-Q11", "2026-00", "2026-13", "2026-1", "2026-02-29", "2026-11-2", "2026-11-23x", "1899", "2200",
        "２０２６", "2026-M11", " 2026",
    ])
    func otherKeysAreRefused(key: String) {
        #expect(Period(key) == nil)
    }

    @Test func randomPeriodsSurviveKeyAndBounds() throws {
        var random = SplitMix(seed: 53)
        for _ in 0..<5_000 {
            // 1901 to 2198, so that no week's year leaves the readable ones.
            let day = CivilDate(ordinal: Int.random(in: -25_000...83_500, using: &random))
            for kind in PeriodKind.allCases {
                let period = Period(kind, containing: day)
                #expect(Period(period.key) == period, "\(period)")
                #expect(period.contains(day), "\(period) \(day)")
                #expect(period.next.firstDay == period.lastDay + 1, "\(period)")
                #expect(period.previous.lastDay == period.firstDay - 1, "\(period)")
                #expect(Period(kind, containing: period.firstDay) == period, "\(period)")
                #expect(Period(kind, containing: period.lastDay) == period, "\(period)")
            }
        }
    }

    @Test func eachPeriodHasOneOwnerAndEachOwnerKnowsItsPeriods() throws {
        for large in PeriodKind.allCases {
            for small in PeriodKind.allCases where small < large {
                let first = Period(large, containing: try date("1999-12-01"))
                var next: Int?
                for step in 0..<60 {
                    let owner = first.advanced(by: step)
                    let ordinals = try #require(owner.periods(small))
                    #expect(next == nil || ordinals.lowerBound == next, "\(owner) \(small)")
                    next = ordinals.upperBound + 1
                    for ordinal in ordinals {
                        #expect(Period(kind: small, ordinal: ordinal).owner(large) == owner, "\(owner) \(small)")
                    }
                }
            }
        }
    }

    @Test func weekInTwoMonthsBelongsToThatOfItsThursday() throws {
        // Monday 29 June to Sunday 5 July 2026; Thursday is 2 July.
        let week = try period("2026-W27")
        #expect(week.ownerMonth?.key == "2026-07")
        #expect(week.owner(.quarter).key == "2026-Q3")
        #expect(try period("2026-06").periods(.week)?.contains(week.ordinal) == false)
        #expect(try period("2026-07").periods(.week)?.contains(week.ordinal) == true)
        // Monday 29 December 2025; Thursday is New Year's Day.
        #expect(try period("2026-W01").owner(.year).key == "2026")
    }

    @Test func largerKindsAreNotInside() throws {
        #expect(try period("2026-11").periods(.quarter) == nil)
        #expect(try period("2026-11").periods(.month)?.count == 1)
        #expect(try period("2026-Q4").ownerMonth == nil)
        #expect(try period("2026-11").owner(.day) == period("2026-11"))
    }
}
