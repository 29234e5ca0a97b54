/// A text in the two languages the product speaks.
public struct Phrase: Hashable, Sendable, Codable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same text in both languages: names, codes, numbers.
    public init(_ text: String) {
        self.init(zh: text, en: text)
    }

    public subscript(_ language: Language) -> String {
        language == .zh ? zh : en
    }
}

public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case zh, en
}
