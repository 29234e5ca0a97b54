/// One profile as it stands in its file.
public struct ProfileDocument: WireDocument {
    public static let schema = "zhaoshang/profile.v1"

    public var schema: String = Self.schema
    public var profile: ProfileRecord
    public var units: [UnitRecord]
    public var rules: [RuleRecord]
    public var settings: [SettingRecord]

    public init(profile: ProfileRecord, units: [UnitRecord], rules: [RuleRecord], settings: [SettingRecord]) {
        self.profile = profile
        self.units = units
        self.rules = rules
        self.settings = settings
    }
}
