import Crypto
import FoundationEssentials

/// Tells whether two requests with one command id are the same request.
public enum CommandDigest {
    /// SHA-256 over the verb, the words, the options in a fixed order and the file that came along, each preceded by its
    /// length.
    public static func of(verb: String, _ words: CommandWords, file: [UInt8] = []) -> [UInt8] {
        var hash = SHA256()
        func add(_ bytes: [UInt8]) {
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        func add(_ text: String) { add(Array(text.utf8)) }
        add(verb)
        for word in words.words { add(word) }
        for (name, values) in words.options.sorted(by: { $0.key < $1.key }) {
            add("--" + name)
            for value in values { add(value) }
        }
        if !file.isEmpty {
            add("file")
            add(file)
        }
        return Array(hash.finalize())
    }
}
