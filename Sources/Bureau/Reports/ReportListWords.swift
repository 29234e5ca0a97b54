import Promotion
import WorkCalendar

extension Bureau {
    /// `zs report list [kind:] [unit:] [limit:]`.
    public func listReports(_ words: CommandWords, caller: Caller) async throws -> [ReportListing] {
        let keyed = try KeyedWords(
            words,
            keys: ["kind": "kind", "种类": "kind", "level": "kind", "unit": "unit", "机构": "unit", "limit": "limit"],
            allowPlain: false)
        var asking = caller
        if let named = keyed.value("unit") {
            asking.unit = try await read(caller) { try Self.unit(named: named, in: $0.tree).id }
        }
        return try await listReports(
            kind: keyed.value("kind"), limit: keyed.value("limit").flatMap { Int($0) }, caller: asking)
    }
}
