public import Cadence
import FoundationEssentials
public import Identifiers
public import Notification
public import Promotion
public import WorkCalendar

/// What an event says. `family` names the payload's shape; several verbs share one (`entry.logged`, `entry.withdrawn`).
///
/// `version` is written into each payload as `v`. A shape that changes gets a new version, and `decode` of the family
/// reads every version ever written.
public protocol EventFact: Codable, Sendable {
    static var family: String { get }
    static var version: Int { get }
}

extension EventFact {
    public static var version: Int { 1 }
}

extension UnitChanged: EventFact { public static var family: String { "unit" } }
extension OfficerChanged: EventFact { public static var family: String { "officer" } }
extension EntryChanged: EventFact { public static var family: String { "entry" } }
extension TargetChanged: EventFact { public static var family: String { "target" } }
extension SettingChanged: EventFact { public static var family: String { "setting" } }
extension RuleChanged: EventFact { public static var family: String { "rule" } }
extension TasksMaterialised: EventFact { public static var family: String { "tasks" } }
extension TaskChanged: EventFact { public static var family: String { "task" } }
extension TasksMissed: EventFact { public static var family: String { "missed" } }
extension TaskDuesMoved: EventFact { public static var family: String { "dues" } }
extension ClockStarted: EventFact { public static var family: String { "clock" } }
extension OutageFound: EventFact { public static var family: String { "outage" } }
extension BackfillRun: EventFact { public static var family: String { "backfill" } }
extension TaskOwnerChanged: EventFact { public static var family: String { "owner" } }
extension ChannelChanged: EventFact { public static var family: String { "channel" } }
extension RemindersDecided: EventFact { public static var family: String { "reminders" } }
extension RemindersForgotten: EventFact { public static var family: String { "forgotten" } }
extension DeliveriesRetried: EventFact { public static var family: String { "retried" } }

/// A year of the statutory calendar was imported (`before`: the state it replaces).
public struct CalendarChanged: EventFact, Hashable {
    public static let family = "calendar"
    public var before: YearNotice?
    public var after: YearNotice

    public init(before: YearNotice?, after: YearNotice) {
        self.before = before
        self.after = after
    }
}

/// A profile was applied. `items` holds what it wrote, by key, as a digest: a later application tells by them what a
/// person has changed since.
public struct ProfileApplied: EventFact, Hashable {
    public static let family = "profile"
    public var name: String
    public var items: [String: String]

    public init(name: String, items: [String: String]) {
        self.name = name
        self.items = items
    }
}

/// A report was frozen: everything that is needed to show it again and to derive it again.
public struct ReportFrozen: EventFact, Hashable {
    public static let family = "report"
    public var kind: PeriodKind
    public var unit: UnitID
    public var period: Period
    public var coversFrom: Period?
    public var version: Int
    /// The last event the report knows.
    public var asOfSeq: Int64
    public var asOf: Instant
    public var engine: Int
    /// The report without hashes, as canonical JSON.
    public var model: String
    public var hash: String
    public var previousHash: String?
    /// Why it was reissued, as somebody typed it.
    public var reason: TextStub?

    public init(
        kind: PeriodKind, unit: UnitID, period: Period, coversFrom: Period?, version: Int, asOfSeq: Int64,
        asOf: Instant, engine: Int, model: String, hash: String, previousHash: String?, reason: TextStub?
    ) {
        self.kind = kind
        self.unit = unit
        self.period = period
        self.coversFrom = coversFrom
        self.version = version
        self.asOfSeq = asOfSeq
        self.asOf = asOf
        self.engine = engine
        self.model = model
        self.hash = hash
        self.previousHash = previousHash
        self.reason = reason
    }
}

/// A command was taken back, or done again. The compensating events follow it in the same command.
public struct CommandReversed: EventFact, Hashable {
    public static let family = "reversal"
    public var command: String
    public var redo: Bool

    public init(command: String, redo: Bool) {
        self.command = command
        self.redo = redo
    }
}

/// A text was erased; its row now holds nothing but the date.
public struct TextErased: EventFact, Hashable {
    public static let family = "erasure"
    public var text: Int64

    public init(text: Int64) { self.text = text }
}

/// Mentions of a person were taken out of a text, and the key of its digest with them. What is left of it stands in its row
/// alone.
public struct TextRedacted: EventFact, Hashable {
    public static let family = "redaction"
    public var text: Int64

    public init(text: Int64) { self.text = text }
}

/// The bytes of payloads: JSON with sorted keys and `v`, so that the same fact is the same bytes.
public enum FactCoding {
    private struct Envelope<Fact: EventFact>: Codable {
        var v: Int
        var f: String
        var d: Fact
    }

    /// Only the version and the family, for dispatch.
    public struct Head: Codable, Sendable {
        public var v: Int
        public var f: String
    }

    public static func encode<Fact: EventFact>(_ fact: Fact) throws -> [UInt8] {
        if let entry = fact as? EntryChanged, let bytes = EntryPayload.bytes(of: entry) { return bytes }
        return try generallyEncoded(fact)
    }

    static func generallyEncoded<Fact: EventFact>(_ fact: Fact) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(Envelope(v: Fact.version, f: Fact.family, d: fact)))
    }

    public static func head(of payload: [UInt8]) throws -> Head {
        try JSONDecoder().decode(Head.self, from: Data(payload))
    }

    public static func decode<Fact: EventFact>(_ type: Fact.Type, from payload: [UInt8]) throws -> Fact {
        try JSONDecoder().decode(Envelope<Fact>.self, from: Data(payload)).d
    }
}
