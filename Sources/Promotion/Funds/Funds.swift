public import Identifiers
public import WorkCalendar

public enum FundsComponent: String, Hashable, Sendable, Codable, CaseIterable {
    case land, building, equipment, fitOut, workingCapital, equity, other

    /// Investment in fixed assets (K15).
    public var isFixedAsset: Bool { self == .land || self == .building || self == .equipment }
}

/// 到位资金: money that arrived for a project. It counts once somebody else than the reporter has verified it.
public struct Funds: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case reported, verified, rejected
    }

    public var id: FundsID
    public var project: ProjectID
    /// Never negative; what a record with `reverses` takes back.
    public var amount: Money
    public var foreign: ForeignAmount?
    public var arrivedOn: CivilDate
    public var component: FundsComponent
    /// Number of the voucher in its normal form.
    public var voucher: String?
    public var state: State
    public var reportedBy: ActingPerson
    public var decidedBy: ActingPerson?
    public var decidedAt: Instant?
    public var reason: TextStub?
    public var reverses: FundsID?
    /// The record that took over the voucher of this rejected one.
    public var replacedBy: FundsID?
    public var unitID: UnitID
    public var officer: OfficerID?
    public var credit: [CreditShare]
    public var eastern: Bool

    public init(
        id: FundsID, project: ProjectID, amount: Money, foreign: ForeignAmount? = nil, arrivedOn: CivilDate,
        component: FundsComponent, voucher: String?, state: State = .reported, reportedBy: ActingPerson,
        reverses: FundsID? = nil, unit: UnitID, officer: OfficerID?, credit: [CreditShare], eastern: Bool
    ) {
        self.id = id
        self.project = project
        self.amount = amount
        self.foreign = foreign
        self.arrivedOn = arrivedOn
        self.component = component
        self.voucher = voucher
        self.state = state
        self.reportedBy = reportedBy
        self.reverses = reverses
        self.unitID = unit
        self.officer = officer
        self.credit = credit
        self.eastern = eastern
    }

    /// Digits of the voucher and the amount, by which numbers meet that are written in different ways; nothing when the
    /// digits are too few to tell.
    public var voucherMark: String? {
        guard state != .rejected else { return nil }
        let digits = String((voucher ?? "").filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" })
        return digits.count >= 4 ? "\(digits)/\(amount.yuan)" : nil
    }

    /// What it adds to the funds in place once verified.
    public var signedAmount: Money { reverses == nil ? amount : Money(yuan: -amount.yuan) }
}

/// Who did something, and in whose name; a rule that needs two people looks at both.
public struct ActingPerson: Hashable, Sendable, Codable {
    /// As the log names the one who typed it: `O-3`, `uid:0`.
    public var by: String
    public var onBehalf: String?

    public init(by: String, onBehalf: String? = nil) {
        self.by = by
        self.onBehalf = onBehalf
    }

    /// The one whose act it is.
    public var principal: String { onBehalf ?? by }

    /// Who of the people of this act had a hand in the other.
    public func shared(with other: ActingPerson) -> String? {
        let others = [other.by, other.onBehalf].compactMap(\.self)
        return [by, onBehalf].compactMap(\.self).first { others.contains($0) }
    }
}

extension Funds: PromotionRecord {
    public typealias Kind = FundsKey
    public static let noun = "funds"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Funds>] = [
        .id("project") { $0.project }, .id("unit") { $0.unitID }, .id("officer") { $0.officer },
        .number("amount") { $0.signedAmount.yuan }, .date("arrived_on") { $0.arrivedOn },
        .text("component") { $0.component.rawValue },
        // A rejected record gives its voucher free.
        .text("voucher") { $0.state == .rejected ? nil : $0.voucher }, .text("state") { $0.state.rawValue },
        .id("reverses") { $0.reverses }, .instant("decided_at") { $0.decidedAt }, .flag("eastern") { $0.eastern },
    ]

    public var texts: [TextStub] { [reason].compactMap(\.self) }
    public var names: [String] { [voucher].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("project", project), RecordField("amount", amount.yuan),
            RecordField("foreign_amount", foreign), RecordField("arrived_on", arrivedOn),
            RecordField("component", component.rawValue), RecordField("voucher", voucher),
            RecordField("state", state.rawValue), RecordField("reported_by", reportedBy.principal),
            RecordField("decided_by", decidedBy?.principal), RecordField("reason", reason),
            RecordField("reverses", reverses), RecordField("replaced_by", replacedBy),
        ]
    }
}
