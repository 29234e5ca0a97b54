/// 阶段: how far a project has come, in the order of the path.
public enum Stage: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case negotiating, reviewing, approved, signed, landed, started, completed, producing, atCapacity

    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Stage, right: Stage) -> Bool { left.rank < right.rank }
}

/// Whether work on a project goes on.
public enum ProjectStanding: String, Hashable, Sendable, Codable, CaseIterable {
    case active, suspended, terminated
}

/// 新建, 增资扩产, 迁建, 总部, 轻资产.
public enum ProjectKind: String, Hashable, Sendable, Codable, CaseIterable {
    case new, expansion, relocation, headquarters, lightAsset

    /// Goes from landed to producing without building anything.
    public var skipsConstruction: Bool { self == .headquarters || self == .lightAsset }
}

/// Why a project was given up.
public enum TerminationReason: String, Hashable, Sendable, Codable, CaseIterable {
    case funding, site, policy, environment, competitor, withdrew, failedReview, breach
}
