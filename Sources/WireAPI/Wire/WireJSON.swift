public import FoundationEssentials

/// How JSON is written and read on the socket.
public enum WireJSON {
    /// Deepest nesting a request may have. A decoder recurses; its stack must not be the caller's to spend.
    public static let depthLimit = 64

    /// Sorted keys: equal values have equal bytes, which golden files and digests need.
    public static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    public static var decoder: JSONDecoder {
        JSONDecoder()
    }

    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        Array(try encoder.encode(value))
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        try decoder.decode(type, from: Data(bytes))
    }

    /// The deepest nesting of arrays and objects, counted on the raw bytes; brackets inside strings do not count.
    /// Text that is not JSON has a depth too: the decoder refuses it later.
    public static func depth(of bytes: some Sequence<UInt8>) -> Int {
        var depth = 0
        var deepest = 0
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                inString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
            default:
                break
            }
        }
        return deepest
    }
}
