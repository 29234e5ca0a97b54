public import Labels

/// One thing that an act still needs, with the command that supplies it.
public struct MissingEvidence: Hashable, Sendable {
    /// Stable word for programs: `leader`, `review.joint`.
    public var code: String
    public var what: Phrase
    public var command: String

    public init(_ code: String, zh: String, en: String, command: String) {
        self.code = code
        what = Phrase(zh: zh, en: en)
        self.command = command
    }
}

extension [MissingEvidence] {
    /// One refusal that names all of it.
    public func refusal(_ act: Phrase) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "\(act.zh)，还缺：\(map(\.what.zh).joined(separator: "；"))",
            en: "\(act.en): missing \(map(\.what.en).joined(separator: "; "))",
            hint: Phrase(
                zh: "补充：\(map(\.command).joined(separator: " ； "))",
                en: "run: \(map(\.command).joined(separator: " ; "))"),
            details: ["missing": .list(map(\.code)), "commands": .list(map(\.command))])
    }
}
