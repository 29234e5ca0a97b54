import Identifiers
import Labels
import Promotion

extension Bureau {
    /// `zs agreement void A-2 reason:…`: what it counted is taken back, and what was promised in it with it.
    public func voidAgreement(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("agreement.void", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: ["reason": "reason", "原因": "reason", "agreement": "agreement"])
            let before = try context.agreement(named: keyed.value("agreement") ?? keyed.plain.first ?? "")
            let project = try context.store.project(named: before.project.description)
            try context.authorise("agreement.void", .unit(before.unitID))
            try keyed.requireEvidence(
                [("reason", Phrase(zh: "作废的原因", en: "the reason"))], "zs agreement void \(before.id)",
                Phrase(zh: "\(before.id) 不能作废", en: "\(before.id) cannot be voided"))
            guard let reason = try context.text(keyed.value("reason")) else { return Outcome() }
            let (after, changed) = try AgreementVoiding(on: context.today, by: caller.actingPerson, reason: reason)
                .applied(
                    to: before, in: context.store.dossier(of: project), recordedBy: context.whoAdded(before, caller))
            try context.store.append("agreement.void", before: before, after: after)
            try context.store.append("project.contract", before: project, after: changed)
            try context.voidPromises(of: before)
            return Outcome(
                id: after.id.description,
                changed: Agreement.changes(from: before, to: after) + Project.changes(from: project, to: changed))
        }
    }
}

extension WriteContext {
    func agreement(named text: String) throws -> Agreement {
        if let id = AgreementID(text), let agreement = try store.record(Agreement.self, id) { return agreement }
        throw ZhaoshangError(
            .notFound, zh: "没有这份协议：\(text)", en: "no such agreement: \(text)",
            hint: Phrase(zh: "查看：zs agreement list", en: "see: zs agreement list"), details: ["id": .text(text)])
    }

    /// As the log has it: the record itself does not say.
    fileprivate func whoAdded(_ agreement: Agreement, _ caller: Caller) throws -> ActingPerson {
        let first = try store.events(subject: agreement.id.description, limit: 100_000).min { $0.seq < $1.seq }
        return first.map { ActingPerson(by: $0.actor, onBehalf: $0.onBehalf) } ?? caller.actingPerson
    }

    /// Promises of an agreement that is void bind nobody; those kept or ended already stay as they are.
    fileprivate func voidPromises(of agreement: Agreement) throws {
        let promises = try store.records(
            Commitment.self, RecordFilter([.equals("project", agreement.project)])
        ).map(\.record)
        for before in promises where before.agreement == agreement.id && before.state == .pending {
            var after = before
            after.state = .voided
            after.settledOn = today
            try store.append("commitment.voided", before: before, after: after)
            try endClock("due", of: before.id.description, void: Commitment.State.voided.rawValue)
        }
    }
}
