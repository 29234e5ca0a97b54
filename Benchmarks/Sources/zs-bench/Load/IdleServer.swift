import Glibc

/// Answers every request at once and does nothing: what the load generator can do at most.
struct IdleServer {
    private let listener: Int32

    init(socket: String) throws {
        listener = try UnixSocket.listen(socket)
    }

    /// Until its first client has come and all have gone.
    func run() throws {
        let reply = Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".utf8)
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        var waits = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        repeat {
            guard poll(&waits, nfds_t(waits.count), 30_000) > 0 else { throw Failure("no client for 30 s") }
            for wait in waits where wait.revents != 0 {
                if wait.fd == listener {
                    waits.append(pollfd(fd: accept(listener, nil, nil), events: Int16(POLLIN), revents: 0))
                } else if recv(wait.fd, &buffer, buffer.count, 0) > 0 {
                    try UnixSocket.send(reply, on: wait.fd)
                } else {
                    close(wait.fd)
                    waits.removeAll { $0.fd == wait.fd }
                }
            }
        } while waits.count > 1
    }
}
