/// Names of the groups in which the city ranks its districts; another group is shown by its own word.
public enum RankGroupLabel {
    public static func name(_ code: String) -> Phrase { names[code] ?? Phrase(code) }

    /// The groups of Config/codes/rank-groups.csv.
    static let names: PhraseTable = [
        "metro": Phrase(zh: "主城都市区", en: "Main urban metropolitan area"),
        "northeast": Phrase(zh: "渝东北三峡库区城镇群", en: "Northeast (Three Gorges Reservoir) cluster"),
        "southeast": Phrase(zh: "渝东南武陵山区城镇群", en: "Southeast (Wuling Mountains) cluster"),
    ]
}
