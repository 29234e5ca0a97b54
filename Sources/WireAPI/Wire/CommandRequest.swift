/// The one request of all verbs: the words as typed and the options as typed. Dates, money, ids and capture lines are
/// read in the daemon, so that every client understands the same.
public struct CommandRequest: Hashable, Sendable, Codable {
    /// The words after the verb, in order.
    public var words: [String]
    /// Option name without dashes → its values in order; a flag has an empty list.
    public var options: [String: [String]]

    public init(words: [String] = [], options: [String: [String]] = [:]) {
        self.words = words
        self.options = options
    }

    /// Both keys may be absent. Another key is refused: a misspelt one would otherwise ask for something else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let unknown = container.allKeys.first(where: { ![Key.words, Key.options].contains($0) }) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown key \(unknown.stringValue)"))
        }
        words = try container.decodeIfPresent([String].self, forKey: .words) ?? []
        options = try container.decodeIfPresent([String: [String]].self, forKey: .options) ?? [:]
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(words, forKey: .words)
        try container.encode(options, forKey: .options)
    }

    private struct Key: CodingKey, Hashable {
        static let words = Key("words")
        static let options = Key("options")

        let stringValue: String
        var intValue: Int? { nil }

        private init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// The last value given, as command lines have it.
    public func option(_ name: String) -> String? {
        options[name]?.last
    }

    public func options(_ name: String) -> [String] {
        options[name] ?? []
    }

    /// Given without a value, or with `true`, `1` or `yes`, as a query writes it.
    public func flag(_ name: String) -> Bool {
        guard let values = options[name] else { return false }
        guard let last = values.last else { return true }
        return ["", "true", "1", "yes"].contains(last)
    }
}

extension CommandRequest {
    /// The query key of a word; every other key is an option.
    public static let wordKey = "word"

    /// The same request as the query of a GET, without the question mark; empty when there is nothing to say.
    /// Options come in the order of their names, so that one request has one spelling.
    public var query: String {
        var items = words.map { "\(Self.wordKey)=\(PercentCoding.encode($0))" }
        for (name, values) in options.sorted(by: { $0.key < $1.key }) {
            let key = PercentCoding.encode(name)
            if values.isEmpty {
                items.append(key)
            }
            items += values.map { "\(key)=\(PercentCoding.encode($0))" }
        }
        return items.joined(separator: "&")
    }

    /// Reads a query; nil when an escape in it is wrong.
    public init?(query: Substring) {
        self.init()
        for item in query.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = PercentCoding.decode(parts[0], plusIsSpace: true), !key.isEmpty else { return nil }
            guard parts.count == 2 else {
                options[key, default: []] += []
                continue
            }
            guard let value = PercentCoding.decode(parts[1], plusIsSpace: true) else { return nil }
            if key == Self.wordKey {
                words.append(value)
            } else {
                options[key, default: []].append(value)
            }
        }
    }
}
