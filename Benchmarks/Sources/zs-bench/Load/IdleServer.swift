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
        let poll = epoll_create1(0)
        var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: listener))
        epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event)
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        var events = [epoll_event](repeating: epoll_event(), count: 256)
        var clients = 0
        repeat {
            let ready = epoll_wait(poll, &events, 256, 30_000)
            guard ready > 0 else { throw Failure("no client for 30 s") }
            for event in events[..<Int(ready)] {
                let descriptor = event.data.fd
                if descriptor == listener {
                    let client = accept(listener, nil, nil)
                    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: client))
                    epoll_ctl(poll, EPOLL_CTL_ADD, client, &event)
                    clients += 1
                } else if recv(descriptor, &buffer, buffer.count, 0) > 0 {
                    try UnixSocket.send(reply, on: descriptor)
                } else {
                    close(descriptor)
                    clients -= 1
                }
            }
        } while clients > 0
    }
}
