import Synchronization

/// Lets one sleeper be woken early. A signal that comes while nobody sleeps is kept for the next.
public final class WakeSignal: Sendable {
    private struct State {
        var isPending = false
        var sleeper: CheckedContinuation<Void, Never>?
        /// Tells a timer that fires late that its sleep is over.
        var sleep = 0
    }

    private let state = Mutex(State())

    public init() {}

    public func signal() {
        wake { $0.isPending = true }
    }

    /// Returns after a signal, after `limit`, or when the task is cancelled.
    public func sleep(atMost limit: Duration?) async {
        let number = state.withLock { state in
            state.sleep += 1
            return state.sleep
        }
        let timer = limit.map { limit in
            Task {
                try? await Task.sleep(for: limit)
                expire(number)
            }
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let wakesAtOnce = state.withLock { state in
                    if state.isPending || Task.isCancelled {
                        state.isPending = false
                        return true
                    }
                    state.sleeper = continuation
                    return false
                }
                if wakesAtOnce { continuation.resume() }
            }
        } onCancel: {
            signal()
        }
        timer?.cancel()
    }

    private func expire(_ number: Int) {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.sleep == number else { return nil }
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
    }

    private func wake(otherwise keep: (inout State) -> Void) {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let sleeper = state.sleeper else {
                keep(&state)
                return nil
            }
            state.sleeper = nil
            return sleeper
        }
        sleeper?.resume()
    }
}
