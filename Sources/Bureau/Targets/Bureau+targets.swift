public import Identifiers
public import Labels
public import Promotion

/// A unit's targets of a year beside what was reached, with the units below it.
public struct TargetNode: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var target: Target
        /// What was reached, by month; four and twelve values like the target's. Nil for indicators that no record
        /// counts for yet.
        public var months: [Int64]?
        public var quarters: [Int64]?
        public var reached: Int64?
        /// Reached ÷ annual target.
        public var completion: Ratio?

        public init(target: Target, months: [Int64]?, quarters: [Int64]?, reached: Int64?, completion: Ratio?) {
            self.target = target
            self.months = months
            self.quarters = quarters
            self.reached = reached
            self.completion = completion
        }
    }

    public var unit: UnitID
    public var name: Phrase
    public var lines: [Line]
    public var children: [TargetNode]

    public init(unit: UnitID, name: Phrase, lines: [Line], children: [TargetNode]) {
        self.unit = unit
        self.name = name
        self.lines = lines
        self.children = children
    }
}

extension Bureau {
    /// `U-2 2026 entries.count 1200 q1:300 m12:90`: parts that are not given are split evenly by largest remainder.
    public func setTarget(words: [String], caller: Caller) async throws -> CommandResult {
        throw ZhaoshangError(.usage, zh: "", en: "")
    }

    /// The tree of `--unit`, else the caller's unit; `year` as typed, absent: this year.
    public func targetTree(year: String? = nil, caller: Caller) async throws -> TargetNode {
        throw ZhaoshangError(.usage, zh: "", en: "")
    }
}
