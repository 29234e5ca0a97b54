import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs contact add E-3 name:… [title: phone: mobile: email:]`.
    public func addContact(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("contact.add", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: ContactWords.keys)
            guard let named = keyed.plain.first else {
                throw ZhaoshangError(
                    .incomplete, zh: "缺少：企业", en: "missing: enterprise",
                    hint: Phrase(
                        zh: "例如：zs contact add E-3 name:王小明 mobile:13800131234",
                        en: "for example: zs contact add E-3 name:王小明 mobile:13800131234"),
                    details: ["missing": ["enterprise"]])
            }
            try keyed.require([("name", Phrase(zh: "姓名", en: "name"))])
            let enterprise = try Self.enterprise(named: named, context.store)
            let unit = try Self.contextUnit(caller, context.tree, today: context.today)
            let owner = caller.principal?.id
            try context.authorise("contact.add", owner.map { .officer($0, in: unit) } ?? .unit(unit))
            // The name is kept once, by the words.
            var blank = Contact(
                id: try context.store.nextID(Contact.self), enterprise: enterprise.id, unit: unit, owner: owner,
                name: TextStub(id: 0, digest: ""), addedOn: context.today)
            blank.name = nil
            let contact = try ContactWords.apply(keyed, to: blank, context.store)
            try context.store.append("contact.added", before: nil, after: contact)
            return Outcome(id: contact.id.description, changed: Contact.changes(from: nil, to: contact))
        }
    }

    /// `zs contact edit X-1 mobile:…`.
    public func editContact(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("contact.edit", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: ContactWords.keys)
            let before = try ContactWords.contact(keyed.plain.first, context.store)
            try context.authorise("contact.edit", before.accessTarget)
            try before.refuseErased()
            let after = try ContactWords.apply(keyed, to: before, context.store)
            guard after != before else { throw Self.nothingToChange("zs contact edit \(before.id) mobile:…") }
            try context.store.append("contact.edited", before: before, after: after)
            return Outcome(id: after.id.description, changed: Contact.changes(from: before, to: after))
        }
    }

    /// `zs contact show X-1 --reveal --purpose TEXT`: the record whole, once that is in the log.
    public func revealContact(_ words: CommandWords, caller: Caller) async throws -> ContactView {
        _ = try await execute("contact.reveal", caller) { context in
            let contact = try ContactWords.contact(words.words.first, context.store)
            try context.authorise("contact.reveal", try context.target(of: contact))
            try contact.refuseErased()
            guard let purpose = words.option("purpose"), purpose.contains(where: { !$0.isWhitespace }) else {
                throw ZhaoshangError(
                    .incomplete, zh: "查看完整信息须说明用途", en: "to see it whole takes a purpose",
                    hint: Phrase(
                        zh: "例如：zs contact show \(contact.id) --reveal --purpose 约访",
                        en: "for example: zs contact show \(contact.id) --reveal --purpose \"to arrange a visit\""),
                    details: ["missing": ["purpose"]])
            }
            let fact = ContactRevealed(contact: contact.id, purpose: try context.store.keep(text: purpose))
            try context.store.append(NewEvent("contact.revealed", contact.id, fact))
            return Outcome(id: contact.id.description, undoable: false)
        }
        let isDryRun = caller.dryRun
        return try await read(caller) { context in
            let contact = try ContactWords.contact(words.words.first, context.store)
            return try context.view(contact, revealed: !isDryRun)
        }
    }
}

extension WriteContext {
    /// One's own contact, or one of an enterprise whose lead one has.
    fileprivate func target(of contact: Contact) throws -> AccessTarget {
        guard let officer = caller.principal, contact.owner != officer.id else { return contact.accessTarget }
        let enterprises = try Bureau.identities(of: contact.enterprise, store)
        let own = try store.records(
            Lead.self,
            RecordFilter([.anyOf("enterprise", enterprises), .equals("owner", officer.id)], limit: 1))
        return own.isEmpty ? contact.accessTarget : .officer(officer.id, in: contact.unitID)
    }
}

extension Contact {
    func refuseErased() throws {
        guard let on = erasedOn else { return }
        throw ZhaoshangError(
            .refused, zh: "\(id) 的个人信息已于 \(on) 删除", en: "\(id) was erased on \(on)",
            details: ["id": .text(id.description)])
    }
}
