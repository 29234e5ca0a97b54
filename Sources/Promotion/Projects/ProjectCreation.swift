public import Identifiers
public import Labels
public import WorkCalendar

/// A project comes into the records: from a lead whose verdict is to follow it, or directly, with a reason.
public struct ProjectCreation: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        /// The lead's verdict is follow.
        case lead(LeadID)
        case direct(reason: TextStub)
    }

    public var name: TextStub
    public var origin: Origin
    public var unit: UnitID
    public var kind: ProjectKind
    public var facts: ProjectFacts
    public var people: ProjectPeople
    public var enterprise: EnterpriseID?
    public var investors: [Investor]
    public var credit: [CreditShare]
    /// The day on which talks began.
    public var date: CivilDate
    /// A second project of the same enterprise and kind of business is meant.
    public var overridesDuplicate: Bool

    public init(
        name: TextStub, origin: Origin, unit: UnitID, kind: ProjectKind = .new, facts: ProjectFacts = ProjectFacts(),
        people: ProjectPeople = ProjectPeople(), enterprise: EnterpriseID? = nil, investors: [Investor] = [],
        credit: [CreditShare] = [], date: CivilDate, overridesDuplicate: Bool = false
    ) {
        self.name = name
        self.origin = origin
        self.unit = unit
        self.kind = kind
        self.facts = facts
        self.people = people
        self.enterprise = enterprise
        self.investors = investors
        self.credit = credit
        self.date = date
        self.overridesDuplicate = overridesDuplicate
    }

    /// `siblings` are the projects of the same enterprise.
    public func project(
        id: ProjectID, siblings: [Project], policy: ProjectPolicy, now: Instant, by: ActingPerson
    ) throws(ZhaoshangError) -> Project {
        guard date <= now.date else {
            throw ZhaoshangError(
                .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                hint: Phrase(zh: "今天是 \(now.date)", en: "today is \(now.date)"))
        }
        if !overridesDuplicate, enterprise != nil,
            let twin = siblings.first(where: { $0.standing != .terminated && $0.fingerprint == fingerprint })
        {
            throw ZhaoshangError(
                .conflict, zh: "同一企业的同类项目 \(twin.id) 正在推进",
                en: "\(twin.id) is a project of the same enterprise and business",
                hint: Phrase(
                    zh: "确为另一项目：加 duplicate:yes；查看：zs project show \(twin.id)",
                    en: "if another one is meant: duplicate:yes; see: zs project show \(twin.id)"),
                details: ["project": .text(twin.id.description)])
        }
        var project = Project(
            id: id, name: name, unit: unit, kind: kind, facts: facts, people: people, enterprise: enterprise,
            investors: investors, credit: credit, major: policy.isMajor(facts))
        switch origin {
        case .lead(let lead): project.lead = lead
        case .direct(let reason): project.entryReason = reason
        }
        project.steps = [
            StageStep(
                kind: .entered, from: nil, to: .negotiating, date: date, recordedAt: now, by: by.by,
                onBehalf: by.onBehalf, unit: unit, officer: people.manager)
        ]
        return project
    }

    private var fingerprint: String { Project.fingerprint(kind, facts) }
}

extension Project {
    /// What makes two projects of one enterprise look the same: kind, and industry or chain.
    public var fingerprint: String { Self.fingerprint(kind, facts) }

    static func fingerprint(_ kind: ProjectKind, _ facts: ProjectFacts) -> String {
        "\(kind.rawValue)/\(facts.industry?.prefix(3) ?? "-")/\(facts.chain ?? "-")"
    }
}
