import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import Promotion

/// One event on its way into the tables that queries read. Each family of facts has its part in its noun's folder.
struct Projection {
    let writer: LogWriter
    let event: Event
    /// What the payload says, where it need not be read for it.
    let fact: (any EventFact)?

    var connection: Connection { writer.connection }
    var seq: Int64 { event.seq }

    func run() throws {
        let head = try self.head()
        guard head.v == 1 else { throw unknown(head) }
        switch head.f {
        case EntryChanged.family: try project(decoded(EntryChanged.self))
        case TaskChanged.family: try project(decoded(TaskChanged.self))
        case TasksMaterialised.family: try project(decoded(TasksMaterialised.self))
        case TasksMissed.family: try project(decoded(TasksMissed.self))
        case TaskDuesMoved.family: try project(decoded(TaskDuesMoved.self))
        case UnitChanged.family: try project(decoded(UnitChanged.self))
        case OfficerChanged.family: try project(decoded(OfficerChanged.self))
        case SettingChanged.family: try project(decoded(SettingChanged.self))
        case TargetChanged.family: try project(decoded(TargetChanged.self))
        case RuleChanged.family: try project(decoded(RuleChanged.self))
        case CalendarChanged.family: try project(decoded(CalendarChanged.self))
        case ReportFrozen.family: try project(decoded(ReportFrozen.self))
        case ProfileApplied.family: try project(decoded(ProfileApplied.self))
        case CommandReversed.family: try project(decoded(CommandReversed.self))
        case TextErased.family: try project(decoded(TextErased.self))
        case TextRedacted.family: try project(decoded(TextRedacted.self))
        case ContactRevealed.family: break
        case ClockStarted.family: try project(decoded(ClockStarted.self))
        case TaskOwnerChanged.family: try project(decoded(TaskOwnerChanged.self))
        case OutageFound.family: try project(decoded(OutageFound.self))
        case BackfillRun.family: try project(decoded(BackfillRun.self))
        case ChannelChanged.family: try project(decoded(ChannelChanged.self))
        case RemindersDecided.family: try project(decoded(RemindersDecided.self))
        case RemindersForgotten.family: try project(decoded(RemindersForgotten.self))
        case DeliveriesRetried.family: break
        default:
            guard let noun = RecordNouns.type(of: head.f) else { throw unknown(head) }
            try projectRecord(noun)
        }
    }

    private func projectRecord<Record: PromotionRecord>(_ type: Record.Type) throws {
        try project(decoded(RecordChanged<Record>.self))
    }

    func take<Kind>(_ id: Identifier<Kind>) throws {
        try writer.take(Kind.prefix, through: id.number)
    }

    /// The records of a noun are other ones from this event on.
    func revise(_ noun: String) throws {
        if noun == "unit" || noun == "officer" { writer.head.organisationRevision = seq }
        try connection.run(
            "INSERT INTO revision (noun, seq) VALUES (?, ?) ON CONFLICT (noun) DO UPDATE SET seq = excluded.seq",
            noun, seq)
    }

    /// Version and family.
    private func head() throws -> (v: Int, f: String) {
        if let fact { return (type(of: fact).version, type(of: fact).family) }
        let head = try FactCoding.head(of: event.payload)
        return (head.v, head.f)
    }

    private func decoded<Fact: EventFact>(_ type: Fact.Type) throws -> Fact {
        if let fact = fact as? Fact { return fact }
        return try FactCoding.decode(type, from: event.payload)
    }

    private func unknown(_ head: (v: Int, f: String)) -> ZhaoshangError {
        ZhaoshangError(
            .damagedStore, zh: "日志中有本版本不认识的事件", en: "The log holds an event this build does not know",
            details: ["seq": .number(seq), "family": .text(head.f), "version": .number(Int64(head.v))])
    }
}
