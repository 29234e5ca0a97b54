/// One step of the schema: SQL statements that run once, in a transaction of their own.
public struct Migration: Sendable {
    /// The `user_version` of a store that has it. Numbers go from 1 without gaps.
    public let number: Int
    public let name: String
    public let sql: String

    public init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }
}

/// Every step ever shipped, in order. A shipped step never changes; a new one is added.
public enum Migrations {
    public static let all: [Migration] = [
        Migration(number: 1, name: "initial", sql: text(PackageResources.m0001_initial_sql)),
        Migration(number: 2, name: "pipeline", sql: text(PackageResources.m0002_pipeline_sql)),
        Migration(number: 3, name: "cadence", sql: text(PackageResources.m0003_cadence_sql)),
        Migration(number: 4, name: "outbox", sql: text(PackageResources.m0004_outbox_sql)),
        Migration(number: 5, name: "search", sql: text(PackageResources.m0005_search_sql)),
        Migration(number: 6, name: "likeness", sql: text(PackageResources.m0006_likeness_sql)),
        Migration(number: 7, name: "visits", sql: text(PackageResources.m0007_visits_sql)),
        Migration(number: 8, name: "claims", sql: text(PackageResources.m0008_claims_sql)),
        Migration(number: 9, name: "officer-sums", sql: text(PackageResources.m0009_officer_sums_sql)),
        Migration(number: 10, name: "attempts", sql: text(PackageResources.m0010_attempts_sql)),
        Migration(number: 11, name: "names", sql: text(PackageResources.m0011_names_sql)),
    ]

    /// The schema this build reads and writes.
    public static var latest: Int { all.last?.number ?? 0 }

    /// `ZSHJ` in ASCII: what a store of this service carries as SQLite's `application_id`.
    public static let applicationID: Int32 = 0x5A53_484A

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
