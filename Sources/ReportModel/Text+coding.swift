import Labels

/// A text is one object, told apart by its keys: `{"zh","en"}` words of the product, `{"figure"}` a key into the figures,
/// `{"number"}`, `{"parts"}` a sequence, `{"text","digest","resolved"?}` words that a person typed.
extension Text: Codable {
    private enum Key: String, CodingKey {
        case zh, en, figure, number, parts, text, digest, resolved
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let key = try container.decodeIfPresent(String.self, forKey: .figure) {
            self = .figure(key)
        } else if let number = try container.decodeIfPresent(Int64.self, forKey: .number) {
            self = .number(number)
        } else if let parts = try container.decodeIfPresent([Text].self, forKey: .parts) {
            self = .sequence(parts)
        } else if let id = try container.decodeIfPresent(Int64.self, forKey: .text) {
            self = .reference(
                TextReference(
                    id: id, digest: try container.decode(String.self, forKey: .digest),
                    resolved: try container.decodeIfPresent(String.self, forKey: .resolved)))
        } else {
            self = .phrase(try Phrase(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .phrase(let phrase) = self { return try phrase.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .phrase: break
        case .figure(let key): try container.encode(key, forKey: .figure)
        case .number(let number): try container.encode(number, forKey: .number)
        case .sequence(let parts): try container.encode(parts, forKey: .parts)
        case .reference(let reference):
            try container.encode(reference.id, forKey: .text)
            try container.encode(reference.digest, forKey: .digest)
            try container.encodeIfPresent(reference.resolved, forKey: .resolved)
        }
    }
}
