public import Identifiers
public import WorkCalendar

/// 协议. Everything it counts for stands in it, as it was on the day it was recorded.
public struct Agreement: Hashable, Sendable, Codable {
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case intent, framework, formal, supplement
    }

    public var id: AgreementID
    public var project: ProjectID
    public var form: Form
    public var amount: Money
    public var foreign: ForeignAmount?
    public var signedOn: CivilDate
    /// Number of the document.
    public var document: String?
    /// Where it was signed in public.
    public var campaign: CampaignID?
    /// The signing event as typed, where it is no campaign of the records.
    public var event: TextStub?
    public var supersedes: AgreementID?
    /// The formal agreement of the project that this one shows again; it counts for nothing then.
    public var repeats: AgreementID?
    /// What it adds to the contract value: a formal agreement its amount less that of the one it replaces, a supplement
    /// its increment, others nothing.
    public var counted: Money
    /// The project's first formal agreement, by which it is counted as signed.
    public var isFirst: Bool
    /// The unit that led the project; the count is its.
    public var unitID: UnitID
    public var officer: OfficerID?
    public var credit: [CreditShare]
    public var eastern: Bool
    /// Section of GB/T 4754.
    public var section: String?
    /// It stands no longer.
    public var voiding: AgreementVoiding?

    public init(
        id: AgreementID, project: ProjectID, form: Form, amount: Money, foreign: ForeignAmount? = nil,
        signedOn: CivilDate, document: String? = nil, campaign: CampaignID? = nil, event: TextStub? = nil,
        supersedes: AgreementID? = nil, repeats: AgreementID? = nil, counted: Money, isFirst: Bool, unit: UnitID,
        officer: OfficerID?, credit: [CreditShare], eastern: Bool, section: String?
    ) {
        self.id = id
        self.project = project
        self.form = form
        self.amount = amount
        self.foreign = foreign
        self.signedOn = signedOn
        self.document = document
        self.campaign = campaign
        self.event = event
        self.supersedes = supersedes
        self.repeats = repeats
        self.counted = counted
        self.isFirst = isFirst
        self.unitID = unit
        self.officer = officer
        self.credit = credit
        self.eastern = eastern
        self.section = section
    }
}

extension Agreement: PromotionRecord {
    public typealias Kind = AgreementKey
    public static let noun = "agreement"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Agreement>] = [
        .id("project") { $0.project }, .id("unit") { $0.unitID }, .id("officer") { $0.officer },
        .text("form") { $0.form.rawValue }, .number("amount") { $0.amount.yuan },
        .number("counted") { $0.counted.yuan }, .flag("is_first") { $0.isFirst },
        .date("signed_on") { $0.signedOn }, .id("campaign") { $0.campaign }, .id("supersedes") { $0.supersedes },
        .id("repeats") { $0.repeats }, .flag("eastern") { $0.eastern }, .text("section") { $0.section },
        .text("document") { $0.document },
    ]

    public var texts: [TextStub] { [event, voiding?.reason].compactMap(\.self) }
    public var names: [String] { [document].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("project", project), RecordField("kind", form.rawValue), RecordField("amount", amount.yuan),
            RecordField("foreign_amount", foreign), RecordField("signed_on", signedOn),
            RecordField("document", document), RecordField("campaign", campaign), RecordField("event", event),
            RecordField("supersedes", supersedes), RecordField("repeats", repeats),
            RecordField("counted", counted.yuan), RecordField("voided_on", voiding?.on),
            RecordField("voided_by", voiding?.by.principal), RecordField("void_reason", voiding?.reason),
        ]
    }
}
