import Labels
import TextLayout
import WireAPI

/// What belongs to projects, on a page.
enum BelongingTable {
    typealias Row = [String: WireValue]

    static func reviews(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), code("review"), code("result"), text("date"), text("document"),
                text("conditions", shrinkable: true),
            ])
    }

    static func agreements(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("project"), code("kind"), yuan("amount"), yuan("counted"), text("signed_on"),
                text("event", shrinkable: true), text("campaign"), text("document"), text("supersedes"),
                text("repeats"), code("state"), text("void_reason", shrinkable: true), text("voided_on", usual: false),
                text("voided_by", usual: false), text("foreign_amount", usual: false),
            ])
    }

    static func funds(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("project"), yuan("amount"), text("arrived_on"), code("component"), text("voucher"),
                code("state"), text("reported_by"), text("decided_by"), text("reverses"),
                text("reason", shrinkable: true), text("foreign_amount", usual: false),
            ])
    }

    static func commitments(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("project"), code("category"), text("text", shrinkable: true), text("due_on"),
                code("state"), text("department"), yuan("amount"), code("fair_competition"),
                text("condition", shrinkable: true), text("agreement", usual: false), text("settled_on", usual: false),
                text("legal_basis", usual: false),
            ])
    }

    static func milestones(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("project"), text("text", shrinkable: true), text("due_on"), text("done_on"),
                code("state"), text("owner"), text("weight", usual: false),
            ])
    }

    static func directives(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("about"), code("colour"), text("text", shrinkable: true), text("addressee"),
                text("issued_on"), text("due_on"), code("state"), text("reply", shrinkable: true),
                text("closed_by", usual: false),
            ])
    }

    static func campaigns(_ rows: [Row]) -> PageTable {
        PageTable(
            rows,
            [
                text("id"), text("name", shrinkable: true), code("kind"), text("unit"), text("from"), text("until"),
                yuan("budget"), yuan("spent"), code("state"), text("outcome", shrinkable: true),
                text("leads", usual: false),
            ])
    }

    static func text(_ key: String, shrinkable: Bool = false, usual: Bool = true) -> PageColumn<Row> {
        PageColumn(key, shrinkable: shrinkable, usual: usual) { .value($0[key]) }
    }

    static func code(_ key: String, usual: Bool = true) -> PageColumn<Row> {
        PageColumn(key, usual: usual) { .code($0[key]?.text) }
    }

    static func yuan(_ key: String) -> PageColumn<Row> {
        PageColumn(key, .end) { cell(key, $0[key]) }
    }

    private static let amounts: Set<String> = [
        "amount", "counted", "budget", "spent", "planned_total", "planned_fixed", "contract_value", "funds_verified",
        "funds_stated", "output", "tax",
    ]
    private static let codes: Set<String> = ["stage", "path_stage", "standing", "light", "kind"]

    static func cell(_ key: String, _ value: WireValue?) -> PageCell {
        switch value {
        case .integer(let number) where amounts.contains(key): .yuan(number)
        case .text(let text) where codes.contains(key): .code(text)
        default: .value(value)
        }
    }
}
