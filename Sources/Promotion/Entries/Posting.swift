public import Identifiers
public import WorkCalendar

/// A countable fact, like an entry of a ledger: on `date`, `officer` of `unit` added `value` to `indicator`.
public struct Posting: Hashable, Sendable {
    public var date: CivilDate
    public var unit: UnitID
    public var officer: OfficerID?
    public var indicator: String
    public var value: Int64
    /// The record it comes from: `J-12`.
    public var source: String
    /// What is counted once a day, however many lines tell of it: the enterprise of a visit (`E-3`). Nil for facts that
    /// add up.
    public var about: String?

    public init(
        date: CivilDate, unit: UnitID, officer: OfficerID?, indicator: String, value: Int64, source: String,
        about: String? = nil
    ) {
        self.date = date
        self.unit = unit
        self.officer = officer
        self.indicator = indicator
        self.value = value
        self.source = source
        self.about = about
    }
}

extension Entry {
    /// What the line counts for. A withdrawn line counts for nothing.
    public var postings: [Posting] {
        guard !withdrawn else { return [] }
        var facts: [(String, Int64)] = []
        switch source {
        case .typed: facts.append((Indicator.entries, 1))
        case .zero: facts.append((Indicator.zeroReports, 1))
        case .automatic: facts.append((Indicator.automaticLines, 1))
        }
        if let kind { facts.append((Indicator.kind(kind), 1)) }
        for tag in tags { facts.append((Indicator.tag(tag), 1)) }
        if let amount { facts.append((Indicator.entryAmount, amount.yuan)) }
        return facts.map {
            Posting(
                date: date, unit: unit, officer: officer, indicator: $0.0, value: $0.1, source: id.description)
        } + visitPostings
    }

    private var visitPostings: [Posting] {
        guard let kind, let indicator = Indicator.visits(kind) else { return [] }
        return visited.map { party in
            Posting(
                date: date, unit: unit, officer: officer, indicator: indicator, value: 1, source: id.description,
                about: party)
        }
    }
}

extension EntryChanged {
    /// The difference to post: what the line counted for is taken back, what it counts for now is added.
    public var postings: [Posting] {
        Posting.differences(from: before?.postings ?? [], to: after.postings)
    }
}

extension Posting {
    /// What must be posted so that a record that counted for `before` counts for `after`. Facts that did not change
    /// cancel out, so that an edited text does not show as a correction of figures.
    static func differences(from before: [Posting], to after: [Posting]) -> [Posting] {
        var rest = after
        var differences: [Posting] = []
        for posting in before {
            if let index = rest.firstIndex(of: posting) {
                rest.remove(at: index)
            } else {
                var negative = posting
                negative.value = -posting.value
                differences.append(negative)
            }
        }
        return differences + rest
    }
}

/// Names of the countable facts of the log. Figures of reports are made of them.
public enum Indicator {
    public static let entries = "entries.count"
    public static let zeroReports = "entries.zero"
    public static let automaticLines = "entries.automatic"
    public static let entryAmount = "entries.amount"

    /// 走访、来访企业: enterprises visited, each once a day.
    public static let visitsOut = "K19.out"
    public static let visitsIn = "K19.in"

    /// The enterprise-days that lines of a kind count for; nil for kinds whose lines are counted themselves.
    public static func visits(_ kind: ActivityKind) -> String? {
        switch kind {
        case .visitOut: visitsOut
        case .visitIn: visitsIn
        case .call, .meeting, .site, .negotiation, .note, .activity, .plan, .publicity: nil
        }
    }

    public static func kind(_ kind: ActivityKind) -> String { "entries.kind.\(kind.rawValue)" }
    public static func tag(_ tag: String) -> String { tagPrefix + tag }
    public static let tagPrefix = "entries.tag."
}
