import Glibc
public import Labels
public import Notification

/// The directory of files that hold secrets. Each is the daemon's own and closed to everybody else.
public struct SecretFolder: Sendable {
    private static let longest = 4_096

    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Reads a sheet anew each time: a replaced secret holds from the next message on.
    ///
    /// - Parameter name: a file of the directory; no path leads elsewhere.
    /// - Throws: `configuration` with the file's path and never its contents.
    public func sheet(_ name: String) throws(ZhaoshangError) -> SecretSheet {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
            throw Self.problem(name, Phrase(zh: "不是文件名", en: "is not the name of a file"), nil)
        }
        let file = path + "/" + name
        let text = try Self.text(of: file)
        do {
            return try SecretSheet(parsing: text)
        } catch {
            throw Self.problem(
                file, Phrase(zh: "第 \(error.line) 行看不懂", en: "cannot be read at line \(error.line)"),
                Phrase(
                    zh: "每行一项：url、token、secret、user、password = 值",
                    en: "one a line: url, token, secret, user or password = value"))
        }
    }

    private static func text(of file: String) throws(ZhaoshangError) -> String {
        let descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let number = errno
            let reason = String(cString: strerror(number))
            throw problem(
                file, Phrase(zh: "打不开：\(reason)", en: "cannot be opened: \(reason)"),
                Phrase(
                    zh: "由 zsd 的账户创建，权限 0600：install -m 600 /dev/stdin \(file)",
                    en: "make it as the daemon's user with mode 0600: install -m 600 /dev/stdin \(file)"))
        }
        defer { close(descriptor) }
        // The opened file is examined, not its name: nobody can swap it in between.
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw problem(file, Phrase(zh: "不是普通文件", en: "is not a regular file"), nil)
        }
        guard facts.st_uid == geteuid() else {
            throw problem(
                file,
                Phrase(
                    zh: "属于 uid \(facts.st_uid)，不是 zsd 的账户",
                    en: "belongs to uid \(facts.st_uid), not to the daemon's user"),
                Phrase(zh: "chown \(geteuid()) \(file)", en: "chown \(geteuid()) \(file)"))
        }
        guard facts.st_mode & 0o177 == 0 else {
            let mode = String(facts.st_mode & 0o777, radix: 8)
            throw problem(
                file, Phrase(zh: "权限为 \(mode)，须为 600", en: "has mode \(mode), it must be 600"),
                Phrase("chmod 600 \(file)"))
        }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard (0...longest).contains(count) else {
            throw problem(file, Phrase(zh: "超过 \(longest) 字节", en: "is longer than \(longest) bytes"), nil)
        }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func problem(_ file: String, _ reason: Phrase, _ hint: Phrase?) -> ZhaoshangError {
        ZhaoshangError(
            .configuration, zh: "密钥文件 \(file) \(reason.zh)", en: "the secret file \(file) \(reason.en)", hint: hint)
    }
}
