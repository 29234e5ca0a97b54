import Synchronization

/// A line on standard error once a call takes longer than a second, gone when the answer is there.
final class Waiting: Sendable {
    private enum State {
        case quiet, shown, over
    }

    private let state: Mutex<State>
    private let stream: OutputStream

    init(_ text: String, on stream: OutputStream) {
        self.stream = stream
        state = Mutex(.quiet)
        // The call blocks this thread, so another one has to write.
        Task.detached { [self] in
            try? await Task.sleep(for: .seconds(1))
            state.withLock { state in
                guard state == .quiet else { return }
                state = .shown
                stream.write(text)
            }
        }
    }

    func stop() {
        state.withLock { state in
            if state == .shown { stream.write("\r\u{1B}[K") }
            state = .over
        }
    }
}
