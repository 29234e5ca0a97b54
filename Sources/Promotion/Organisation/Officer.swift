public import Identifiers
public import WorkCalendar

/// 人员: somebody who works for a unit. Officers' names are staff records and are kept.
public struct Officer: Hashable, Sendable, Codable {
    public var id: OfficerID
    /// Short key that people and profiles use: `bn-ne-1`. Unique, lower case.
    public var code: String
    public var name: String
    public var nameEn: String?
    /// Pinyin without tones, for sorting and completion.
    public var pinyin: String?
    /// Login uids on this machine.
    public var uids: [UInt32]
    public var roles: [Role]
    /// Where the officer worked, oldest first. The open one (no `until`) is today's.
    public var memberships: [Membership]
    /// Open leads the officer can carry.
    public var capacity: Int?
    public var skills: [String]
    public var leave: [Leave]
    /// Days on duty for the natural24x7 clock.
    public var roster: [DatePeriod]
    public var active: Bool

    public init(
        id: OfficerID, code: String, name: String, nameEn: String? = nil, pinyin: String? = nil, uids: [UInt32] = [],
        roles: [Role], memberships: [Membership], capacity: Int? = nil, skills: [String] = [], leave: [Leave] = [],
        roster: [DatePeriod] = [], active: Bool = true
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.nameEn = nameEn
        self.pinyin = pinyin
        self.uids = uids
        self.roles = roles
        self.memberships = memberships
        self.capacity = capacity
        self.skills = skills
        self.leave = leave
        self.roster = roster
        self.active = active
    }

    /// The unit on `date`, where the officer belonged to one.
    public func unit(on date: CivilDate) -> UnitID? {
        memberships.last { $0.from <= date && ($0.until.map { date <= $0 } ?? true) }?.unit
    }

    /// The unit of the latest membership.
    public var latestUnit: UnitID? { memberships.last?.unit }
}

public enum Role: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case viewer, officer, clerk, screener, commissioner, leader, supervisor, auditor, admin

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}

/// Both ends belong to the stretch; no `until` means it goes on.
public struct Membership: Hashable, Sendable, Codable {
    public var unit: UnitID
    public var from: CivilDate
    public var until: CivilDate?

    public init(unit: UnitID, from: CivilDate, until: CivilDate? = nil) {
        self.unit = unit
        self.from = from
        self.until = until
    }
}

public struct Leave: Hashable, Sendable, Codable {
    public var from: CivilDate
    public var until: CivilDate
    /// May tell of somebody's health, so it is kept erasable.
    public var reason: TextStub?

    public init(from: CivilDate, until: CivilDate, reason: TextStub? = nil) {
        self.from = from
        self.until = until
        self.reason = reason
    }
}

public struct DatePeriod: Hashable, Sendable, Codable {
    public var from: CivilDate
    public var until: CivilDate

    public init(from: CivilDate, until: CivilDate) {
        self.from = from
        self.until = until
    }
}

/// An officer was added (`before` absent), edited, or the addition was taken back (`after` absent).
public struct OfficerChanged: Hashable, Sendable, Codable {
    public var before: Officer?
    public var after: Officer?

    public init(before: Officer?, after: Officer?) {
        self.before = before
        self.after = after
    }
}
