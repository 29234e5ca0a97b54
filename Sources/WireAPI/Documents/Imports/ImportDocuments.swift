/// What planning or applying an import adds to a write's answer.
public struct ImportDetail: WriteDetail {
    public static let schema = "zhaoshang/import.v1"

    public var plan: ImportRecord

    public init(plan: ImportRecord) {
        self.plan = plan
    }
}

/// `zs import list`.
public struct ImportsDocument: WireDocument {
    public static let schema = "zhaoshang/imports.v1"

    public var schema: String = Self.schema
    public var imports: [ImportRecord]

    public init(imports: [ImportRecord]) {
        self.imports = imports
    }
}

/// `zs import show`.
public struct ImportPlanDocument: WireDocument {
    public static let schema = "zhaoshang/import-plan.v1"

    public var schema: String = Self.schema
    public var plan: ImportRecord

    public init(plan: ImportRecord) {
        self.plan = plan
    }
}

/// `zs export`.
public struct ExportDocument: WireDocument {
    public static let schema = "zhaoshang/export.v1"

    public var schema: String = Self.schema
    public var tables: [ExportTableRecord]

    public init(tables: [ExportTableRecord]) {
        self.tables = tables
    }
}

public struct ExportTableRecord: Hashable, Sendable, Codable {
    public var kind: String
    /// Names of fields.
    public var columns: [ExportColumnRecord]
    /// A value a column; an empty text where there is none.
    public var rows: [[WireValue]]

    public init(kind: String, columns: [ExportColumnRecord], rows: [[WireValue]]) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
    }
}

public struct ExportColumnRecord: Hashable, Sendable, Codable {
    public var field: String
    /// `yuan` for amounts.
    public var unit: String?

    public init(field: String, unit: String? = nil) {
        self.field = field
        self.unit = unit
    }
}
