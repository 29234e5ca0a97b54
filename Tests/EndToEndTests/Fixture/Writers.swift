import Foundation
import Synchronization

/// Concurrent writers of log entries, each on a connection of its own, that remember what was acknowledged.
final class Writers: Sendable {
    struct Acknowledgement: Sendable {
        let command: String
        let text: String
        let answer: String
    }

    private struct State {
        var acknowledged: [Acknowledgement] = []
        /// Commands whose answer never came: they may have been done or not.
        var unanswered = 0
        /// Answers that are no success and no farewell of a daemon that ends.
        var refusals: [String] = []
        var isStopping = false
    }

    private let state = Mutex(State())
    private let ended = DispatchGroup()
    private let socket: String
    private let count: Int
    private let label: String

    /// - Parameter label: begins every text, so that one round's are told from another's.
    init(daemon: Daemon, count: Int, label: String = "w") {
        socket = daemon.socket
        self.count = count
        self.label = label
    }

    var refusals: [String] { state.withLock { $0.refusals } }
    var acknowledgedCount: Int { state.withLock { $0.acknowledged.count } }

    func start() {
        for number in 0..<count {
            ended.enter()
            let thread = Thread { [self] in
                write(number)
                ended.leave()
            }
            thread.start()
        }
    }

    func waitForAcknowledgements(_ wanted: Int, seconds: Double = 60) {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while acknowledgedCount < wanted, Date() < deadline { usleep(500) }
    }

    /// What was acknowledged, after every writer has ended.
    func stop() -> [Acknowledgement] {
        state.withLock { $0.isStopping = true }
        ended.wait()
        return state.withLock { $0.acknowledged }
    }

    static func body(_ text: String) -> [UInt8] { Array("{\"words\":[\"\(text)\"]}".utf8) }

    static func headers(command: String) -> [String: String] {
        ["X-Zhaoshang-As": "O-4", "X-Zhaoshang-Command": command]
    }

    private func write(_ number: Int) {
        guard let connection = try? HTTPConnection(socket) else { return }
        var line = 0
        while !state.withLock({ $0.isStopping }) {
            line += 1
            let command = UUID().uuidString.lowercased()
            let text = "\(label)-\(number)-\(line)"
            do {
                let reply = try connection.post(
                    "/v1/entries/log", headers: Self.headers(command: command), body: Self.body(text))
                state.withLock { state in
                    if reply.status == 200 {
                        state.acknowledged.append(Acknowledgement(command: command, text: text, answer: reply.body))
                    } else if reply.status != 503 {
                        state.refusals.append("\(reply.status) \(reply.body)")
                    }
                }
                if reply.status != 200 { return }
            } catch {
                state.withLock { $0.unanswered += 1 }
                return
            }
        }
    }
}
