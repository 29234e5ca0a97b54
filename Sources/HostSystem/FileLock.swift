import Glibc

/// An exclusive lock on a file, held from creation until the value goes away or the process ends, however it ends.
///
/// The file stays: unlinking it would let two processes lock two files of the same name.
public final class FileLock: Sendable {
    public let path: String
    private let descriptor: Int32

    /// Takes the lock or fails at once.
    ///
    /// - Parameter note: written behind the pid, for the message that a second process shows: `since 2026-01-05T09:00`.
    /// - Throws: ``HostError/lockHeld(path:holder:)`` when another process (or another lock of this one) has it.
    public init(path: String, note: String) throws(HostError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .systemCall("open", path: path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            let holder = Self.read(descriptor)
            close(descriptor)
            throw number == EWOULDBLOCK
                ? .lockHeld(path: path, holder: holder) : .systemCall("flock", path: path, errno: number)
        }
        let text = Array("pid \(getpid()) \(note)\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
            let number = errno
            close(descriptor)
            throw .systemCall("write", path: path, errno: number)
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    private static func read(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return "another process" }
        return String(decoding: buffer.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
