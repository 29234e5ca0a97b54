import Identifiers
public import Labels
public import Promotion
import WorkCalendar

/// A contact as people see it: masked, unless it was revealed.
public struct ContactView: Sendable {
    public var contact: Contact
    public var enterpriseName: String?
    public var ownerName: Phrase?
    public var name: String?
    public var title: String?
    public var phone: String?
    public var mobile: String?
    public var email: String?
    public var isRevealed: Bool
}

extension Bureau {
    /// `zs contact list [enterprise: unit: owner: after: limit:]`, masked; erased ones are left out.
    public func listContacts(_ words: CommandWords, caller: Caller) async throws -> [ContactView] {
        try await read(caller) { context in
            let list = try ListWords(
                words, reading: ["unit", "owner", "after", "limit"],
                more: ["enterprise": "enterprise", "企业": "enterprise"])
            var conditions: [RecordFilter.Condition] = [.isAbsent("erased_on")]
            if let units = try list.units(context, "contact.list") { conditions.append(.anyOf("unit", units)) }
            if let owner = try list.officer("owner", context) { conditions.append(.equals("owner", owner)) }
            if let name = list.keyed.value("enterprise") {
                let enterprise = try Self.enterprise(named: name, context.store)
                conditions.append(.anyOf("enterprise", try Self.identities(of: enterprise.id, context.store)))
            }
            let filter = RecordFilter(conditions, after: try list.after(ContactID.self), limit: try list.limit())
            return try context.views(context.store.records(Contact.self, filter).map(\.record), revealed: false)
        }
    }

    public func showContact(_ text: String, caller: Caller) async throws -> ContactView {
        try await read(caller) { context in
            let contact = try ContactWords.contact(text, context.store)
            try context.authorise("contact.show", contact.accessTarget)
            return try context.view(contact, revealed: false)
        }
    }
}

extension ReadContext {
    func view(_ contact: Contact, revealed: Bool) throws -> ContactView {
        try views([contact], revealed: revealed)[0]
    }

    func views(_ contacts: [Contact], revealed: Bool) throws -> [ContactView] {
        let texts = try store.texts(contacts.flatMap(\.person).map(\.id))
        let found = try store.records(
            Enterprise.self, RecordFilter([.anyOf("id", contacts.map(\.enterprise))]))
        let enterprises = Dictionary(uniqueKeysWithValues: found.map { ($0.record.id, $0.record.name) })
        let names = try Names(store)
        return contacts.map { contact in
            func shown(_ stub: TextStub?, _ mask: (String) -> String) -> String? {
                stub.flatMap { texts[$0.id] }.map { revealed ? $0 : mask($0) }
            }
            return ContactView(
                contact: contact, enterpriseName: enterprises[contact.enterprise],
                ownerName: contact.owner.map(names.officer), name: shown(contact.name, ContactMask.name),
                title: shown(contact.title) { $0 }, phone: shown(contact.phone, ContactMask.number),
                mobile: shown(contact.mobile, ContactMask.number), email: shown(contact.email, ContactMask.email),
                isRevealed: revealed)
        }
    }
}
