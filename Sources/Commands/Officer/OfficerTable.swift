import TextLayout
import WireAPI

/// Officers on a page.
enum OfficerTable {
    static func of(_ officers: [OfficerRecord]) -> PageTable {
        PageTable(
            officers,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("code") { .text($0.code) },
                PageColumn("name", shrinkable: true) { .text($0.name) },
                PageColumn("unit", shrinkable: true) {
                    .text([$0.unit, $0.unitName].compactMap(\.self).joined(separator: " "))
                },
                PageColumn("roles", shrinkable: true) { .list($0.roles) },
                PageColumn("active") { .flag($0.active) },
                PageColumn("name_en", usual: false) { .text($0.nameEn) },
                PageColumn("uids", usual: false) { .list($0.uids.map(String.init)) },
                PageColumn("capacity", .end, usual: false) { .integer($0.capacity) },
                PageColumn("skills", usual: false) { .list($0.skills) },
                PageColumn("leave", usual: false) { .list($0.leave.map(stretch)) },
                PageColumn("roster", usual: false) { .list($0.roster.map(stretch)) },
            ])
    }

    static func of(_ officers: [OfficerReference]) -> PageTable {
        PageTable(officers, [PageColumn("id") { .text($0.id) }, PageColumn("name") { .text($0.name) }])
    }

    static func of(_ memberships: [DateRange]) -> PageTable {
        PageTable(
            memberships,
            [
                PageColumn("unit") { .text($0.unit) }, PageColumn("from") { .text($0.from) },
                PageColumn("until") { .text($0.until) },
            ])
    }

    static func fields(of officer: OfficerRecord) -> [PageField] {
        [
            PageField("id", .text(officer.id)), PageField("code", .text(officer.code)),
            PageField("name", .text(officer.name)), PageField("name_en", .text(officer.nameEn)),
            PageField("unit", .text([officer.unit, officer.unitName].compactMap(\.self).joined(separator: " "))),
            PageField("roles", .list(officer.roles)), PageField("uids", .list(officer.uids.map(String.init))),
            PageField("capacity", .integer(officer.capacity)), PageField("skills", .list(officer.skills)),
            PageField("leave", .list(officer.leave.map(stretch))),
            PageField("roster", .list(officer.roster.map(stretch))), PageField("active", .flag(officer.active)),
        ]
    }

    private static func stretch(_ range: DateRange) -> String {
        let reason = range.reason.map { " (\($0))" } ?? ""
        return "\(range.from)…\(range.until ?? "")\(reason)"
    }
}
