import Crypto
import Labels

/// The key under which digests of requests are kept, so that nobody finds a telephone number in one by trying.
///
/// It lies in the store and is replaced with each erasure, the old one overwritten: a digest from before says nothing
/// then, and a retry of such a command is known by its id alone.
struct DigestKey: Sendable {
    private let key: SymmetricKey
    /// The last event of the commands whose digests were made under keys that are gone.
    let goneThrough: Int64

    private static let keyMark = "command.key"
    private static let goneMark = "command.key_gone_through"

    /// The store's key; a store without one gets it, and its earlier digests are taken for unreadable.
    static func load(_ connection: Connection, head: Int64) throws -> DigestKey {
        guard let text = try mark(keyMark, connection),
            let gone = try mark(goneMark, connection).flatMap({ Int64($0) }),
            let bytes = bytes(text)
        else { return try renew(connection, head: head) }
        return DigestKey(key: SymmetricKey(data: bytes), goneThrough: gone)
    }

    /// In the transaction that erases.
    static func renew(_ connection: Connection, head: Int64) throws -> DigestKey {
        let key = SymmetricKey(size: .bits256)
        let text = ChainHash.hexadecimal(key.withUnsafeBytes { [UInt8]($0) })
        for (name, value) in [(keyMark, text), (goneMark, String(head))] {
            try connection.run(
                "INSERT INTO mark (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                name, value)
        }
        return DigestKey(key: key, goneThrough: head)
    }

    func sealed(_ digest: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: digest, using: key))
    }

    private static func mark(_ name: String, _ connection: Connection) throws -> String? {
        try connection.first("SELECT value FROM mark WHERE key = ?", name) { $0.text(0) }
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = hexadecimal[...]
        while rest.count >= 2 {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes.count == 32 ? bytes : nil
    }
}
