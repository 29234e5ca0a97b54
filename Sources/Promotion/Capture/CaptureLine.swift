/// One line of capture: `"走访渝新能源，商定11月签约" @渝新能源 amount:3.2亿 +走访`.
///
/// Every word of the command line is read alone, in NFC:
/// * a word with white space in it is text, whatever it begins with; so is every word after the first `--`;
/// * `key:value` with a known key is an attribute; a full-width colon counts, case of the key does not, and only the
///   first colon divides. An unknown key stays text, and so does a value that begins with `//` (an address);
/// * `@name` is a mention, `+tag` a tag (`＠` and `＋` count too). `@` or `+` alone is text, and so are `@@…`, a tag with
///   anything but letters, digits, `-`, `_`, `·` and `/`, and what is a number or an amount after the plus sign:
///   `+8613912345678`, `+20%`, `+1.5亿`;
/// * a known key without a value is refused, because its value would otherwise sink into the text;
/// * an empty word is dropped.
public struct CaptureLine: Hashable, Sendable {
    /// A known `key:value` of the line.
    public struct Attribute: Hashable, Sendable {
        /// The canonical name of the key.
        public let key: String
        public let value: String
        /// Index of its word in the command line, from 0.
        public let word: Int

        public init(key: String, value: String, word: Int) {
            self.key = key
            self.value = value
            self.word = word
        }
    }

    /// The text words with one space between them.
    public let text: String
    /// Names without `@`, in order, each once.
    public let mentions: [String]
    /// Tags without `+`, in order, each once.
    public let tags: [String]
    /// In order; a key may occur more than once.
    public let attributes: [Attribute]

    public static let maximumWords = 200
    /// Characters as people count them, of all text words with the spaces between them.
    public static let maximumTextLength = 4_000
    public static let maximumTags = 20
    public static let maximumMentions = 20
    public static let maximumTagLength = 40

    /// `knownKeys` leads from every accepted spelling (`amount`, `金额`; Latin ones in lower case) to the canonical key.
    public init(words: [String], knownKeys: [String: String]) throws(CaptureProblem) {
        guard words.count <= Self.maximumWords else {
            throw .tooManyWords(words.count, limit: Self.maximumWords)
        }
        var text: [String] = []
        var mentions: [String] = []
        var tags: [String] = []
        var attributes: [Attribute] = []
        var optionsEnded = false
        for (index, raw) in words.enumerated() {
            try Self.refuseHiddenCharacters(in: raw, word: index)
            let word = NormalForm.composed(raw)
            if word.unicodeScalars.allSatisfy(\.properties.isWhitespace) { continue }
            if optionsEnded {
                text.append(word)
                continue
            }
            switch try CaptureWord(word, index: index, knownKeys: knownKeys) {
            case .endOfOptions: optionsEnded = true
            case .text: text.append(word)
            case .mention(let name): if !mentions.contains(name) { mentions.append(name) }
            case .tag(let tag): if !tags.contains(tag) { tags.append(tag) }
            case .attribute(let key, let value): attributes.append(Attribute(key: key, value: value, word: index))
            }
        }
        self.text = text.joined(separator: " ")
        self.mentions = mentions
        self.tags = tags
        self.attributes = attributes
        try checkLimits()
    }

    private func checkLimits() throws(CaptureProblem) {
        if text.count > Self.maximumTextLength {
            throw .textTooLong(text.count, limit: Self.maximumTextLength)
        }
        if tags.count > Self.maximumTags { throw .tooManyTags(tags.count, limit: Self.maximumTags) }
        if mentions.count > Self.maximumMentions {
            throw .tooManyMentions(mentions.count, limit: Self.maximumMentions)
        }
        if let tag = tags.first(where: { $0.count > Self.maximumTagLength }) {
            throw .tagTooLong(tag, limit: Self.maximumTagLength)
        }
    }

    /// Words that read back to this line: attributes under their canonical keys, mentions, tags, `--`, the text.
    public var words: [String] {
        attributes.map { "\($0.key):\($0.value)" } + mentions.map { "@" + $0 } + tags.map { "+" + $0 }
            + (text.isEmpty ? [] : ["--", text])
    }

    /// The values of `key`, in order.
    public func values(of key: String) -> [String] {
        attributes.filter { $0.key == key }.map(\.value)
    }

    private static func refuseHiddenCharacters(in word: String, word index: Int) throws(CaptureProblem) {
        for (offset, scalar) in word.unicodeScalars.enumerated() {
            switch scalar.value {
            case 0x202A...0x202E, 0x2066...0x2069:
                throw .bidirectionalOverride(word: index, position: offset + 1)
            case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029:
                throw .controlCharacter(word: index, position: offset + 1, scalar: scalar.value)
            default: continue
            }
        }
    }
}
