import Crypto
import FoundationEssentials

/// Tells whether two requests with one command id are the same request.
public enum CommandDigest {
    /// SHA-256 over the verb, the words and the options in a fixed order, each preceded by its length.
    public static func of(verb: String, _ words: CommandWords) -> [UInt8] {
        var hash = SHA256()
        func add(_ text: String) {
            let bytes = Array(text.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        add(verb)
        for word in words.words { add(word) }
        for (name, values) in words.options.sorted(by: { $0.key < $1.key }) {
            add("--" + name)
            for value in values { add(value) }
        }
        return Array(hash.finalize())
    }
}
