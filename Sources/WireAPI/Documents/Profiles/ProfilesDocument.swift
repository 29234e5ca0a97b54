/// A way of working that can be applied as a whole.
public struct ProfileRecord: Hashable, Sendable, Codable {
    public var name: String
    public var titleZh: String
    public var titleEn: String
    /// Instant of the last application.
    public var appliedOn: String?

    public init(name: String, titleZh: String, titleEn: String, appliedOn: String? = nil) {
        self.name = name
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.appliedOn = appliedOn
    }

    enum CodingKeys: String, CodingKey {
        case name
        case titleZh = "title_zh"
        case titleEn = "title_en"
        case appliedOn = "applied_on"
    }
}

/// The profiles the daemon has.
public struct ProfilesDocument: WireDocument {
    public static let schema = "zhaoshang/profiles.v1"

    public var schema: String = Self.schema
    public var profiles: [ProfileRecord]

    public init(profiles: [ProfileRecord]) {
        self.profiles = profiles
    }
}
