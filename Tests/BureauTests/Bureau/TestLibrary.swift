import Bureau
import FoundationEssentials
import Labels
import Promotion
import Synchronization
import WorkCalendar

/// Shipped files as the daemon reads them; profiles are JSON here and can be exchanged.
final class TestLibrary: Sendable {
    private let profiles = Mutex<[String: Profile]>([:])

    func put(_ profile: Profile) { profiles.withLock { $0[profile.name] = profile } }

    func shipped() throws -> ProfileLibrary {
        ProfileLibrary(
            names: { self.profiles.withLock { $0.keys.sorted() } },
            load: { name in self.profiles.withLock { $0[name] } },
            parse: { try JSONDecoder().decode(Profile.self, from: Data($0.utf8)) },
            notices: { try (2025...2027).map { try Self.notice(of: Self.calendarFile($0)) } },
            parseNotice: Self.notice(of:),
            codes: CodeTables(
                divisions: DivisionTable([]),
                industries: try IndustryTable(csv: "code,level,section,name_zh,name_en,three_sector\n"),
                eastern: try EasternProvinces(
                    csv: "province_code,province_zh,province_en\n330000,浙江省,Zhejiang\n")))
    }

    /// The text of a shipped calendar.
    static func calendarFile(_ year: Int) throws -> String {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let data = try Data(contentsOf: root.appending(path: "Config/calendars/cn-\(year).json"))
        return String(decoding: data, as: UTF8.self)
    }

    private struct CalendarFile: Decodable {
        struct Day: Decodable {
            var date: CivilDate
            var kind: String
        }

        var year: Int
        var status: String
        var days: [Day]
    }

    private static func notice(of text: String) throws -> YearNotice {
        let file = try JSONDecoder().decode(CalendarFile.self, from: Data(text.utf8))
        return YearNotice(
            year: file.year, published: file.status == "published", title: nil, number: nil, url: nil,
            days: file.days.map { NoticeDay(date: $0.date, working: $0.kind == "work", nameZh: "", nameEn: "") })
    }
}
