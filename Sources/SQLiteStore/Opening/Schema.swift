import Migrations

/// The steps this build knows, and how they are applied.
struct Schema {
    let migrations: [Migration]

    var latest: Int { migrations.last?.number ?? 0 }

    /// Applies the steps above `version`, each in a transaction of its own: after a power cut the file has a step whole
    /// or not at all.
    ///
    /// `derive` runs in the transaction of the last step, so that a store is never of the new schema with contents of the
    /// old one.
    func complete(_ connection: Connection, from version: Int, derive: (Connection) throws -> Void = { _ in }) throws {
        for migration in migrations where migration.number > version {
            try connection.run("BEGIN IMMEDIATE")
            do {
                try connection.script(migration.sql)
                try connection.run("PRAGMA application_id = \(Migrations.applicationID)")
                if migration.number == latest { try derive(connection) }
                try connection.run("PRAGMA user_version = \(migration.number)")
                try connection.run("COMMIT")
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }
}
