/// A page of `zs help TOPIC`.
public struct HelpTopic: Hashable, Sendable {
    public let name: String
    /// Chinese words for the same topic.
    public let aliases: [String]
    public let text: Phrase

    init(_ name: String, _ aliases: [String], _ text: Phrase) {
        self.name = name
        self.aliases = aliases
        self.text = text
    }

    public static let all = [exitCodes, capture, dates, ids, output, environment]

    public static func named(_ word: String) -> HelpTopic? {
        all.first { $0.name == word || $0.aliases.contains(word) }
    }
}
