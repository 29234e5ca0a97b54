import Synchronization

struct SimulatedCrash: Error {}

/// Whether one process still lives, and at which of its commits it is killed.
final class ProcessLife: Sendable {
    private struct State {
        /// Commits until the one it dies in; nil while it is not to die.
        var left: Int?
        var isOver = false
        var commits = 0
    }

    private let state = Mutex(State())

    /// It dies inside the transaction after so many more commits.
    func dieInside(after commits: Int = 0) { state.withLock { $0.left = commits } }
    func live() { state.withLock { $0.left = nil } }
    var isOver: Bool { state.withLock { $0.isOver } }
    var commits: Int { state.withLock { $0.commits } }

    /// Called inside each transaction, right before its commit.
    func commit() throws {
        let dies = state.withLock { state in
            if state.left == 0 { state.isOver = true }
            state.left = state.left.map { $0 - 1 }
            if !state.isOver { state.commits += 1 }
            return state.isOver
        }
        if dies { throw SimulatedCrash() }
    }
}
