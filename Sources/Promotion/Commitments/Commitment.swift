public import Identifiers
public import WorkCalendar

/// 承诺事项: what the bureau's side promised an investor.
public struct Commitment: Hashable, Sendable, Codable {
    public enum Category: String, Hashable, Sendable, Codable, CaseIterable {
        case land, infrastructure, service, rent, fund, fiscal, talent

        /// May favour one undertaking over others, so a fair-competition review must pass it (State Council Decree 783).
        public var needsFairCompetition: Bool { self == .land || self == .fund || self == .fiscal }
    }

    /// What people set. Due and overdue follow from the date.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case pending, conditionNotMet, fulfilled, voided
    }

    /// What people see.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case pending, conditionNotMet, due, fulfilled, overdue, voided
    }

    public var id: CommitmentID
    public var project: ProjectID
    public var agreement: AgreementID?
    public var text: TextStub
    public var category: Category
    public var legalBasis: TextStub?
    public var fairCompetition: Review.Result?
    public var amount: Money?
    public var condition: TextStub?
    public var dueOn: CivilDate?
    /// The unit that has to keep it.
    public var department: UnitID?
    public var state: State
    public var settledOn: CivilDate?
    public var note: TextStub?
    public var unitID: UnitID

    public init(
        id: CommitmentID, project: ProjectID, agreement: AgreementID?, text: TextStub, category: Category,
        legalBasis: TextStub?, amount: Money?, condition: TextStub?, dueOn: CivilDate?, department: UnitID?,
        state: State = .pending, unit: UnitID
    ) {
        self.id = id
        self.project = project
        self.agreement = agreement
        self.text = text
        self.category = category
        self.legalBasis = legalBasis
        self.amount = amount
        self.condition = condition
        self.dueOn = dueOn
        self.department = department
        self.state = state
        self.unitID = unit
    }

    /// Due from 30 days before its date on, overdue after it.
    public func standing(on date: CivilDate) -> Standing {
        switch state {
        case .conditionNotMet: return .conditionNotMet
        case .fulfilled: return .fulfilled
        case .voided: return .voided
        case .pending:
            guard let dueOn else { return .pending }
            if dueOn < date { return .overdue }
            return dueOn - date <= 30 ? .due : .pending
        }
    }
}

extension Commitment: PromotionRecord {
    public typealias Kind = CommitmentKey
    public static let noun = "commitment"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Commitment>] = [
        .id("project") { $0.project }, .id("unit") { $0.unitID }, .id("agreement") { $0.agreement },
        .text("category") { $0.category.rawValue }, .text("fair_competition") { $0.fairCompetition?.rawValue },
        .number("amount") { $0.amount?.yuan }, .date("due_on") { $0.dueOn }, .id("department") { $0.department },
        .text("state") { $0.state.rawValue }, .date("settled_on") { $0.settledOn },
    ]

    public var texts: [TextStub] { [text, legalBasis, condition, note].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("project", project), RecordField("agreement", agreement), RecordField("text", text),
            RecordField("category", category.rawValue), RecordField("legal_basis", legalBasis),
            RecordField("fair_competition", fairCompetition?.rawValue), RecordField("amount", amount?.yuan),
            RecordField("condition", condition), RecordField("due_on", dueOn),
            RecordField("department", department), RecordField("state", state.rawValue),
            RecordField("settled_on", settledOn), RecordField("note", note),
        ]
    }
}
