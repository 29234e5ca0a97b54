/// One setting with the values it had and will have, oldest first.
public struct SettingDocument: WireDocument {
    public static let schema = "zhaoshang/setting.v1"

    public var schema: String = Self.schema
    public var setting: SettingRecord
    public var values: [SettingRecord]

    public init(setting: SettingRecord, values: [SettingRecord]) {
        self.setting = setting
        self.values = values
    }
}
