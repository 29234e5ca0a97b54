import Glibc
import Labels

/// The copy that is made before a step of the schema, and opened to see that it is one.
struct StoreBackup {
    let source: StoreFile
    let path: String
    let version: Int

    init(of source: StoreFile, version: Int) {
        self.source = source
        self.version = version
        path = source.path + ".before-\(version + 1)"
    }

    func make() throws {
        let draft = path + ".new"
        unlink(draft)
        let head = try source.looking { connection in
            try connection.run("VACUUM INTO ?", draft)
            return try LogHead.load(connection)
        }
        try verify(draft, head: head)
        try sync(draft)
        guard rename(draft, path) == 0 else { throw source.failed("rename") }
        try StoreFile.syncFolder(of: path)
    }

    private func verify(_ draft: String, head: LogHead) throws {
        try StoreFile(path: draft).looking { connection in
            let findings = try connection.all("PRAGMA integrity_check") { $0.text(0) }
            let copied = try connection.first("PRAGMA user_version") { $0.integer(0) }
            let copiedHead = try LogHead.load(connection)
            guard findings == ["ok"], copied == Int64(version), copiedHead.seq == head.seq, copiedHead.hash == head.hash
            else {
                throw ZhaoshangError(
                    .damagedStore, zh: "升级前的备份未通过校验，数据库未改动",
                    en: "The backup before the upgrade did not verify; the store was not changed",
                    details: ["path": .text(draft), "findings": .list(findings)])
            }
        }
    }

    /// SQLite writes the target of VACUUM INTO without waiting for the disk.
    private func sync(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDWR)
        guard descriptor >= 0 else { throw source.failed("open") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw source.failed("fsync") }
    }
}
