/// A command as typed: its words, and the flags that came with it. Everything in it is parsed here, so that every way
/// in understands the same.
public struct CommandWords: Sendable {
    public var words: [String]
    public var options: [String: [String]]

    public init(_ words: [String] = [], options: [String: [String]] = [:]) {
        self.words = words
        self.options = options
    }

    func option(_ name: String) -> String? { options[name]?.last }

    func values(_ name: String) -> [String] { options[name] ?? [] }

    /// A flag is given when it stands, without a value or with another than `false`.
    func flag(_ name: String) -> Bool {
        guard let values = options[name] else { return false }
        return values.last != "false"
    }
}
