import Labels
import TextLayout
import WireAPI

/// Projects on a page.
enum ProjectTable {
    static func projects(_ rows: [[String: WireValue]]) -> PageTable {
        PageTable(
            rows,
            [
                BelongingTable.text("id"), BelongingTable.text("name", shrinkable: true), BelongingTable.code("stage"),
                BelongingTable.code("light"), BelongingTable.text("unit"), BelongingTable.text("manager"),
                BelongingTable.yuan("planned_total"), BelongingTable.yuan("contract_value"),
                BelongingTable.yuan("funds_verified"), BelongingTable.text("flags", shrinkable: true),
                BelongingTable.code("kind", usual: false), BelongingTable.text("industry", usual: false),
                BelongingTable.text("chain", usual: false), BelongingTable.text("region", usual: false),
                BelongingTable.text("tier", usual: false), BelongingTable.text("leader", usual: false),
                BelongingTable.text("lead", usual: false), BelongingTable.text("enterprise", usual: false),
                BelongingTable.text("last_progress", usual: false),
            ])
    }

    static func parts(of project: ProjectRecord) -> [Page.Part] {
        let first = [
            "id", "name", "stage", "light", "contract_value", "funds_verified", "unit", "manager", "agent", "leader",
        ]
        let rest = project.values.keys.filter { !first.contains($0) && !$0.hasPrefix("light_reasons") }.sorted()
        var fields = (first + rest).map { PageField($0, BelongingTable.cell($0, project.values[$0])) }
        fields.append(PageField("credit", .list(project.credit.map { "\($0.unit)=\($0.percent)%" })))
        fields.append(
            PageField("flags", .list(project.flags.map { "\($0.kind): \($0.evidence.joined(separator: " "))" })))
        var parts: [Page.Part] = [.fields(fields), .table(history(project.history))]
        for (rows, table) in [
            (project.reviews, BelongingTable.reviews), (project.agreements, BelongingTable.agreements),
            (project.funds, BelongingTable.funds), (project.commitments, BelongingTable.commitments),
            (project.milestones, BelongingTable.milestones),
        ] where !rows.isEmpty {
            parts.append(.table(table(rows)))
        }
        return parts
    }

    private static func history(_ steps: [ProjectStep]) -> PageTable {
        PageTable(
            steps,
            [
                PageColumn("effective_on") { .text($0.effectiveOn) }, PageColumn("kind") { .code($0.kind) },
                PageColumn("from") { .code($0.from) }, PageColumn("to") { .code($0.to) },
                PageColumn("by") { .text($0.onBehalf ?? $0.by) }, PageColumn("cosigned_by") { .text($0.cosignedBy) },
                PageColumn("recorded_at") { .instant($0.recordedAt) },
                PageColumn("withdrawn") { .flag($0.withdrawn) },
                PageColumn("reason", shrinkable: true) { .text($0.reason) },
            ])
    }
}
