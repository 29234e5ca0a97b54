import NIOCore
import Synchronization

/// Who is connected and what still runs. Admission is decided here and nowhere else.
final class ConnectionRegistry: Sendable {
    private struct State {
        var perUser: [UInt32: Int] = [:]
        var channels: [ObjectIdentifier: any Channel] = [:]
        var files: [UInt32: Int] = [:]
        var running = 0
        var hasGivenUp = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let limits: TransportLimits
    private let state = Mutex(State())

    init(limits: TransportLimits) {
        self.limits = limits
    }

    /// Counts the connection in, or says that there are enough; ``leave(_:uid:)`` counts it out.
    func admit(_ channel: any Channel, uid: UInt32) -> Bool {
        state.withLock { state in
            let ofUser = state.perUser[uid, default: 0]
            guard state.channels.count < limits.connections, ofUser < limits.connectionsPerUser else { return false }
            state.perUser[uid] = ofUser + 1
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
    }

    func leave(_ channel: any Channel, uid: UInt32) {
        state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = nil
            let left = state.perUser[uid, default: 1] - 1
            state.perUser[uid] = left > 0 ? left : nil
        }
    }

    /// Makes room for one file of a user, or says that there is none; ``fileLeft(uid:)`` gives it back.
    func takeFile(uid: UInt32) -> Bool {
        state.withLock { state in
            let ofUser = state.files[uid, default: 0]
            guard ofUser < limits.filesPerUser, state.files.values.reduce(0, +) < limits.files else { return false }
            state.files[uid] = ofUser + 1
            return true
        }
    }

    func fileLeft(uid: UInt32) {
        state.withLock { state in
            let left = state.files[uid, default: 1] - 1
            state.files[uid] = left > 0 ? left : nil
        }
    }

    /// A handler runs, connected or not.
    func handlerStarted() {
        state.withLock { $0.running += 1 }
    }

    func handlerEnded() {
        let waiting = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns when no handler runs, or after ``giveUpWaiting()``.
    func allHandlersEnded() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                guard state.running > 0, !state.hasGivenUp else { return true }
                state.waiting.append(continuation)
                return false
            }
            if isDone { continuation.resume() }
        }
    }

    /// The time to stop is over: closes every connection and lets the waiting go. Handlers are not cancelled.
    func giveUpWaiting() {
        let (channels, waiting) = state.withLock { state in
            state.hasGivenUp = true
            defer { state.waiting = [] }
            return (Array(state.channels.values), state.waiting)
        }
        for channel in channels { channel.close(promise: nil) }
        for continuation in waiting { continuation.resume() }
    }
}
