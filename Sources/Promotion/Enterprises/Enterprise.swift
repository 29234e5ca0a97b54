public import Identifiers
public import WorkCalendar

/// 企业. Its names are those of public registers and are kept in the clear; people who work for it are contacts.
public struct Enterprise: Hashable, Sendable, Codable {
    /// What an enterprise is known for, as certified or listed.
    public enum Tag: String, Hashable, Sendable, Codable, CaseIterable {
        case fortune500, china500, listed
        /// 高新技术, 专精特新, 链主, 科技型中小企业.
        case highTech, specialized, chainMaster, technologySme
    }

    public var id: EnterpriseID
    public var name: String
    public var nameEn: String?
    public var formerNames: [String]
    /// Unified social credit code (GB 32100), normalised.
    public var uscc: String?
    /// ISO 3166 code and number in the register there, for one without a credit code.
    public var country: String?
    public var registration: String?
    /// The enterprise at the head of its group.
    public var group: EnterpriseID?
    /// GB/T 2260 of its seat.
    public var division: String?
    /// GB/T 4754 with its section letter.
    public var industry: String?
    public var tags: [Tag]
    public var isSettled: Bool
    public var hasResearch: Bool
    /// Who answers for it, in which unit.
    public var owner: OfficerID?
    public var unitID: UnitID
    public var addedOn: CivilDate
    public var merge: EnterpriseMerge?

    public init(
        id: EnterpriseID, name: String, nameEn: String? = nil, formerNames: [String] = [], uscc: String? = nil,
        country: String? = nil, registration: String? = nil, group: EnterpriseID? = nil, division: String? = nil,
        industry: String? = nil, tags: [Tag] = [], isSettled: Bool = false, hasResearch: Bool = false,
        owner: OfficerID? = nil, unit: UnitID, addedOn: CivilDate
    ) {
        self.id = id
        self.name = name
        self.nameEn = nameEn
        self.formerNames = formerNames
        self.uscc = uscc
        self.country = country
        self.registration = registration
        self.group = group
        self.division = division
        self.industry = industry
        self.tags = tags
        self.isSettled = isSettled
        self.hasResearch = hasResearch
        self.owner = owner
        self.unitID = unit
        self.addedOn = addedOn
    }
}

/// The record turned out to be another one's duplicate; that one stands for both.
public struct EnterpriseMerge: Hashable, Sendable, Codable {
    public var into: EnterpriseID
    public var on: CivilDate
    public var reason: TextStub?

    public init(into: EnterpriseID, on: CivilDate, reason: TextStub?) {
        self.into = into
        self.on = on
        self.reason = reason
    }
}

extension Enterprise: PromotionRecord {
    public typealias Kind = EnterpriseKey
    public static let noun = "enterprise"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Enterprise>] = [
        .text("uscc") { $0.uscc }, .text("country") { $0.country }, .text("registration") { $0.registration },
        .text("name") { $0.name }, .text("name_core") { EnterpriseName($0.name).core },
        .id("parent_group") { $0.group }, .text("division") { $0.division }, .text("industry") { $0.industry },
        .flag("is_settled") { $0.isSettled }, .flag("has_research") { $0.hasResearch }, .id("owner") { $0.owner },
        .id("unit") { $0.unitID }, .date("added_on") { $0.addedOn }, .id("merged_into") { $0.merge?.into },
    ]

    public var texts: [TextStub] { [merge?.reason].compactMap(\.self) }

    public var names: [String] { [name, nameEn, uscc, registration].compactMap(\.self) + formerNames }

    public var fields: [RecordField] {
        [
            RecordField("name", name), RecordField("name_en", nameEn),
            RecordField("former_names", formerNames.isEmpty ? nil : formerNames.joined(separator: ", ")),
            RecordField("uscc", uscc), RecordField("country", country), RecordField("registration", registration),
            RecordField("group", group), RecordField("division", division), RecordField("industry", industry),
            RecordField("tags", tags.isEmpty ? nil : tags.map(\.rawValue).joined(separator: " ")),
            RecordField("settled", isSettled), RecordField("research", hasResearch), RecordField("owner", owner),
            RecordField("unit", unitID), RecordField("merged_into", merge?.into),
            RecordField("merge_reason", merge?.reason),
        ]
    }
}
