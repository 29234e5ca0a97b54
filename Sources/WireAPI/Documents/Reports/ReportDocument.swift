public import ReportModel

/// A report with its schema beside its own keys.
public struct ReportDocument: WireDocument {
    public static let schema = "zhaoshang/report.v1"

    public var schema: String = Self.schema
    public var report: Report

    public init(_ report: Report) {
        self.report = report
    }

    enum CodingKeys: String, CodingKey {
        case schema
    }

    public init(from decoder: any Decoder) throws {
        schema = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .schema)
        report = try Report(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try report.encode(to: encoder)
    }
}
