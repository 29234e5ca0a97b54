import Promotion
import WorkCalendar

extension CodeTables {
    /// Where a lead or a project comes from, as its division code: a province by name, a code outside Chongqing as it
    /// is, one of Chongqing checked against the list of its day.
    func origin(_ text: String, on day: CivilDate) throws -> String {
        let isCode = text.count == 6 && text.allSatisfy { $0.isASCII && $0.isNumber }
        if isCode, !text.hasPrefix("50") || text == "500000" { return text }
        if !isCode, let province = Province.code(named: text) { return province }
        do {
            return try divisions.check(text, on: day).code
        } catch {
            throw error.error
        }
    }
}
