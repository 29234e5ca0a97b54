public import Identifiers
public import Labels

/// 机构: an office of the bureau, a task force, a resident team, a department.
public struct Unit: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case bureau, taskForce, agency, residentTeam, park, department, township, commissionerDesk
    }

    public var id: UnitID
    /// Short key that people and profiles use instead of the number: `bn`, `bn-ne`. Unique, lower case.
    public var code: String
    public var kind: Kind
    public var name: Phrase
    public var parent: UnitID?
    /// GB/T 2260 code.
    public var division: String?
    /// Economic circle: YRD, JJJ, GBA, CY.
    public var circle: String?
    public var chains: [String]
    public var rankGroup: String?
    public var active: Bool

    public init(
        id: UnitID, code: String, kind: Kind, name: Phrase, parent: UnitID? = nil, division: String? = nil,
        circle: String? = nil, chains: [String] = [], rankGroup: String? = nil, active: Bool = true
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.name = name
        self.parent = parent
        self.division = division
        self.circle = circle
        self.chains = chains
        self.rankGroup = rankGroup
        self.active = active
    }
}

/// A unit was added (`before` absent), edited, or its addition was taken back (`after` absent).
public struct UnitChanged: Hashable, Sendable, Codable {
    public var before: Unit?
    public var after: Unit?

    public init(before: Unit?, after: Unit?) {
        self.before = before
        self.after = after
    }
}
