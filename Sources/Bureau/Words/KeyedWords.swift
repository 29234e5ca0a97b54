import Labels

/// Words of the form `key:value` and the rest, for verbs that take records apart: `zs officer add 王芳 unit:bn-ne`.
///
/// Unlike in a line of the log every key must be known here: a misspelt one would silently do nothing.
struct KeyedWords {
    private(set) var plain: [String] = []
    private(set) var values: [String: [String]] = [:]

    /// `keys` maps each way of writing a key, Chinese or English, to its name.
    init(_ command: CommandWords, keys: [String: String], allowPlain: Bool = true) throws {
        for word in command.words {
            try Self.refuseHiddenCharacters(in: word)
            guard let separator = word.firstIndex(where: { $0 == ":" || $0 == "：" }), separator != word.startIndex
            else {
                plain.append(word)
                continue
            }
            let key = word[..<separator].lowercased()
            guard let name = keys[key] else {
                throw ZhaoshangError(
                    .usage, zh: "未知的键：\(key)", en: "unknown key: \(key)",
                    hint: Phrase(
                        zh: "可用：\(Self.list(keys))", en: "known keys: \(Self.list(keys))"),
                    details: ["key": .text(key)])
            }
            values[name, default: []].append(String(word[word.index(after: separator)...]))
        }
        for (name, given) in command.options {
            if let canonical = keys[name] { values[canonical, default: []] += given }
        }
        if !allowPlain, let first = plain.first {
            throw ZhaoshangError(
                .usage, zh: "多余的词：\(first)", en: "unexpected word: \(first)",
                hint: Phrase(zh: "可用的键：\(Self.list(keys))", en: "known keys: \(Self.list(keys))"))
        }
    }

    /// A name with a control character or a bidirectional override shows as something else than it is.
    private static func refuseHiddenCharacters(in word: String) throws {
        guard word.unicodeScalars.contains(where: HiddenCharacter.isHidden) else { return }
        throw ZhaoshangError(
            .badText, zh: "含有不可见的控制字符", en: "a word holds invisible control characters",
            hint: Phrase(zh: "重新键入这个词", en: "type the word again"))
    }

    /// Values that came by their names already: the cells of an imported row.
    init(values: [String: String]) {
        self.values = values.mapValues { [$0] }
    }

    init(lists: [String: [String]]) {
        values = lists
    }

    func value(_ name: String) -> String? { values[name]?.last }

    /// Values of a list key, whether repeated or separated by commas.
    func list(_ name: String) -> [String]? {
        values[name]?.flatMap { $0.split(whereSeparator: { ",，、;；".contains($0) }).map(String.init) }
    }

    /// Refuses with everything that is missing.
    func require(_ names: [(String, Phrase)]) throws {
        let missing = names.filter { value($0.0)?.isEmpty ?? true }
        guard !missing.isEmpty else { return }
        throw ZhaoshangError(
            .incomplete, zh: "缺少：\(missing.map(\.1.zh).joined(separator: "、"))",
            en: "missing: \(missing.map(\.1.en).joined(separator: ", "))",
            hint: Phrase(
                zh: "补充：\(missing.map { "\($0.0):…" }.joined(separator: " "))",
                en: "add: \(missing.map { "\($0.0):…" }.joined(separator: " "))"),
            details: ["missing": .list(missing.map(\.0))])
    }

    private static func list(_ keys: [String: String]) -> String {
        Set(keys.values).sorted().joined(separator: ", ")
    }
}
