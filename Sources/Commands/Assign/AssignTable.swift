import Labels
import TextLayout
import WireAPI

/// Assignments on a page.
enum AssignTable {
    /// Each row and its column, none for a row that is left over.
    static func of(_ solution: AssignmentSolutionDocument) -> PageTable {
        let rows =
            solution.pairs.map { (row: $0[0], column: Int?.some($0[1])) }
            + solution.unassigned.map { (row: $0, column: Int?.none) }
        return PageTable(
            rows.sorted { $0.row < $1.row },
            [
                PageColumn("row", .end) { .integer($0.row) }, PageColumn("column", .end) { .integer($0.column) },
            ])
    }

    static func parts(of decision: AssignmentExplanationDocument) -> [Page.Part] {
        var fields = [
            PageField("lead", .text(decision.lead)),
            PageField("officer", .named(decision.officer, decision.officerName)),
            PageField("unit", .text(decision.unit)), PageField("step", .code(decision.step)),
            PageField("rule", .text(decision.rule)), PageField("alarm", .flag(decision.alarm)),
        ]
        if let at = decision.at { fields.append(PageField("at", .instant(at))) }
        if let reason = decision.reason { fields.append(PageField("reason", .text(reason))) }
        if let cost = decision.cost { fields.append(PageField("cost", .integer(cost))) }
        if let terms = decision.terms {
            fields.append(PageField("terms", .list(terms.filter { $0.cost != 0 }.map { "\($0.name) \($0.cost)" })))
        }
        if let next = decision.next { fields.append(PageField("next", .text("\(next.officer) \(next.cost)"))) }
        return [.fields(fields), .table(candidates(decision.candidates))]
    }

    /// One line a lead; the candidates when there is only one.
    static func parts(of reply: AssignmentReply, in language: Language) -> [Page.Part] {
        let made = reply.detail.assignments
        var parts: [Page.Part] = []
        if made.count == 1, reply.detail.fairness == nil {
            parts += Self.parts(of: made[0])
        } else {
            parts.append(.table(lines(made)))
        }
        if let fairness = reply.detail.fairness { parts.append(.fields(fields(of: fairness))) }
        return parts + .asides(of: reply.write, in: language)
    }

    static func parts(of fairness: AssignmentFairnessDocument) -> [Page.Part] {
        [
            .fields(fields(of: fairness)),
            .table(
                PageTable(
                    fairness.officers,
                    [
                        PageColumn("officer", shrinkable: true) { .named($0.officer, $0.officerName) },
                        PageColumn("load", .end) { .integer($0.load) },
                        PageColumn("capacity", .end) { .integer($0.capacity) },
                        PageColumn("ratio", .end) { $0.ratio.map { .ratio($0) } ?? .nothing },
                        PageColumn("assigned", .end) { .integer($0.assigned) },
                    ])),
        ]
    }

    private static func fields(of fairness: AssignmentFairnessDocument) -> [PageField] {
        [
            PageField("unit", .text(fairness.unit)), PageField("from", .text(fairness.from)),
            PageField("to", .text(fairness.to)), PageField("lowest", fairness.lowest.map { .ratio($0) } ?? .nothing),
            PageField("highest", fairness.highest.map { .ratio($0) } ?? .nothing),
            PageField("mean", fairness.mean.map { .ratio($0) } ?? .nothing),
            PageField("gini", fairness.gini.map { .decimal($0) } ?? .nothing),
        ]
    }

    private static func lines(_ made: [AssignmentExplanationDocument]) -> PageTable {
        PageTable(
            made,
            [
                PageColumn("lead") { .text($0.lead) },
                PageColumn("officer", shrinkable: true) { .named($0.officer, $0.officerName) },
                PageColumn("unit") { .text($0.unit) }, PageColumn("step") { .code($0.step) },
                PageColumn("alarm") { .flag($0.alarm) }, PageColumn("cost", .end) { .integer($0.cost) },
                PageColumn("next") { .text($0.next.map { "\($0.officer) \($0.cost)" }) },
            ])
    }

    private static func candidates(_ candidates: [AssignmentCandidateRecord]) -> PageTable {
        PageTable(
            candidates,
            [
                PageColumn("officer", shrinkable: true) { .named($0.officer, $0.officerName) },
                PageColumn("kept") { .flag($0.kept) }, PageColumn("load", .end) { .integer($0.load) },
                PageColumn("capacity", .end) { .integer($0.capacity) },
                PageColumn("score", .end) { $0.score.map { .decimal($0) } ?? .nothing },
                PageColumn("reason", shrinkable: true) { .text($0.text) },
            ])
    }
}
