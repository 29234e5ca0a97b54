import Glibc
import HostSystem
import Labels
import WireAPI

/// A file that the caller may read and the daemon perhaps may not: its text travels with the request.
enum InputFile {
    /// The body of a request of words is at most 1 MiB, and JSON escapes some of it.
    static let limit = 900 * 1024

    /// `-` stands for standard input.
    static let standardInput = "-"

    /// Whether a word means a file and not a name.
    static func isPath(_ word: String) -> Bool {
        word.contains("/") || [".json", ".yaml", ".yml"].contains { word.hasSuffix($0) }
    }

    /// - Throws: `not_found`, `bad_text`, `io_failure`.
    static func text(_ path: String) throws(ZhaoshangError) -> String {
        guard let text = String(validating: try bytes(path, limit: limit), as: UTF8.self) else {
            throw ZhaoshangError(.badText, zh: "文件不是 UTF-8：\(path)", en: "file is not UTF-8: \(path)")
        }
        return text
    }

    /// The bytes as they are, for a route that takes a file.
    ///
    /// - Throws: `not_found`, `bad_text` for a file over `limit` bytes, `io_failure`.
    static func bytes(_ path: String, limit: Int = Route.longestBytes) throws(ZhaoshangError) -> [UInt8] {
        let isInput = path == standardInput
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { if !isInput { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw ZhaoshangError(
                    .badText, zh: "文件超过 \(limit) 字节：\(path)", en: "file of more than \(limit) bytes: \(path)")
            }
        }
    }

    /// The last part of a path.
    static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func unreadable(_ path: String, _ number: Int32) -> ZhaoshangError {
        let reason = HostError.text(of: number)
        return ZhaoshangError(
            number == ENOENT ? .notFound : .ioFailure, zh: "读不了 \(path)：\(reason)",
            en: "cannot read \(path): \(reason)", details: ["path": .text(path)])
    }
}
