public import Identifiers

/// 投资方: who puts money into a project.
public struct Investor: Hashable, Sendable, Codable {
    public var enterprise: EnterpriseID?
    /// The name as typed, where no enterprise of the records is meant.
    public var name: TextStub?
    /// `lead`, `partner`, `fund`, as typed.
    public var role: String?
    /// Whole per cent.
    public var share: Int?

    public init(enterprise: EnterpriseID? = nil, name: TextStub? = nil, role: String? = nil, share: Int? = nil) {
        self.enterprise = enterprise
        self.name = name
        self.role = role
        self.share = share
    }
}
