import Glibc

/// Tells whoever started the daemon that it answers, and that it stops: one line on standard error for people and
/// scripts, `sd_notify` for systemd.
public struct ProcessReadiness: Sendable {
    /// `NOTIFY_SOCKET`: a path, or `@name` in the abstract namespace; nil without a service manager.
    private let notifySocket: String?

    public init(environment: HostEnvironment) {
        notifySocket = environment["NOTIFY_SOCKET"]
    }

    /// Prints `ready PATH` and sends `READY=1`.
    public func ready(socketPath: String) {
        writeToStandardError("ready \(socketPath)\n")
        notify("READY=1")
    }

    public func stopping() {
        notify("STOPPING=1")
    }

    /// Best effort, as systemd's own library is: a daemon does not fail because nobody listens.
    /// Protocol: sd_notify(3).
    private func notify(_ state: String) {
        guard let notifySocket else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | closeOnExecSocket, 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        _ = UnixAddress(path: notifySocket, allowsAbstract: true).withPointer {
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1)
        }
    }
}

/// Writes the whole text, unbuffered; what cannot be written is lost, because there is no further place to complain.
public func writeToStandardError(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
    }
}
