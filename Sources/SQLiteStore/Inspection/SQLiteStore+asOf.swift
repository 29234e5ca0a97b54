public import Bureau
import GRDB

extension SQLiteStore {
    public func read<Value: Sendable>(
        asOf seq: Int64, _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value {
        let scratch = try await viewing { try Scratch(replaying: $0, through: seq) }
        return try await SQLiteStore.reading(scratch, body)
    }

    private static func reading<Value: Sendable>(
        _ scratch: Scratch, _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value {
        do {
            return try await scratch.database.read {
                try body(ConnectionReading(connection: Connection($0), records: nil))
            }
        } catch let failure as SQLiteFailure {
            throw failure.reported
        }
    }

    public func rebuild() async throws -> RebuildReport {
        try await viewing { live in
            let scratch = try Scratch(replaying: live, through: .max)
            let difference = try scratch.database.writeWithoutTransaction {
                try ProjectionComparison(live: live, derived: Connection($0)).firstDifference()
            }
            return RebuildReport(events: scratch.events, firstDifference: difference)
        }
    }
}
