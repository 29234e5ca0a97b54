import FoundationEssentials

/// Records inside columns: JSON with sorted keys, so that equal records are equal texts.
enum RecordCoding {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    /// A JSON list of numbers, for `IN (SELECT value FROM json_each(?))`: one statement for lists of every length.
    static func list(_ numbers: some Sequence<Int64>) -> String {
        "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }

    /// A JSON list of texts, without the cost of a general encoder.
    static func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ",") + "]"
    }

    /// RFC 8259 §7: quotes, backslashes and controls are escaped, everything else stands as it is.
    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
        var bytes: [UInt8] = [0x22]
        let digits = Array("0123456789abcdef".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes + [0x22], as: UTF8.self)
    }
}
