import Glibc

/// The same question over one kept-alive connection, one after the other.
struct Question {
    struct Result: Encodable {
        /// The middle one, from sending it to the end of its answer.
        var milliseconds: Double
    }

    let socket: String
    let path: String

    func ask(times count: Int) throws -> Result {
        guard let descriptor = try UnixSocket.connect(socket) else { throw Failure("nothing listens on \(socket)") }
        defer { close(descriptor) }
        let request = Array("GET \(path) HTTP/1.1\r\nHost: zhaoshang\r\n\r\n".utf8)
        var reader = ReplyReader()
        var times: [Double] = []
        for _ in 0..<max(count, 1) {
            let start = monotonicSeconds()
            try UnixSocket.send(request, on: descriptor)
            var status: Int?
            while status == nil { status = try reader.read(from: descriptor) }
            times.append(monotonicSeconds() - start)
            guard status == 200 else { throw Failure("\(path) answered \(status ?? 0)") }
        }
        return Result(milliseconds: times.sorted()[times.count / 2] * 1000)
    }
}
