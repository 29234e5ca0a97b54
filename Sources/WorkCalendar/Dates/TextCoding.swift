// Dates, times and periods travel as their texts, so stored payloads stay readable and independent of inner numbers.

extension Decoder {
    func value<Value>(_ read: (String) -> Value?, form: String) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not \(form)")
        }
        return value
    }
}

extension Encoder {
    func put(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
