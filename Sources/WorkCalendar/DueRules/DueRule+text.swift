extension DueRule {
    /// Nil where ``init(parsing:)`` throws.
    public init?(_ text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            return nil
        }
    }

    /// Reads one of `day N`, `last`, `weekday Fri`, `workday N` and `after-end workday N`, then in any order `at HH:MM`
    /// (required), `skip omit|backward|forward` (with `day N`), `offset N`, `roll ROLL` and
    /// `empty waive|roll-next|keep`: `day 31 skip backward roll modified-following at 17:30`.
    public init(parsing text: String) throws(DueRuleProblem) {
        var reader = DueRuleReader(text)
        var day = try reader.dayRule()
        var clauses: Set<String> = []
        var offset = 0
        var roll = Roll.none
        var time: TimeOfDay?
        var whenEmpty = EmptyPeriodPolicy.waive
        while let clause = reader.nextClause() {
            guard clauses.insert(clause.text).inserted else {
                throw clause.problem("repeated", "\"\(clause.text)\" stands twice", zh: "“\(clause.text)”出现两次")
            }
            switch clause.text {
            case "at": time = try reader.time()
            case "roll": roll = try reader.choice(Roll.self)
            case "offset": offset = try reader.number(in: Self.offsets, orZero: true)
            case "empty": whenEmpty = try reader.choice(EmptyPeriodPolicy.self)
            case "skip":
                guard case .day(let number, _) = day else {
                    throw clause.problem("unknown", "\"skip\" belongs to \"day N\" only", zh: "“skip”只用于“day N”")
                }
                day = .day(number, skip: try reader.choice(SkipPolicy.self))
            default:
                throw clause.problem(
                    "unknown", "\"\(clause.text)\" is none of at, roll, offset, skip, empty",
                    zh: "“\(clause.text)”不是 at、roll、offset、skip 或 empty")
            }
        }
        guard let time else { throw reader.end.problem("missing", "\"at HH:MM\" is missing", zh: "缺少“at HH:MM”") }
        self.init(day: day, offset: offset, roll: roll, time: time, whenEmpty: whenEmpty)
    }
}

extension DueRule: CustomStringConvertible {
    /// The text that ``init(parsing:)`` reads, without the clauses that say the default.
    public var description: String {
        var words = [day.description]
        if case .day(_, let skip) = day, skip != .backward { words += ["skip", skip.rawValue] }
        if offset != 0 { words += ["offset", String(offset)] }
        if roll != .none { words += ["roll", roll.rawValue] }
        words += ["at", time.description]
        if whenEmpty != .waive { words += ["empty", whenEmpty.rawValue] }
        return words.joined(separator: " ")
    }
}

extension DayRule: CustomStringConvertible {
    /// The day part of a due rule's text, without its skip policy.
    public var description: String {
        switch self {
        case .day(let number, _): "day \(number)"
        case .last: "last"
        case .weekday(let weekday): "weekday \(weekday)"
        case .workday(let number): "workday \(number)"
        case .afterEndWorkday(let number): "after-end workday \(number)"
        }
    }
}

extension DueRule: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(DueRule.init, form: "a due rule like \"workday -1 at 16:00\"")
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.put(description)
    }
}
