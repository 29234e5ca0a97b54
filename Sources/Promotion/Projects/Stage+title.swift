public import Labels

extension Stage {
    public var title: Phrase {
        switch self {
        case .negotiating: Phrase(zh: "在谈", en: "negotiating")
        case .reviewing: Phrase(zh: "评审", en: "reviewing")
        case .approved: Phrase(zh: "通过评审", en: "approved")
        case .signed: Phrase(zh: "签约", en: "signed")
        case .landed: Phrase(zh: "落地", en: "landed")
        case .started: Phrase(zh: "开工", en: "started")
        case .completed: Phrase(zh: "竣工", en: "completed")
        case .producing: Phrase(zh: "投产", en: "producing")
        case .atCapacity: Phrase(zh: "达产", en: "at capacity")
        }
    }

    /// Reads the word in either language.
    public init?(word: String) {
        let folded = word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        let other: [String: Stage] = ["开建": .started, "已签约": .signed, "洽谈": .negotiating, "审批通过": .approved]
        guard
            let found = Self.allCases.first(where: {
                $0.rawValue.lowercased() == folded || $0.title.zh == word
            }) ?? other[word]
        else { return nil }
        self = found
    }
}

extension Review.Body {
    public var title: Phrase {
        switch self {
        case .preliminary: Phrase(zh: "初审", en: "preliminary review")
        case .joint: Phrase(zh: "会审", en: "joint review")
        case .leadingGroup: Phrase(zh: "招商领导小组", en: "leading group")
        case .governmentExecutive: Phrase(zh: "政府常务会", en: "government executive meeting")
        case .partyCommittee: Phrase(zh: "区委常委会", en: "party committee")
        case .fairCompetition: Phrase(zh: "公平竞争审查", en: "fair-competition review")
        }
    }
}
