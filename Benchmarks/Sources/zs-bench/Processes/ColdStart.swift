import Glibc

/// Starts a server and asks until it answers, then ends it.
struct ColdStart {
    struct Result: Encodable {
        /// From the start of the process to the end of the first whole answer.
        var milliseconds: Double
        /// Resident and proportional set after the answer, in kB as the kernel tells them.
        var rss: Int
        var pss: Int
    }

    let socket: String
    let path: String
    let command: [String]

    func run() throws -> Result {
        unlink(socket)
        let request = Array("GET \(path) HTTP/1.1\r\nHost: zhaoshang\r\n\r\n".utf8)
        let start = monotonicSeconds()
        let child = try ChildProcess(command)
        defer {
            kill(child.pid, SIGTERM)
            _ = child.wait()
        }
        while true {
            if let descriptor = try UnixSocket.connect(socket) {
                defer { close(descriptor) }
                try UnixSocket.send(request, on: descriptor)
                var reader = ReplyReader()
                var status: Int?
                while status == nil { status = try reader.read(from: descriptor) }
                guard status == 200 else { throw Failure("\(path) answered \(status ?? 0)") }
                break
            }
            guard monotonicSeconds() - start < 30 else { throw Failure("\(command[0]) did not answer for 30 s") }
            usleep(200)
        }
        let elapsed = monotonicSeconds() - start
        // What start-up needed only for a moment is given back by then.
        sleep(1)
        let memory = try Memory(pid: child.pid)
        return Result(milliseconds: elapsed * 1000, rss: memory.rss, pss: memory.pss)
    }
}

/// What `/proc/PID/smaps_rollup` says, in kB.
struct Memory {
    var rss = 0
    var pss = 0

    init(pid: pid_t) throws {
        guard let file = fopen("/proc/\(pid)/smaps_rollup", "r") else { throw Failure.call("smaps_rollup") }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        while fgets(&buffer, 256, file) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let words = line.split(separator: " ")
            guard words.count >= 2, let number = Int(words[1]) else { continue }
            if words[0] == "Rss:" { rss = number }
            if words[0] == "Pss:" { pss = number }
        }
    }
}
