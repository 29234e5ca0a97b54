public import ReportModel

/// A report with its schema beside its own keys.
public struct ReportDocument: WireDocument {
    public static let schema = "zhaoshang/report.v1"

    public var schema: String = Self.schema
    public var report: Report
    /// What waits for the caller: in the answer of `today`.
    public var agenda: AgendaRecord?

    public init(_ report: Report, agenda: AgendaRecord? = nil) {
        self.report = report
        self.agenda = agenda
    }

    enum CodingKeys: String, CodingKey {
        case schema, agenda
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schema = try container.decode(String.self, forKey: .schema)
        agenda = try container.decodeIfPresent(AgendaRecord.self, forKey: .agenda)
        report = try Report(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encodeIfPresent(agenda, forKey: .agenda)
        try report.encode(to: encoder)
    }
}
