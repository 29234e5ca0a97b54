import Labels
import TextLayout

/// An error for a person: what, candidates or missing facts, and the next command.
struct ErrorText {
    private let error: ZhaoshangError
    private let language: Language
    private let isColored: Bool

    init(_ error: ZhaoshangError, language: Language, isColored: Bool) {
        self.error = error
        self.language = language
        self.isColored = isColored
    }

    func rendered() -> String {
        var output = line(language == .zh ? "错误：" : "error: ", colour: 31, error.message[language])
        for (_, detail) in error.details.sorted(by: { $0.key < $1.key }) {
            guard case .list(let items) = detail else { continue }
            output += items.map { "  \(CellText.singleLine($0))\n" }.joined()
        }
        if let hint = error.hint {
            output += line(language == .zh ? "提示：" : "hint: ", colour: 36, hint[language])
        }
        return output
    }

    private func line(_ prefix: String, colour: Int, _ text: String) -> String {
        let prefix = isColored ? "\u{1B}[1;\(colour)m\(prefix)\u{1B}[0m" : prefix
        // Names in a message may come from anybody; they must not speak to the terminal.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            CellText.singleLine(String($0))
        }
        return prefix + lines.joined(separator: "\n") + "\n"
    }
}
