import Labels

/// Who may write: each process that opens the file raises the number in it, and one that finds another number than its
/// own was overtaken. The lock file keeps a second process away; this holds where a lock is not enough, as on a file
/// system that two machines mount.
enum Epoch {
    private static let key = "store.epoch"

    static func raise(_ connection: Connection) throws -> Int64 {
        try connection.run(
            """
            INSERT INTO mark (key, value) VALUES (?, '1')
            ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
            """, key)
        return try current(connection)
    }

    /// Inside the transaction that is about to commit.
    static func check(_ own: Int64, _ connection: Connection) throws {
        let current = try current(connection)
        guard current != own else { return }
        throw ZhaoshangError(
            .fenced, zh: "另一个进程已接管此库（第 \(current) 任，本进程为第 \(own) 任），本进程不再写入",
            en: "another process has taken this store over (epoch \(current), this one is \(own)): nothing is written",
            hint: Phrase(zh: "停止本进程", en: "stop this process"),
            details: ["epoch": .number(current), "own": .number(own)])
    }

    private static func current(_ connection: Connection) throws -> Int64 {
        try connection.first("SELECT CAST(value AS INTEGER) FROM mark WHERE key = ?", key) { $0.integer(0) } ?? 0
    }
}
