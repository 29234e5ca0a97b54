public import Identifiers
public import WorkCalendar

/// A value that decides something, from a date on, for a unit and all below it, or for everybody (no unit).
public struct Setting: Hashable, Sendable, Codable {
    public var key: String
    public var unit: UnitID?
    public var from: CivilDate
    public var value: String

    public init(key: String, unit: UnitID?, from: CivilDate, value: String) {
        self.key = key
        self.unit = unit
        self.from = from
        self.value = value
    }
}

public struct SettingChanged: Hashable, Sendable, Codable {
    public var before: Setting?
    public var after: Setting?

    public init(before: Setting?, after: Setting?) {
        self.before = before
        self.after = after
    }
}
