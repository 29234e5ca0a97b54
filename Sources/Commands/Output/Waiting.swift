import Synchronization
import WireAPI

/// A line on standard error once a call takes longer than half a second, gone when the answer is there.
final class Waiting: Sendable {
    /// Hands on how far the command is, as often as the daemon says so, until it is over.
    typealias Following = @Sendable (_ take: @escaping @Sendable (ProgressDocument) -> Void) -> Void

    private struct State {
        var progress: ProgressDocument?
        var seconds = 0
        var isShown = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let line: ProgressLine
    private let stream: OutputStream

    init(_ line: ProgressLine, on stream: OutputStream, following: Following? = nil) {
        self.line = line
        self.stream = stream
        // The call blocks this thread, so other ones have to write.
        Task.detached { [self] in
            try? await Task.sleep(for: .milliseconds(500))
            guard draw({ $0.isShown = true }) else { return }
            if let following {
                Task.detached { [self] in following { progress in self.draw { $0.progress = progress } } }
            }
            repeat { try? await Task.sleep(for: .seconds(1)) } while draw({ $0.seconds += 1 })
        }
    }

    func stop() {
        state.withLock { state in
            if state.isShown, !state.isOver { stream.write("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    /// False once the answer is there.
    @discardableResult
    private func draw(_ change: (inout State) -> Void) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            change(&state)
            stream.write("\r\u{1B}[K" + line.text(state.progress, seconds: state.seconds))
            return true
        }
    }
}
