import Labels
import TextLayout
import WireAPI

/// Claims on a page.
enum ClaimTable {
    static func of(_ claims: [ClaimRecord]) -> PageTable {
        PageTable(
            claims,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("state") { .code($0.state) },
                PageColumn("investor", shrinkable: true) { .text($0.investor ?? $0.enterprise) },
                PageColumn("chain", shrinkable: true) { .text($0.chain) },
                PageColumn("unit", shrinkable: true) { .named($0.unit, $0.unitName) },
                PageColumn("estimated_investment", .end) { .yuan($0.investment) },
                PageColumn("expires_on") { .text($0.expiresOn) },
                PageColumn("days_left", .end) { .text($0.daysLeft.map { String($0) }) },
                PageColumn("conflicts", shrinkable: true) { .list($0.conflicts.map(\.claim)) },
                PageColumn("officer", usual: false) { .named($0.officer, $0.officerName) },
                PageColumn("lead", usual: false) { .text($0.lead) },
            ])
    }

    static func parts(of document: ClaimDocument) -> [Page.Part] {
        let claim = document.claim
        return [
            .fields([
                PageField("id", .text(claim.id)), PageField("state", .code(claim.state)),
                PageField("enterprise", .text(claim.enterprise)), PageField("investor", .text(claim.investor)),
                PageField("chain", .text(claim.chain)), PageField("lead", .text(claim.lead)),
                PageField("unit", .named(claim.unit, claim.unitName)),
                PageField("officer", .named(claim.officer, claim.officerName)),
                PageField("filed_at", .instant(claim.filedAt)), PageField("threshold", .code(claim.threshold)),
                PageField("estimated_investment", .yuan(claim.investment)),
                PageField("foreign_amount", .text(claim.foreignAmount)), PageField("evidence", .text(claim.evidence)),
                PageField("expires_on", .text(claim.expiresOn)),
                PageField("days_left", .text(claim.daysLeft.map { String($0) })),
                PageField("last_activity_on", .text(claim.lastActivityOn)),
                PageField("conflicts", .list(claim.conflicts.map { "\($0.claim) \($0.ground)" })),
                PageField("credit", .list(claim.credit.map { "\($0.unit)=\($0.percent)%" })),
                PageField("decided_at", .instant(claim.decidedAt)), PageField("decided_by", .text(claim.decidedBy)),
                PageField("reason", .text(claim.reason)),
            ]),
            .table(LeadTable.clocks(claim.clocks)), .table(HistoryTable.of(document.history)),
        ]
    }
}
