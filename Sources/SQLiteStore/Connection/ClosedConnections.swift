import GRDB
import Synchronization

/// Connections beside the store's own that are done with.
///
/// The last reference to a GRDB queue, when it goes, has libdispatch free what it holds on a pool of threads; and from
/// then on libdispatch looks after that pool once a second. An idle daemon is to sleep, so the closed objects, a few KB
/// each, stay for as long as the process does.
enum ClosedConnections {
    private static let all = Mutex<[DatabaseQueue]>([])

    static func close(_ queue: DatabaseQueue) throws {
        all.withLock { $0.append(queue) }
        try queue.close()
    }

    /// Closes the connection after its use, whatever comes of that.
    static func using<Value>(_ queue: DatabaseQueue, _ body: (DatabaseQueue) throws -> Value) throws -> Value {
        let value: Value
        do {
            value = try body(queue)
        } catch {
            // The first failure is the one to tell.
            try? close(queue)
            throw error
        }
        try close(queue)
        return value
    }
}
