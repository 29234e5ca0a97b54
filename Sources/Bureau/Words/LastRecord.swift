import Labels

/// `@last` in a command: the record of the caller's own newest command that was not taken back.
extension CommandWords {
    static let last = "@last"

    /// Whether any word, or any word's value, is `@last`.
    public var nameLast: Bool {
        words.contains { $0 == Self.last || $0.hasSuffix(":" + Self.last) || $0.hasSuffix("：" + Self.last) }
    }

    /// The words with the record's id in its place. In a line that links records by `@` it stays a link.
    public func naming(last id: String, verb: String) -> CommandWords {
        let link = Self.linkingVerbs.contains(verb) ? "@" + id : id
        return CommandWords(
            words.map { word in
                if word == Self.last { return link }
                guard word.hasSuffix(Self.last), let before = word.dropLast(Self.last.count).last,
                    before == ":" || before == "："
                else { return word }
                return word.dropLast(Self.last.count) + id
            }, options: options)
    }

    private static let linkingVerbs: Set<String> = ["entry.log", "entry.edit", "lead.add", "project.add"]
}

extension Bureau {
    /// Id of the record that `@last` stands for. Undo and redo name no record of their own.
    public func lastRecord(caller: Caller) async throws -> String {
        try await store.read { reading in
            let own = try reading.commands(actor: caller.actor, limit: 200).first { command in
                command.onBehalf == caller.onBehalf && command.reversedBy == nil
                    && !["undo", "redo"].contains(command.verb) && (command.outcome.id.map(Self.isID) ?? false)
            }
            if let id = own?.outcome.id { return id }
            throw ZhaoshangError(
                .notFound, zh: "还没有可用 @last 指代的记录", en: "there is no record yet that @last could stand for",
                hint: Phrase(zh: "请写出编号；查看：zs help ids", en: "write the id; see: zs help ids"))
        }
    }

    /// `L-7`: capital letters, a dash, digits.
    private static func isID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy { $0.isASCII && $0.isUppercase }
            && !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }
}
