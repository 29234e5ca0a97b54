import Identifiers
import Labels
import Promotion

extension WriteContext {
    /// Hands every open lead of somebody who leaves to others, all with one reason.
    ///
    /// - Throws: `incomplete` when there is open work and no reason, with the list of that work.
    func reassignLeads(of officer: Officer, to name: String?, reason: String?, _ codes: CodeTables) throws -> [Change] {
        let open = try store.records(
            Lead.self, RecordFilter([.equals("owner", officer.id), .anyOf("state", AssignmentDesk.openStates)])
        ).map(\.record)
        guard !open.isEmpty else { return [] }
        guard let reason, !reason.isEmpty else {
            let ids = open.map(\.id.description)
            throw ZhaoshangError(
                .incomplete,
                zh: "缺少：事由。\(officer.id) 还有 \(open.count) 条线索要改派：\(ids.joined(separator: " "))",
                en: "missing: a reason. \(officer.id) still has \(open.count) leads to hand over: "
                    + ids.joined(separator: " "),
                hint: Phrase(
                    zh: "zs officer deactivate \(officer.id) --reason …",
                    en: "zs officer deactivate \(officer.id) --reason …"),
                details: ["missing": .list(["reason"]), "leads": .list(ids)])
        }
        let stub = try store.keep(text: reason)
        let successor = try name.map { try Bureau.officer(named: $0, in: store.officers()).id }
        let desk = desk(codes)
        var changes: [Change] = []
        for lead in open {
            // Loads change with each lead that is handed over; the one who leaves is no candidate any more.
            let ladder = try desk.ladder(for: lead, desk.loads())
            let decision = try successor.map { try ladder.naming($0) } ?? ladder.decide()
            changes += try assign(lead, decision, reason: stub).changes
        }
        return changes
    }
}
