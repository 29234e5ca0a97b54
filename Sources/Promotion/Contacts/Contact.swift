public import Identifiers
public import WorkCalendar

/// 联系人: somebody who works for an enterprise. Everything about the person is an erasable text.
public struct Contact: Hashable, Sendable, Codable {
    public var id: ContactID
    public var enterprise: EnterpriseID
    public var unitID: UnitID
    public var owner: OfficerID?
    public var name: TextStub?
    public var title: TextStub?
    public var phone: TextStub?
    public var mobile: TextStub?
    public var email: TextStub?
    public var addedOn: CivilDate
    public var erasedOn: CivilDate?

    public init(
        id: ContactID, enterprise: EnterpriseID, unit: UnitID, owner: OfficerID?, name: TextStub,
        title: TextStub? = nil,
        phone: TextStub? = nil, mobile: TextStub? = nil, email: TextStub? = nil, addedOn: CivilDate
    ) {
        self.id = id
        self.enterprise = enterprise
        self.unitID = unit
        self.owner = owner
        self.name = name
        self.title = title
        self.phone = phone
        self.mobile = mobile
        self.email = email
        self.addedOn = addedOn
    }
}

extension Contact: PromotionRecord {
    public typealias Kind = ContactKey
    public static let noun = "contact"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Contact>] = [
        .id("enterprise") { $0.enterprise }, .id("unit") { $0.unitID }, .id("owner") { $0.owner },
        .date("erased_on") { $0.erasedOn },
    ]

    /// A history names which of these changed; what they say is shown masked, or to whoever gives a purpose.
    public var fields: [RecordField] {
        [
            RecordField("enterprise", enterprise), RecordField("unit", unitID), RecordField("owner", owner),
            RecordField("name", name.map { "#\($0.id)" }), RecordField("title", title.map { "#\($0.id)" }),
            RecordField("phone", phone.map { "#\($0.id)" }), RecordField("mobile", mobile.map { "#\($0.id)" }),
            RecordField("email", email.map { "#\($0.id)" }), RecordField("erased_on", erasedOn),
        ]
    }
}
