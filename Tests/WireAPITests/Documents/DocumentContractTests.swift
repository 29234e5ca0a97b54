import Foundation
import Testing
import WireAPI

/// The promise to scripts: every field of the contract is in its document, under this name, and documents that were
/// once written can be read for ever.
struct DocumentContractTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    /// Fields of the contract in the public description of the command line, by document.
    private static let contract: [String: [String]] = [
        "calendar-due": ["from", "working_days", "due", "provisional"],
        "calendar-count": ["from", "to", "working_days", "provisional"],
        "calendar-period": [
            "period", "first_day", "last_day", "working_days", "owner_month", "provisional", "days", "days.date",
            "days.working", "days.name",
        ],
        "calendar-roll": ["date", "provisional"],
        "calendar-nth": ["date"],
        "check": ["ok", "value", "normalized", "zh", "en"],
        "check-no": ["ok", "error.code", "error.message", "error.position", "error.expected"],
        "task-next": [
            "tasks.rule", "tasks.subject", "tasks.period", "tasks.due_at", "tasks.provisional", "tasks.explain",
        ],
        "tasks": [
            "tasks.id", "tasks.source", "tasks.level", "tasks.product", "tasks.subject", "tasks.period",
            "tasks.due_at", "tasks.state", "tasks.overdue_level", "tasks.submitted_at", "tasks.on_time",
            "tasks.detected_late",
        ],
        "entry-log": [
            "id", "events", "changed.field", "changed.to", "undo", "entry.id", "entry.date", "entry.officer",
            "entry.text", "entry.links", "entry.tags", "task.id", "task.state",
        ],
        "assignment": [
            "lead", "officer", "step", "rule", "candidates.officer", "candidates.kept", "candidates.reason",
            "candidates.load", "candidates.capacity", "candidates.score",
        ],
        "lead": [
            "lead.id", "lead.title", "lead.state", "lead.owner", "lead.unit", "lead.enterprise",
            "lead.estimated_investment", "lead.received_at", "lead.clocks.name", "lead.clocks.due_at",
            "lead.clocks.state", "lead.clocks.provisional",
        ],
        "project": [
            "project.id", "project.name", "project.stage", "project.light", "project.contract_value",
            "project.funds_verified", "project.credit.unit", "project.credit.percent", "project.history.from",
            "project.history.to", "project.history.effective_on", "project.history.recorded_at", "project.history.by",
        ],
        "assignment-solution": ["total", "pairs", "unassigned"],
        "write": ["id", "events", "changed.field", "changed.from", "changed.to", "undo", "dry_run"],
        "report": [
            "kind", "unit", "period", "state", "as_of_seq", "engine", "hash", "sections", "figures.K6.count.value",
            "figures.K6.count.unit", "figures.K6.count.text_zh", "figures.K6.count.text_en",
        ],
        "report-verification": ["ok", "hash", "recomputed"],
        "figure-explanation": [
            "figure", "value", "rows.id", "rows.kind", "rows.amount", "rows.effective_on", "rows.seq",
        ],
        "indicator-evaluation": ["indicator", "value", "text_zh", "text_en"],
        "indicator-evaluation-none": ["indicator", "text_zh", "text_en"],
        "audit-verification": ["ok", "events", "head_hash", "first_bad_seq"],
        "status": [
            "version", "protocol", "uptime_seconds", "virtual_clock", "now", "database.bytes", "database.events",
            "tasks.open", "tasks.overdue", "scheduler.watermark", "scheduler.next_event_at", "scheduler.clock",
        ],
    ]

    @Test(arguments: DocumentSamples.all)
    func documentEqualsItsGoldenFile(sample: DocumentSamples.Sample) throws {
        let file = Self.golden.appending(path: "\(sample.name).json")
        let written = String(decoding: try sample.bytes(), as: UTF8.self)
        #expect(try String(contentsOf: file, encoding: .utf8) == written + "\n")
    }

    @Test(arguments: DocumentSamples.all)
    func goldenFileIsReadAndWrittenBackUnchanged(sample: DocumentSamples.Sample) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.golden.appending(path: "\(sample.name).json")))
        #expect(try sample.again(bytes) + [UInt8(ascii: "\n")] == bytes)
    }

    @Test(arguments: DocumentSamples.all)
    func documentNamesItsSchemaAndHasTheFieldsOfTheContract(sample: DocumentSamples.Sample) throws {
        let object = try JSONSerialization.jsonObject(with: Data(try sample.bytes()))
        let schema = try #require((object as? [String: Any])?["schema"] as? String)
        let thing = sample.name.replacing(/-(no|none)$/, with: "")
        #expect(schema == "zhaoshang/\(thing).v1")
        for field in Self.contract[sample.name] ?? [] {
            #expect(Self.value(at: field[...], in: object) != nil, "\(sample.name) has no \(field)")
        }
    }

    @Test func everyDocumentOfTheContractHasASample() {
        #expect(Set(Self.contract.keys).isSubset(of: DocumentSamples.all.map(\.name)))
    }

    @Test func absentValuesAreAbsentKeys() throws {
        #expect(try WireJSON.encode(CalendarNthDocument()) == Array(#"{"schema":"zhaoshang/calendar-nth.v1"}"#.utf8))
    }

    /// Keys may have dots themselves, so every split is tried; of an array the first element counts.
    private static func value(at path: Substring, in object: Any) -> Any? {
        if let array = object as? [Any] { return array.first.flatMap { value(at: path, in: $0) } }
        guard let object = object as? [String: Any] else { return nil }
        if let found = object[String(path)] { return found }
        for index in path.indices where path[index] == "." {
            if let next = object[String(path[..<index])],
                let found = value(at: path[path.index(after: index)...], in: next)
            {
                return found
            }
        }
        return nil
    }
}
