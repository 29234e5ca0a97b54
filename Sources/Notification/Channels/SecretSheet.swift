/// What a file of secrets holds: lines `name = value`, with `#` for comments. It never prints itself.
public struct SecretSheet: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The whole address, where it is a secret itself.
    public var url: String?
    /// The key in a robot's address: WeCom's `key`, DingTalk's `access_token`, the last part of Feishu's.
    public var token: String?
    /// What signs: DingTalk's `SEC…`, Feishu's, `whsec_…`. Several while one replaces the other.
    public var secrets: [String]
    public var user: String?
    public var password: String?

    public init(
        url: String? = nil, token: String? = nil, secrets: [String] = [], user: String? = nil, password: String? = nil
    ) {
        self.url = url
        self.token = token
        self.secrets = secrets
        self.user = user
        self.password = password
    }

    /// - Throws: the number of the first line that is none of `url`, `token`, `secret`, `user`, `password` with a value.
    public init(parsing text: String) throws(SecretProblem) {
        self.init()
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let separator = line.firstIndex(of: "=") else { throw SecretProblem(line: index + 1) }
            let value = line[line.index(after: separator)...].trimmed
            guard !value.isEmpty else { throw SecretProblem(line: index + 1) }
            switch line[..<separator].trimmed {
            case "url": url = String(value)
            case "token", "key", "access_token": token = String(value)
            case "secret": secrets.append(String(value))
            case "user": user = String(value)
            case "password": password = String(value)
            default: throw SecretProblem(line: index + 1)
            }
        }
    }

    public var description: String { "SecretSheet(•••)" }
    public var debugDescription: String { description }

    /// A receiver's words without what must not be seen: it may say back what it was sent.
    public func scrubbed(_ text: String) -> String {
        let hidden = ([url, token, password].compactMap(\.self) + secrets).filter { $0.utf8.count >= 4 }
            .sorted { $0.utf8.count > $1.utf8.count }
        return hidden.reduce(text) { $0.replacing($1, with: "•••") }
    }
}

public struct SecretProblem: Error, Hashable, Sendable {
    public let line: Int

    public init(line: Int) { self.line = line }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
