import Synchronization

/// How far a long command is.
public struct CommandProgress: Hashable, Sendable {
    public enum Stage: String, Sendable {
        /// The file.
        case reading
        /// What each row comes to.
        case checking
        /// In one transaction.
        case recording
    }

    public var stage: Stage
    /// Rows that are done, of all; nil while nobody knows how many there are.
    public var done: Int?
    public var total: Int?

    public init(stage: Stage, done: Int? = nil, total: Int? = nil) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

/// Commands that are under way and say how far they are, for those who wait for them. Nothing of it is kept.
final class ProgressBoard: Sendable {
    private struct State {
        var commands: [String: (actor: String, progress: CommandProgress)] = [:]
        var signals: [Int: (command: String, signal: WakeSignal)] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    func tell(_ progress: CommandProgress, of caller: Caller) {
        let signals = state.withLock { state in
            state.commands[caller.commandID] = (caller.actor, progress)
            return state.signals.values.filter { $0.command == caller.commandID }.map(\.signal)
        }
        for signal in signals { signal.signal() }
    }

    func end(_ caller: Caller) {
        let signals = state.withLock { state in
            state.commands[caller.commandID] = nil
            return state.signals.values.filter { $0.command == caller.commandID }.map(\.signal)
        }
        for signal in signals { signal.signal() }
    }

    /// Nil for a command that is not under way, or is somebody else's.
    func progress(of command: String, for caller: Caller) -> CommandProgress? {
        state.withLock { state in
            guard let row = state.commands[command], row.actor == caller.actor else { return nil }
            return row.progress
        }
    }

    func follow(_ command: String, _ body: (WakeSignal) async -> Void) async {
        let signal = WakeSignal()
        let number = state.withLock { state in
            state.next += 1
            state.signals[state.next] = (command, signal)
            return state.next
        }
        await body(signal)
        state.withLock { $0.signals[number] = nil }
    }
}

extension Bureau {
    /// Runs `body` with a signal that is raised whenever the command gets further, and when it ends.
    public func followProgress(of command: String, _ body: (WakeSignal) async -> Void) async {
        await progressBoard.follow(command, body)
    }

    /// Of a command of the caller; nil when it is not under way.
    public func progress(of command: String, caller: Caller) -> CommandProgress? {
        progressBoard.progress(of: command, for: caller)
    }
}
