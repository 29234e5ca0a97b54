public import Identifiers
public import Labels
public import WorkCalendar

/// Work that comes back: what is due in each period of one kind, from whom, and when.
public struct Rule: Hashable, Sendable, Codable {
    public var id: RuleID
    /// Short key that people and profiles use: `bn.inventory`. Unique.
    public var code: String
    public var name: Phrase
    public var level: PeriodKind
    public var product: Product
    /// The rule holds for this unit and all below it.
    public var scope: UnitID
    public var fanOut: FanOut
    /// The level whose tasks this rule's tasks gather: week ← day, month ← week. Absent: it stands alone.
    public var gathers: PeriodKind?
    /// Oldest first; each holds from its `from` until the next one's. Never changed, only added to.
    public var revisions: [RuleRevision]
    /// The last period the rule makes tasks for.
    public var until: Period?
    /// Oldest first; none where nobody ever paused it.
    public var pauses: [RulePause]?

    public init(
        id: RuleID, code: String, name: Phrase, level: PeriodKind, product: Product, scope: UnitID, fanOut: FanOut,
        gathers: PeriodKind? = nil, revisions: [RuleRevision], until: Period? = nil,
        pauses: [RulePause]? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.level = level
        self.product = product
        self.scope = scope
        self.fanOut = fanOut
        self.gathers = gathers
        self.revisions = revisions
        self.until = until
        self.pauses = pauses
    }

    /// The first period the rule makes tasks for.
    public var start: Period? { revisions.first?.from }

    /// The revision that holds in `period`: absent before the start and after the end of the rule.
    public func revision(in period: Period) -> RuleRevision? {
        if let until, period.ordinal > until.ordinal { return nil }
        return revisions.last { $0.from.ordinal <= period.ordinal }
    }
}

/// What a rule's task produces.
public enum Product: String, Hashable, Sendable, Codable, CaseIterable {
    /// 日盘点
    case inventory
    /// 周汇总
    case consolidation
    /// 月通报
    case report
    /// 季活动
    case activity
    /// 年部署
    case deployment
    /// 调度
    case dispatch
    case visit
    case custom
    /// A clock of a lead, a claim, a project: what its name is stands in the task's occurrence.
    case clock
}

/// Who gets a task of the rule in each period.
public enum FanOut: Hashable, Sendable, Codable {
    /// Each officer of the scope who has one of the roles (names of `Promotion.Role`).
    case officers(roles: [String])
    /// Each active unit of the scope of one of the kinds (names of `Promotion.Unit.Kind`).
    case units(kinds: [String])
    /// The scope's own unit alone.
    case scope
}

extension FanOut: CustomStringConvertible {
    /// As `rule add` takes it: `officers:officer,commissioner`, `units:taskForce`, `scope`.
    public var description: String {
        switch self {
        case .officers(let roles): "officers:" + roles.joined(separator: ",")
        case .units(let kinds): "units:" + kinds.joined(separator: ",")
        case .scope: "scope"
        }
    }
}

/// One wording of a rule, effective from a period on.
public struct RuleRevision: Hashable, Sendable, Codable {
    public var number: Int
    public var from: Period
    public var due: DueRule
    /// When the derived draft is announced, where that is before it is due.
    public var draft: DueRule?
    /// Until when comments are taken.
    public var comments: DueRule?
    /// When the scheduler freezes the report of the period, if it was submitted.
    public var freeze: DueRule?
    /// How long before the due time the generated agenda is ready.
    public var agendaMinutesBefore: Int?
    public var wait: WaitPolicy
    public var catchUp: CatchUp
    public var ladder: [LadderStep]

    public init(
        number: Int, from: Period, due: DueRule, draft: DueRule? = nil, comments: DueRule? = nil,
        freeze: DueRule? = nil, agendaMinutesBefore: Int? = nil, wait: WaitPolicy = .deadline,
        catchUp: CatchUp = .all, ladder: [LadderStep] = LadderStep.standard
    ) {
        self.number = number
        self.from = from
        self.due = due
        self.draft = draft
        self.comments = comments
        self.freeze = freeze
        self.agendaMinutesBefore = agendaMinutesBefore
        self.wait = wait
        self.catchUp = catchUp
        self.ladder = ladder
    }
}

/// What a parent needs of its children before it can be submitted.
public enum WaitPolicy: Hashable, Sendable, Codable, CustomStringConvertible {
    case all
    case minimum(Int)
    /// The due time counts and not the children: the parent may be submitted without them, and names those missing.
    case deadline

    /// Reads `all`, `min 3`, `deadline`.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        switch (words.first, words.count) {
        case ("all", 1): self = .all
        case ("deadline", 1): self = .deadline
        case ("min", 2):
            guard let count = Int(words[1]), count >= 0 else { return nil }
            self = .minimum(count)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .all: return "all"
        case .minimum(let count): return "min \(count)"
        case .deadline: return "deadline"
        }
    }
}

/// Which obligations of a downtime exist afterwards.
public enum CatchUp: String, Hashable, Sendable, Codable {
    case all, none
}

/// One step of the reminder ladder, in whole working days after the limit; a working day counts as 24 hours.
/// Steps before the limit are given in percent of it, or, for what lapses, in calendar days before its last day.
public struct LadderStep: Hashable, Sendable, Codable {
    public enum Moment: Hashable, Sendable, Codable {
        case percent(Int)
        case workingDaysAfter(Int)
        case daysBefore(Int)
    }

    public var moment: Moment
    /// Who is told: owner, head, supervisor.
    public var tells: [String]
    /// What happens besides telling: `blueDirective`, `proposeReassignment`.
    public var act: String?

    public init(_ moment: Moment, tells: [String], act: String? = nil) {
        self.moment = moment
        self.tells = tells
        self.act = act
    }

    public static let blueDirective = "blueDirective"
    public static let lapse = "lapse"

    /// The ladder of domain.md §4.
    public static let standard: [LadderStep] = [
        LadderStep(.percent(80), tells: ["owner"]),
        LadderStep(.percent(100), tells: ["owner", "head"]),
        LadderStep(.workingDaysAfter(2), tells: ["supervisor"], act: blueDirective),
        LadderStep(.workingDaysAfter(4), tells: ["head", "supervisor"], act: "proposeReassignment"),
    ]
}

/// A rule was added (`before` absent), revised or ended; or its addition was taken back (`after` absent).
public struct RuleChanged: Hashable, Sendable, Codable {
    public var before: Rule?
    public var after: Rule?

    public init(before: Rule?, after: Rule?) {
        self.before = before
        self.after = after
    }
}
