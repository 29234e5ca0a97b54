import Foundation
import Testing

/// Every row of the calendar, code and money vectors through the real client and daemon. `Tests/Vectors/README.md`
/// says where the expected values come from.
@Suite(.serialized)
struct VectorsSerial {
    private static let clock = "2026-01-01T08:00"

    @Test func workingDaysAreCountedFromTheDayAfter() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("workdays", count: 66) {
            let days = try #require(Int(row["working_days"] ?? ""))
            let document = try daemon.document(
                "calendar", "due", row["from_date"] ?? "", (days < 0 ? "" : "+") + "\(days)wd")
            #expect(document["due"].string == row["due_date"], "\(row)")
            #expect(document["working_days"].int == days, "\(row)")
            // The notice of the next year may still move the last days of December.
            let isSettled = row["due_date"] ?? "" < "2026-12-25"
            #expect(document["provisional"] == .bool(!isSettled), "\(row)")
        }
    }

    @Test func monthsHaveTheirWorkingDays() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("month-workdays", count: 240) {
            let document = try daemon.document("calendar", "show", row["month"] ?? "")
            let working = document["days"].items.filter { $0["working"].isTrue }.map { $0["date"].string }
            #expect(document["days"].items.count == Int(row["calendar_days"] ?? ""), "\(row)")
            #expect(document["working_days"].int == Int(row["working_days"] ?? ""), "\(row)")
            #expect(document["last_working_day"].string == row["last_working_day"], "\(row)")
            #expect(working.count == Int(row["working_days"] ?? ""), "\(row)")
            #expect(working.first == row["first_working_day"], "\(row)")
            #expect(working[2] == row["third_working_day"], "\(row)")
        }
    }

    @Test func nthWorkingDayOfAPeriodIsFoundFromBothEnds() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("nth-workdays", count: 32) {
            let document = try daemon.document("calendar", "nth", row["period"] ?? "", row["n"] ?? "")
            let date = row["date"] ?? ""
            #expect(document["date"] == (date.isEmpty ? .absent : .text(date)), "\(row)")
        }
    }

    @Test func datesLieInTheirPeriods() throws {
        var shown: [String: JSON] = [:]
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("periods", count: 67) {
            let date = try #require(row["date"])
            for kind in ["iso_week", "month", "quarter", "year"] {
                let period = try #require(row[kind])
                let document = try shown[period] ?? daemon.document("calendar", "show", period)
                shown[period] = document
                #expect(document["period"].string == period, "\(row)")
                let first = try #require(document["first_day"].string)
                let last = try #require(document["last_day"].string)
                // Dates of one form compare as text.
                #expect(first <= date && date <= last, "\(row)")
                guard kind == "iso_week" else { continue }
                #expect(document["owner_month"].string == row["iso_week_owner_month"], "\(row)")
                guard let working = Int(row["working_days_in_iso_week"] ?? "") else {
                    #expect(document["provisional"].isTrue, "\(row)")
                    continue
                }
                let lastWorking = row["last_working_day_of_week"] ?? ""
                #expect(document["working_days"].int == working, "\(row)")
                #expect(
                    document["last_working_day"] == (lastWorking.isEmpty ? .absent : .text(lastWorking)), "\(row)")
                #expect(document["provisional"] == .bool(last >= "2026-12-25"), "\(row)")
            }
        }
    }

    @Test func daysOffRollToWorkingDays() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("rolls", count: 27) {
            let (date, roll) = (row["date"] ?? "", row["roll"] ?? "")
            // Modified rolls of the file stay inside the month of the date.
            for period in [[], ["--period", String(date.prefix(7))]] {
                let document = try daemon.document(["calendar", "roll", date, roll] + period)
                #expect(document["date"].string == row["result"], "\(row) \(period)")
                #expect(document["provisional"] == .bool(false), "\(row)")
            }
        }
    }

    @Test func creditCodesAreJudgedByTheStandard() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("uscc", count: 46) {
            let outcome = try daemon.zs("check", "uscc", row["input"] ?? "", "--json")
            let document = try outcome.document
            let isValid = row["verdict"] == "valid"
            #expect(outcome.code == (isValid ? 0 : 1), "\(row)")
            #expect(document["ok"] == .bool(isValid), "\(row)")
            guard !isValid else {
                #expect(document["normalized"].string == row["normalized"], "\(row)")
                continue
            }
            let reason = (row["reason"] ?? "").split(separator: ":")
            #expect(document["error"]["code"].string == reason.first.map(String.init), "\(row)")
            if reason.count == 2 { #expect(document["error"]["position"].int == Int(reason[1]), "\(row)") }
            if let expected = row["expected_check"], !expected.isEmpty {
                #expect(document["error"]["expected"].string == expected, "\(row)")
            }
        }
    }

    @Test func amountsAreReadAndShown() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        for row in try rows("money", count: 63) {
            let outcome = try daemon.zs("check", "money", row["input"] ?? "", "--json")
            let document = try outcome.document
            guard let yuan = Int(row["yuan"] ?? "") else {
                let reason = (row["note"] ?? "").split(separator: ":").dropFirst().first.map {
                    $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: " ", with: "_")
                }
                #expect(outcome.code == 1, "\(row)")
                #expect(document["ok"] == .bool(false), "\(row)")
                #expect(document["error"]["code"].string == reason, "\(row)")
                continue
            }
            #expect(outcome.code == 0, "\(row)")
            #expect(document["value"].int == yuan, "\(row)")
            #expect(document["zh"].string == row["zh"], "\(row)")
            #expect(document["en"].string == row["en"], "\(row)")
        }
    }

    @Test func datesOfAnUnpublishedYearAreProvisional() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        #expect(try daemon.document("calendar", "due", "2026-12-30", "+5wd")["provisional"].isTrue)
        #expect(try daemon.document("calendar", "count", "2026-12-01", "2027-01-31")["provisional"].isTrue)
        #expect(try daemon.document("calendar", "count", "2026-02-01", "2026-02-28")["working_days"].int == 16)
    }

    /// - Parameter count: rows of the file; a file cut short would pass unnoticed.
    private func rows(_ name: String, count: Int) throws -> [[String: String]] {
        let rows = try VectorFile.rows(name)
        #expect(rows.count == count)
        return rows
    }
}
