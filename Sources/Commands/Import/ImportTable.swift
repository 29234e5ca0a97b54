import Labels
import TextLayout
import WireAPI

/// Plans of imports on a page.
enum ImportTable {
    static func of(_ plans: [ImportRecord]) -> PageTable {
        PageTable(
            plans,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("file", shrinkable: true) { .text($0.file) },
                PageColumn("state") { .code($0.state) },
                PageColumn("at") { .instant($0.at) },
                PageColumn("actor") { .text($0.actor) },
                PageColumn("rows", .end) { .integer($0.rows) },
                PageColumn("create", .end) { .integer($0.counts.create) },
                PageColumn("change", .end) { .integer($0.counts.change) },
                PageColumn("refused", .end) { .integer($0.counts.refused) },
            ])
    }

    static func fields(of plan: ImportRecord) -> [PageField] {
        [
            PageField("id", .text(plan.id)), PageField("kind", .code(plan.kind)), PageField("file", .text(plan.file)),
            PageField("state", .code(plan.state)), PageField("encoding", .text(plan.encoding)),
            PageField("sheet", .text(plan.sheet)), PageField("rows", .integer(plan.rows)),
            PageField("create", .integer(plan.counts.create)), PageField("change", .integer(plan.counts.change)),
            PageField("unchanged", .integer(plan.counts.unchanged)),
            PageField("duplicate", .integer(plan.counts.duplicate)),
            PageField("refused", .integer(plan.counts.refused)),
        ]
    }

    /// Whatever a person has to look at before applying it: the counts, the columns, what is refused, what repeats.
    static func parts(of plan: ImportRecord) -> [Page.Part] {
        var parts: [Page.Part] = [.fields(fields(of: plan))]
        if let columns = plan.columns {
            parts.append(
                .table(
                    PageTable(
                        columns,
                        [
                            PageColumn("title", shrinkable: true) { .text($0.title) },
                            PageColumn("field") { .text($0.field ?? "-") },
                            PageColumn("unit") { .text($0.unit) },
                        ])))
        }
        if let problems = plan.problems, !problems.isEmpty { parts.append(.table(of(problems, "error"))) }
        if let notices = plan.notices, !notices.isEmpty { parts.append(.table(of(notices, "remark"))) }
        let repeated = (plan.samples ?? []).filter { $0.action == "duplicate" || $0.action == "change" }
        if !repeated.isEmpty { parts.append(.table(of(repeated))) }
        return parts
    }

    private static func of(_ problems: [ImportProblem<String>], _ message: String) -> PageTable {
        PageTable(
            problems,
            [
                PageColumn("line", .end) { .integer($0.line) },
                PageColumn("column", shrinkable: true) { .text($0.column) },
                PageColumn("value", shrinkable: true) { .text($0.value) },
                PageColumn(message, shrinkable: true) { .text($0.message) },
                PageColumn("remedy", shrinkable: true) { .text($0.remedy) },
                PageColumn("code", usual: false) { .text($0.code) },
                PageColumn("field", usual: false) { .text($0.field) },
            ])
    }

    private static func of(_ rows: [ImportRowRecord]) -> PageTable {
        PageTable(
            rows,
            [
                PageColumn("line", .end) { .integer($0.line) },
                PageColumn("action") { .code($0.action) },
                PageColumn("subject") { .text($0.subject) },
                PageColumn("text", shrinkable: true) { .text($0.label) },
                PageColumn("changed", shrinkable: true) { .list($0.changed.map(\.field)) },
            ])
    }
}
