import Crypto
import Identifiers
import WorkCalendar

/// A text beside the log, with the key of its digest: destroying the row leaves a digest that proves nothing.
enum TextKeeping {
    static func keep(_ body: String, _ connection: Connection) throws -> TextStub {
        let key = SymmetricKey(size: .bits256)
        let digest = digest(of: body, key: key)
        try connection.run(
            "INSERT INTO text (key, digest, body) VALUES (?, ?, ?)", key.withUnsafeBytes { [UInt8]($0) }, digest, body)
        return TextStub(id: connection.lastInsertedID, digest: digest)
    }

    static func redact(_ text: Int64, to body: String, at now: Instant, _ connection: Connection) throws {
        try connection.run(
            "UPDATE text SET key = NULL, body = ?, erased_at = ? WHERE id = ? AND body IS NOT NULL", body, now, text)
    }

    /// HMAC-SHA256 in lower-case hexadecimal.
    static func digest(of body: String, key: SymmetricKey) -> String {
        ChainHash.hexadecimal(HMAC<SHA256>.authenticationCode(for: Array(body.utf8), using: key))
    }
}
