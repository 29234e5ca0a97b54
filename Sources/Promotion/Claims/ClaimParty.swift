public import Identifiers

/// Whom a claim is about, by everything that may show two claims to be about the same investor.
public struct ClaimParty: Hashable, Sendable {
    public var enterprise: EnterpriseID?
    /// Unified social credit code.
    public var code: String?
    public var group: EnterpriseID?
    /// What it is called now, in any language.
    public var names: [String]
    public var formerNames: [String]

    public init(
        enterprise: EnterpriseID? = nil, code: String? = nil, group: EnterpriseID? = nil, names: [String],
        formerNames: [String] = []
    ) {
        self.enterprise = enterprise
        self.code = code
        self.group = group
        self.names = names
        self.formerNames = formerNames
    }

    /// The strongest ground on which the two are the same investor; nil when there is none (domain.md §5).
    public func ground(for other: ClaimParty) -> ClaimConflict.Ground? {
        if let enterprise, enterprise == other.enterprise { return .sameEnterprise }
        if let code, code == other.code { return .sameCode }
        let groups = [group, enterprise].compactMap(\.self)
        let others = [other.group, other.enterprise].compactMap(\.self)
        // A member beside its group, or two of one group.
        if group != nil || other.group != nil, groups.contains(where: others.contains) { return .sameGroup }
        let (mine, theirs) = (Self.normalised(names), Self.normalised(other.names))
        let (formerly, theirFormer) = (Self.normalised(formerNames), Self.normalised(other.formerNames))
        if !formerly.isDisjoint(with: theirs.union(theirFormer)) || !theirFormer.isDisjoint(with: mine) {
            return .formerName
        }
        let similar = names.contains { name in
            other.names.contains { EnterpriseNames.similarity(name, $0) >= EnterpriseNames.usualThreshold }
        }
        return similar ? .similarName : nil
    }

    private static func normalised(_ names: [String]) -> Set<String> {
        Set(names.map(EnterpriseNames.normalised)).subtracting([""])
    }
}
