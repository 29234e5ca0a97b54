import Labels
import TextLayout
import WireAPI

/// Leads on a page.
enum LeadTable {
    static func of(_ leads: [LeadRecord]) -> PageTable {
        PageTable(
            leads,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("title", shrinkable: true) { .text($0.title) },
                PageColumn("state") { .code($0.state) },
                PageColumn("owner", shrinkable: true) { .named($0.owner, $0.ownerName) },
                PageColumn("investor", shrinkable: true) { .text($0.investor) },
                PageColumn("chain", shrinkable: true) { .text($0.chain) },
                PageColumn("estimated_investment", .end) { .yuan($0.estimatedInvestment) },
                PageColumn("due_at") { next($0) },
                PageColumn("overdue_level", .end) { .integer($0.clocks.map(\.overdueLevel).max() ?? 0) },
                PageColumn("received_at", usual: false) { .instant($0.receivedAt) },
                PageColumn("source", usual: false) { .code($0.source) },
                PageColumn("unit", usual: false) { .named($0.unit, $0.unitName) },
                PageColumn("industry", usual: false) { .text($0.industry) },
                PageColumn("region", usual: false) { .text($0.region) },
                PageColumn("tier", usual: false) { .text($0.tier) },
                PageColumn("missing", usual: false) { .list($0.missing) },
            ])
    }

    static func parts(of document: LeadDocument, in language: Language) -> [Page.Part] {
        [
            .fields(fields(of: document.lead)), .table(clocks(document.lead.clocks)),
            .table(screenings(document.screenings)), .table(EntryTable.of(document.lines)),
            .table(HistoryTable.of(document.history)),
        ]
    }

    static func clocks(_ clocks: [ClockRecord]) -> PageTable {
        PageTable(
            clocks,
            [
                PageColumn("clock") { name($0) },
                PageColumn("due_at") { .instant($0.dueAt, isProvisional: $0.provisional) },
                PageColumn("state") { .code($0.state) },
                PageColumn("overdue_level", .end) { .integer($0.overdueLevel) },
                PageColumn("task", usual: false) { .text($0.task) },
            ])
    }

    private static func screenings(_ screenings: [ScreeningRecord]) -> PageTable {
        PageTable(
            screenings,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("at") { .instant($0.at) },
                PageColumn("officer", shrinkable: true) { .named($0.officer, $0.officerName) },
                PageColumn("score", .end) { .text($0.scoreText) },
                PageColumn("verdict") { .code($0.verdict) },
                PageColumn("vetoes", shrinkable: true) { .list($0.vetoes) },
                PageColumn("reason", shrinkable: true) { .text($0.reason) },
                PageColumn("next_step", shrinkable: true) { .text($0.nextStep) },
            ])
    }

    private static func fields(of lead: LeadRecord) -> [PageField] {
        [
            PageField("id", .text(lead.id)), PageField("title", .text(lead.title)),
            PageField("state", .code(lead.state)), PageField("missing", .list(lead.missing)),
            PageField("owner", .named(lead.owner, lead.ownerName)),
            PageField("unit", .named(lead.unit, lead.unitName)), PageField("source", .code(lead.source)),
            PageField("introducer", .text(lead.introducer)), PageField("enterprise", .text(lead.enterprise)),
            PageField("investor", .text(lead.investor)), PageField("industry", .text(lead.industry)),
            PageField("chain", .text(lead.chain)), PageField("region", .text(lead.region)),
            PageField("country", .text(lead.country)),
            PageField("estimated_investment", .yuan(lead.estimatedInvestment)),
            PageField("foreign_amount", .text(lead.foreignAmount)), PageField("land", .text(lead.land)),
            PageField("tier", .text(lead.tier)), PageField("received_at", .instant(lead.receivedAt)),
            PageField("assigned_at", .instant(lead.assignedAt)),
            PageField("imported_at", .instant(lead.importedAt)),
            PageField("first_contact_at", .instant(lead.firstContactAt)),
            PageField("screening_since", .instant(lead.screeningSince)), PageField("verdict", .code(lead.verdict)),
            PageField("verdict_at", .instant(lead.verdictAt)), PageField("project", .text(lead.project)),
            PageField("duplicate_of", .text(lead.duplicateOf)), PageField("destination", .text(lead.destination)),
            PageField("reassignment_proposed", .flag(lead.reassignmentProposed)),
        ]
    }

    /// `progress.2` with the clock's own word.
    private static func name(_ clock: ClockRecord) -> PageCell {
        let parts = clock.name.split(separator: ".", maxSplits: 1).map(String.init)
        guard let word = parts.first else { return .text(clock.name) }
        let label = CodeLabel.of(word)
        let turn = parts.count > 1 ? " \(parts[1])" : ""
        return .labelled(plain: clock.name, shown: Phrase(zh: label.zh + turn, en: label.en + turn))
    }

    /// The clock that runs out first.
    private static func next(_ lead: LeadRecord) -> PageCell {
        let running = lead.clocks.filter { $0.state == "open" || $0.state == "returned" }
        guard let first = running.min(by: { $0.dueAt < $1.dueAt }) else { return .nothing }
        return .instant(first.dueAt, isProvisional: first.provisional)
    }
}
