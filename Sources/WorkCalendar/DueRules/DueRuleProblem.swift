/// What is wrong in the text of a due rule, and where.
public struct DueRuleProblem: Error, Hashable, Sendable {
    /// `missing` · `unknown` · `number` · `time` · `repeated`
    public let code: String
    public let message: String
    /// The same in Chinese.
    public let zh: String
    /// The word at fault; empty at the end of the text.
    public let word: String
    /// Position of the word in the text, in characters from 1.
    public let position: Int
}
