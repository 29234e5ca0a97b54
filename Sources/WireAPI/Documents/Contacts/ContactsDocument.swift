/// A contact. Name, numbers and address are masked unless `revealed`; absent once erased.
public struct ContactRecord: Hashable, Sendable, Codable {
    public var id: String
    public var enterprise: String
    public var enterpriseName: String?
    public var unit: String
    public var owner: String?
    public var ownerName: String?
    public var name: String?
    public var title: String?
    public var phone: String?
    public var mobile: String?
    public var email: String?
    public var addedOn: String
    public var erasedOn: String?
    public var revealed: Bool

    public init(
        id: String, enterprise: String, enterpriseName: String? = nil, unit: String, owner: String? = nil,
        ownerName: String? = nil, name: String? = nil, title: String? = nil, phone: String? = nil,
        mobile: String? = nil, email: String? = nil, addedOn: String, erasedOn: String? = nil, revealed: Bool = false
    ) {
        self.id = id
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.unit = unit
        self.owner = owner
        self.ownerName = ownerName
        self.name = name
        self.title = title
        self.phone = phone
        self.mobile = mobile
        self.email = email
        self.addedOn = addedOn
        self.erasedOn = erasedOn
        self.revealed = revealed
    }

    enum CodingKeys: String, CodingKey {
        case id, enterprise, unit, owner, name, title, phone, mobile, email, revealed
        case enterpriseName = "enterprise_name"
        case ownerName = "owner_name"
        case addedOn = "added_on"
        case erasedOn = "erased_on"
    }
}

/// One contact with its course: who saw it whole, too.
public struct ContactDocument: WireDocument {
    public static let schema = "zhaoshang/contact.v1"

    public var schema: String = Self.schema
    public var contact: ContactRecord
    public var history: [HistoryRecord]

    public init(contact: ContactRecord, history: [HistoryRecord]) {
        self.contact = contact
        self.history = history
    }
}

/// Contacts by number.
public struct ContactsDocument: WireDocument {
    public static let schema = "zhaoshang/contacts.v1"

    public var schema: String = Self.schema
    public var contacts: [ContactRecord]

    public init(contacts: [ContactRecord]) {
        self.contacts = contacts
    }
}
