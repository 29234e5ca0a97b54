/// A value that decides something.
public struct SettingRecord: Hashable, Sendable, Codable {
    public var key: String
    public var value: String
    /// Absent: for everybody.
    public var unit: String?
    /// The date from which it holds; absent for a built-in value.
    public var from: String?
    /// `default`, `profile` or `person`.
    public var source: String?
    /// What it decides, in the language of the request.
    public var text: String?

    public init(
        key: String, value: String, unit: String? = nil, from: String? = nil, source: String? = nil,
        text: String? = nil
    ) {
        self.key = key
        self.value = value
        self.unit = unit
        self.from = from
        self.source = source
        self.text = text
    }
}

/// Settings that hold today, by key.
public struct SettingsDocument: WireDocument {
    public static let schema = "zhaoshang/settings.v1"

    public var schema: String = Self.schema
    public var settings: [SettingRecord]

    public init(settings: [SettingRecord]) {
        self.settings = settings
    }
}
