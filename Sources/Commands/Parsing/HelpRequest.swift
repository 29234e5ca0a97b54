import ArgumentParser
import Labels

/// `zs help TOPIC` and `zs help NOUN VERB`.
struct HelpRequest {
    let words: [String]

    init?(_ arguments: [String]) {
        let prepared = ArgumentShield.prepared(arguments)
        guard let first = prepared.first, ["help", "帮助"].contains(first) else { return nil }
        var words: [String] = []
        var rest = prepared.dropFirst()
        while let word = rest.first {
            if let length = GlobalOptions.length(of: word) {
                rest = rest.dropFirst(length)
                continue
            }
            if word.hasPrefix("-") { return nil }
            words.append(word)
            rest = rest.dropFirst()
        }
        self.words = words
    }

    /// - Throws: `not_found`, with the topics there are.
    func text(in language: Language) throws(ZhaoshangError) -> String {
        if words.count == 1, let topic = HelpTopic.named(words[0]) {
            return topic.text[language] + "\n"
        }
        let path = CommandPath(words)
        guard path.rest.isEmpty else {
            let names = HelpTopic.all.map(\.name)
            throw ZhaoshangError(
                .notFound, zh: "没有帮助主题“\(words.joined(separator: " "))”",
                en: "no help on '\(words.joined(separator: " "))'",
                hint: Phrase(
                    zh: "主题：\(names.joined(separator: "、"))；命令：zs help",
                    en:
                        "topics: \(names.joined(separator: ", ")); commands: zs help"),
                details: ["topics": .list(names)])
        }
        return HelpText.aligned(Zs.helpMessage(for: path.command)) + "\n"
    }
}
