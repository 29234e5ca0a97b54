import Glibc

/// Posts the same body over kept-alive connections, each as fast as it is answered.
///
/// One thread that polls: 64 threads would take from the server, which runs on the same processors, what they are meant
/// to measure.
struct HTTPLoad {
    struct Result: Encodable {
        var rate: Double
        /// Requests answered with 200 or 201.
        var acknowledged: Int
        var refused: Int
        /// Milliseconds.
        var p50: Double
        var p99: Double
        /// Share of one processor that the generator itself used.
        var generatorCPU: Double
    }

    let socket: String
    let path: String
    let connections: Int
    let seconds: Double
    let body: String
    /// Sent in turn as the officer to act for; none leaves the field away.
    let officers: [String]

    private struct Lane {
        var descriptor: Int32
        var reader = ReplyReader()
        var sentAt = 0.0
    }

    func run() throws -> Result {
        let requests = self.requests()
        let run = UInt64.random(in: .min ... .max)
        var lanes = try (0..<connections).map { _ in
            guard let descriptor = try UnixSocket.connect(socket) else { throw Failure("nothing listens on \(socket)") }
            return Lane(descriptor: descriptor)
        }
        defer { for lane in lanes { close(lane.descriptor) } }
        var next = 0
        func send(_ lane: inout Lane) throws {
            lane.sentAt = monotonicSeconds()
            // Every client of the daemon makes the id of its command; the same one twice would not be run again.
            let id = "X-Zhaoshang-Command: \(run)-\(next)\r\n"
            try UnixSocket.send(requests[next % requests.count].with(id), on: lane.descriptor)
            next += 1
        }
        let start = monotonicSeconds()
        let processor = clock()
        for index in lanes.indices { try send(&lanes[index]) }
        var open = lanes.count
        var acknowledged = 0
        var latencies: [Double] = []
        latencies.reserveCapacity(1 << 20)
        var waits = lanes.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var now = start
        while open > 0 {
            // Without an answer for 30 s the server hangs, and so would this loop.
            guard poll(&waits, nfds_t(waits.count), 30_000) > 0 else { throw Failure("no answer for 30 s") }
            for index in lanes.indices where waits[index].revents != 0 {
                guard let status = try lanes[index].reader.read(from: lanes[index].descriptor) else { continue }
                now = monotonicSeconds()
                latencies.append(now - lanes[index].sentAt)
                if status == 200 || status == 201 { acknowledged += 1 }
                if now - start < seconds { try send(&lanes[index]) } else { open -= 1 }
            }
        }
        latencies.sort()
        let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
        return Result(
            rate: Double(acknowledged) / (now - start), acknowledged: acknowledged,
            refused: latencies.count - acknowledged, p50: latencies[latencies.count / 2] * 1000,
            p99: latencies[min(latencies.count - 1, latencies.count * 99 / 100)] * 1000,
            generatorCPU: used / (now - start))
    }

    private struct Request {
        var head: [UInt8]
        var rest: [UInt8]

        func with(_ field: String) -> [UInt8] { head + Array(field.utf8) + rest }
    }

    private func requests() -> [Request] {
        (officers.isEmpty ? [nil] : officers.map { Optional($0) }).map { officer in
            var head = "POST \(path) HTTP/1.1\r\nHost: zhaoshang\r\nContent-Type: application/json\r\n"
            if let officer { head += "X-Zhaoshang-As: \(officer)\r\n" }
            let rest = "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            return Request(head: Array(head.utf8), rest: Array(rest.utf8))
        }
    }
}
