import Identifiers

extension Enterprise {
    /// Every name it has or had.
    public var allNames: [String] { [name] + [nameEn].compactMap(\.self) + formerNames }

    /// Its credit code; kept as text, checked when it was typed.
    public var creditCode: USCC? { uscc.flatMap { try? USCC($0) } }
}

extension Enterprise.Tag {
    /// The code in any case, or its Chinese word.
    public init?(word: String) {
        let words: [String: Enterprise.Tag] = [
            "世界500强": .fortune500, "世界五百强": .fortune500, "中国500强": .china500, "中国五百强": .china500, "上市": .listed,
            "上市公司": .listed, "高新技术": .highTech, "高新技术企业": .highTech, "专精特新": .specialized, "链主": .chainMaster,
            "链主企业": .chainMaster, "科技型中小企业": .technologySme, "科小": .technologySme,
        ]
        guard
            let tag = words[word] ?? Self.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() })
        else { return nil }
        self = tag
    }
}
