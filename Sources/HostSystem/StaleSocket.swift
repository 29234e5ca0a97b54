import Glibc

/// The socket file that a killed daemon leaves behind.
public enum StaleSocket {
    /// Removes it. Legal only under the socket's own lock: without it, two starting daemons would each remove what the
    /// other has just bound.
    ///
    /// - Returns: whether there was one.
    /// - Throws: ``HostError/socketInUse(path:)`` when something answers there all the same,
    ///   ``HostError/notASocket(path:)`` when it is another kind of file.
    @discardableResult
    public static func unlink(_ location: SocketLocation, holding lock: FileLock) throws(HostError) -> Bool {
        // Only a bug can bring the wrong lock here, and it would take a living daemon's socket away.
        precondition(lock.path == location.lockPath, "the lock belongs to another socket")
        let path = location.path
        var facts = stat()
        guard lstat(path, &facts) == 0 else {
            if errno == ENOENT { return false }
            throw .systemCall("stat", path: path, errno: errno)
        }
        guard facts.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path: path) }
        guard try isRefused(path) else { throw .socketInUse(path: path) }
        guard Glibc.unlink(path) == 0 else { throw .systemCall("unlink", path: path, errno: errno) }
        return true
    }

    /// Only ECONNREFUSED proves that nobody listens; a full backlog (EAGAIN) is a living daemon.
    private static func isRefused(_ path: String) throws(HostError) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | nonblockingSocket | closeOnExecSocket, 0)
        guard descriptor >= 0 else { throw .systemCall("socket", path: path, errno: errno) }
        defer { close(descriptor) }
        let result = UnixAddress(path: path).withPointer { connect(descriptor, $0, $1) }
        return result != 0 && errno == ECONNREFUSED
    }
}

// The C names are enumerations whose raw values Swift types differently from the plain integer socket() takes.
let nonblockingSocket = Int32(SOCK_NONBLOCK.rawValue)
let closeOnExecSocket = Int32(SOCK_CLOEXEC.rawValue)
