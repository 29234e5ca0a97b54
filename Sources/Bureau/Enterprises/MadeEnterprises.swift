import Identifiers
import Synchronization

/// Ids that rows of a file got while they were applied, by their lines: later rows name them.
final class MadeEnterprises: Sendable {
    private let ids = Mutex<[Int: EnterpriseID]>([:])

    subscript(line: Int) -> EnterpriseID? {
        get { ids.withLock { $0[line] } }
        set { ids.withLock { $0[line] = newValue } }
    }
}
