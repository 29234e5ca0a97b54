import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs contact erase X-1`: everything the contact ever said of the person, mentions in all other texts, and files that
    /// wait to be imported. Nothing takes it back; the log and its hashes stay as they are.
    public func eraseContact(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let copies = try store.copies()
        return try await execute("contact.erase", caller) { context in
            guard let id = words.words.first.flatMap({ ContactID($0) }) else {
                throw ZhaoshangError(
                    .usage, zh: "请指明联系人编号", en: "name the contact",
                    hint: Phrase(zh: "查看：zs contact list", en: "see: zs contact list"))
            }
            // Also one whose adding was taken back: its texts are still there.
            let states = try context.store.states(of: id)
            guard let last = states.last else { throw ContactWords.unknown(id) }
            try context.authorise("contact.erase", last.accessTarget)
            let current = try context.store.record(Contact.self, id)
            try current?.refuseErased()

            let own = Set(states.flatMap(\.person).map(\.id))
            let mention = try context.store.mention(of: states)
            let others = try context.store.textsOfOthers(than: id)
            let mentions = try context.store.texts { mention.stands(in: $0) }
                .filter { !own.contains($0.key) && !others.contains($0.key) }
            let bodies = try context.store.texts(own.sorted())
            for text in own.sorted() where bodies[text] != nil {
                try context.store.append(NewEvent("contact.text_erased", id, TextErased(text: text)))
            }
            for (text, body) in mentions.sorted(by: { $0.key < $1.key }) {
                guard let left = mention.redacted(body) else { continue }
                try context.store.redact(text: text, to: left)
                try context.store.append(NewEvent("contact.text_redacted", id, TextRedacted(text: text)))
            }
            if let current {
                var after = current
                (after.name, after.title, after.phone, after.mobile, after.email) = (nil, nil, nil, nil, nil)
                after.erasedOn = context.today
                try context.store.append("contact.erased", before: current, after: after)
            }
            try context.store.dropImportFiles(before: nil)
            var changed = [
                Change("erased_texts", to: String(bodies.count)),
                Change("redacted_texts", to: String(mentions.count)),
            ]
            let kept = try context.store.entries(withWord: mention.stands(in:))
            if !kept.isEmpty {
                changed.append(Change("kept_in_lines", to: kept.map(\.description).joined(separator: " ")))
            }
            changed += copies.map { Change("kept_in_copy", to: "\($0.path) (\($0.madeAt.date))") }
            return Outcome(id: id.description, changed: changed, undoable: false)
        }
    }
}

extension Reading {
    /// Everything the log says the contact ever was, oldest first.
    fileprivate func states(of id: ContactID) throws -> [Contact] {
        var states: [Contact] = []
        for event in try events(subject: id.description, limit: 100_000).reversed()
        where try FactCoding.head(of: event.payload).f == Contact.noun {
            let fact = try FactCoding.decode(RecordChanged<Contact>.self, from: event.payload)
            states += [fact.before, fact.after].compactMap(\.self)
        }
        return states
    }

    fileprivate func mention(of states: [Contact]) throws -> PersonMention {
        func bodies(_ stubs: [TextStub?]) throws -> [String] {
            Array(try texts(Set(stubs.compactMap { $0?.id }).sorted()).values)
        }
        return PersonMention(
            words: try bodies(states.flatMap { [$0.name, $0.email] }),
            numbers: try bodies(states.flatMap { [$0.phone, $0.mobile] }))
    }

    /// What other contacts say of themselves: a namesake, or a colleague at the same switchboard, keeps it.
    fileprivate func textsOfOthers(than id: ContactID) throws -> Set<Int64> {
        Set(
            try records(Contact.self, RecordFilter([.isAbsent("erased_on")])).map(\.record)
                .filter { $0.id != id }.flatMap(\.person).map(\.id))
    }
}
