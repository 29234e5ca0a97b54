/// What applying a profile adds to a write's answer.
public struct ProfilePlanDetail: WriteDetail {
    public static let schema = "zhaoshang/profile-application.v1"

    public var profile: String
    public var plan: [ProfileStep]

    public init(profile: String, plan: [ProfileStep]) {
        self.profile = profile
        self.plan = plan
    }
}

/// One difference between a profile and the store.
public struct ProfileStep: Hashable, Sendable, Codable {
    /// `add`, `change`, or `keep` where a person's edit stands against the profile.
    public var action: String
    /// `unit`, `rule`, `setting`.
    public var kind: String
    /// Code of the record.
    public var key: String
    public var field: String?
    public var from: WireValue?
    public var to: WireValue?

    public init(
        action: String, kind: String, key: String, field: String? = nil, from: WireValue? = nil,
        to: WireValue? = nil
    ) {
        self.action = action
        self.kind = kind
        self.key = key
        self.field = field
        self.from = from
        self.to = to
    }
}
