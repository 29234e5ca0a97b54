import Glibc
import Labels

/// The name under which a socket path is bound. NIO takes 103 bytes and the kernel 107, so a path between the two is
/// bound through its open directory, which has a short name in `/proc`.
final class BindingName: Sendable {
    let path: String
    private let directory: Int32?

    private static let longestOfNIO = 103

    /// - Throws: `ZhaoshangError` when the directory cannot be opened.
    init(_ path: String) throws {
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
        self.path = "/proc/self/fd/\(descriptor)" + path[slash...]
        directory = descriptor
    }

    deinit {
        if let directory { close(directory) }
    }
}
