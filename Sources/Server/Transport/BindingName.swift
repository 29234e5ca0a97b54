import Glibc
import Labels

/// The name under which a socket is bound. NIO takes 103 bytes and the kernel 107, so for a path between the two a short
/// name beside it is bound, reached through the open directory's name in `/proc`, and then renamed.
final class BindingName: Sendable {
    /// What to bind.
    let path: String
    private let final: String
    private let directory: Int32?

    private static let longestOfNIO = 103

    /// - Throws: `ZhaoshangError` when the directory cannot be opened.
    init(_ path: String) throws {
        final = path
        guard path.utf8.count > Self.longestOfNIO, let slash = path.lastIndex(of: "/") else {
            self.path = path
            directory = nil
            return
        }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ZhaoshangError(
                .ioFailure, zh: "打不开目录 \(parent)", en: "cannot open the directory \(parent)",
                details: ["errno": .number(Int64(errno))])
        }
        self.path = "/proc/self/fd/\(descriptor)/.zsd-\(getpid())"
        directory = descriptor
    }

    /// Gives the bound socket its mode and its real name; returns the number of the error, 0 for none.
    func publish(mode: mode_t) -> Int32 {
        if chmod(path, mode) != 0 { return errno }
        if path != final, rename(path, final) != 0 { return errno }
        return 0
    }

    /// NIO removes the name it bound; the other is ours to remove.
    func withdraw() {
        if path != final { unlink(final) }
    }

    deinit {
        if let directory { close(directory) }
    }
}
