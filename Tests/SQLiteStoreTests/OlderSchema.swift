/// Takes a store of this build back to an older schema, so that the steps between can be seen at work.
enum OlderSchema {
    /// What each step added, taken away again.
    private static let undoing: [Int: String] = [
        7: """
        DROP INDEX posting_about; DELETE FROM posting WHERE about IS NOT NULL;
        ALTER TABLE posting DROP COLUMN about; ALTER TABLE entry DROP COLUMN enterprises;
        """,
        8: "ALTER TABLE claim DROP COLUMN investment;",
        9: "DROP TABLE rollup_officer;",
        10: "ALTER TABLE delivery DROP COLUMN unsure; ALTER TABLE delivery DROP COLUMN texts;",
        11: "DROP TABLE enterprise_gram;",
    ]

    /// SQL that leaves the schema of step `number`.
    static func back(to number: Int) -> String {
        undoing.keys.filter { $0 > number }.sorted(by: >).compactMap { undoing[$0] }.joined(separator: "\n")
            + "PRAGMA user_version = \(number);"
    }
}
