extension CaptureVocabulary {
    /// The contact that a text begins with, for a note whose kind nobody said: `电话联系总部，约定来访` tells of a call.
    ///
    /// Only how a note begins counts, and not where its first clause says that nothing came of it or that it is still to
    /// come: `电话无人接听`, `走访未果`. What was planned is no contact.
    public static func openingContact(of text: String) -> ActivityKind? {
        let folded = HalfWidth.text(text).lowercased()
        let clause = folded.prefix { !"，。；,.;".contains($0) }
        guard !denials.contains(where: { clause.contains($0) }) else { return nil }
        return openings.first { clause.hasPrefix($0.word) }?.kind
    }

    private static let openings: [(word: String, kind: ActivityKind)] = [
        ("走访", .visitOut), ("拜访", .visitOut), ("上门", .visitOut), ("visited", .visitOut),
        ("接待", .visitIn), ("来访", .visitIn), ("received", .visitIn),
        ("电话", .call), ("致电", .call), ("通话", .call), ("电联", .call), ("视频", .call), ("called", .call), ("phoned", .call),
        ("座谈", .meeting), ("会见", .meeting), ("会谈", .meeting), ("met ", .meeting),
        ("踏勘", .site), ("实地", .site), ("洽谈", .negotiation), ("谈判", .negotiation), ("磋商", .negotiation),
        ("negotiated", .negotiation),
    ]

    private static let denials = [
        "未", "没", "无人", "无法", "不通", "占线", "拒", "计划", "准备", "拟", "no answer", "nobody", "not ", "could not",
    ]
}
