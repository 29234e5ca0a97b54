import Bureau
import WorkCalendar

extension ConnectedReading {
    func notices() throws -> [YearNotice] {
        try kept("notice") {
            try connection.all("SELECT record FROM notice ORDER BY year") {
                try RecordCoding.value(YearNotice.self, from: $0.text(0))
            }
        }
    }

    func calendarRevision() throws -> Int {
        try connection.first("SELECT max(revision) FROM notice") { Int($0.integer(0)) } ?? 0
    }
}
