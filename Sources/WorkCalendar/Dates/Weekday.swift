/// A day of the week; raw values are those of ISO 8601, Monday = 1.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Codable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Reads `Mon`, `monday`, `周一`, `星期一`, `礼拜一` or `1`, in any case; Sunday is also `周天` and `星期天`.
    public init?(_ text: String) {
        let key = text.lowercased()
        for weekday in Self.allCases where weekday.names.contains(key) {
            self = weekday
            return
        }
        return nil
    }

    public var isWeekend: Bool { self == .saturday || self == .sunday }

    /// `0` is Monday, `6` Sunday.
    init(daysAfterMonday: Int) {
        switch daysAfterMonday {
        case 0: self = .monday
        case 1: self = .tuesday
        case 2: self = .wednesday
        case 3: self = .thursday
        case 4: self = .friday
        case 5: self = .saturday
        default: self = .sunday
        }
    }

    private var english: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    private var chinese: [String] {
        switch self {
        case .monday: ["一"]
        case .tuesday: ["二"]
        case .wednesday: ["三"]
        case .thursday: ["四"]
        case .friday: ["五"]
        case .saturday: ["六"]
        case .sunday: ["日", "天"]
        }
    }

    private var names: [String] {
        let english = english.lowercased()
        return [String(rawValue), english, String(english.prefix(3))]
            + chinese.flatMap { ["周\($0)", "星期\($0)", "礼拜\($0)"] }
    }
}

extension Weekday: Comparable {
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension Weekday: CustomStringConvertible {
    /// `Mon` … `Sun`, as in the text of a due rule.
    public var description: String { String(english.prefix(3)) }
}
