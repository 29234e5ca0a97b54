import Glibc
import Synchronization
import Testing

/// Listens on a socket, takes one connection, reads one request, and answers exactly the bytes it was given.
final class FakeDaemon {
    let path: String
    private let directory: String
    private let listener: Int32
    private var thread: pthread_t?
    private var job: Job?

    /// - Parameters:
    ///   - reply: sent after the request's empty line has come; nil: hangs up at once, reading nothing.
    ///   - isListening: false leaves a socket behind on which nobody answers.
    init(reply: String? = nil, isListening: Bool = true) throws {
        var template = Array((P_tmpdir + "/zhaoshang-test-XXXXXX").utf8CString)
        directory = String(cString: try #require(mkdtemp(&template)))
        path = directory + "/zsd.sock"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0 && listen(listener, 4) == 0)
        guard isListening else {
            close(listener)
            return
        }
        let job = Job(listener: listener, reply: reply)
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(job).toOpaque())
        try #require(started == 0)
        self.thread = thread
        self.job = job
    }

    /// What the client sent.
    func finish() -> String {
        if let thread { pthread_join(thread, nil) }
        thread = nil
        close(listener)
        defer { remove() }
        return job?.request.withLock { $0 } ?? ""
    }

    func remove() {
        unlink(path)
        rmdir(directory)
    }

    private final class Job: Sendable {
        let listener: Int32
        let reply: String?
        let request = Mutex("")

        init(listener: Int32, reply: String?) {
            self.listener = listener
            self.reply = reply
        }

        func run() {
            let connection = accept(listener, nil, nil)
            defer { close(connection) }
            guard let reply else { return }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer[..<count]
            }
            let text = String(decoding: bytes, as: UTF8.self)
            request.withLock { $0 = text }
            let answer = Array(reply.utf8)
            send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
        }
    }
}
