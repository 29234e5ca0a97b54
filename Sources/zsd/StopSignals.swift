import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT begin a graceful stop; a second one ends the process at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        // A receiver that hangs up must end a delivery and not the daemon.
        signal(SIGPIPE, SIG_IGN)
        let flag = RaisedOnce()
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                if flag.raise() { stop() } else { Glibc._exit(128 + number) }
            }
            source.resume()
            return source
        }
    }
}

/// Says once that it was not raised before.
private final class RaisedOnce: Sendable {
    private let raised = Mutex(false)

    func raise() -> Bool {
        raised.withLock { raised in
            defer { raised = true }
            return !raised
        }
    }
}
