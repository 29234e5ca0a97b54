extension CommandHelp {
    public static let enterprise = Phrase(zh: "企业", en: "Enterprises")
    public static let enterpriseAdd = Phrase(zh: "登记企业", en: "Add an enterprise")
    public static let enterpriseList = Phrase(zh: "列出企业", en: "List enterprises")
    public static let enterpriseShow = Phrase(zh: "查看企业", en: "Show an enterprise")
    public static let enterpriseEdit = Phrase(zh: "修改企业", en: "Change an enterprise")
    public static let enterpriseFind = Phrase(zh: "查找企业，含相似名称", en: "Find enterprises by names that are near")
    public static let enterpriseMerge = Phrase(
        zh: "合并重复的企业：E-9 into:E-3 reason:…", en: "Merge a duplicate: E-9 into:E-3 reason:…")
    public static let enterpriseUnmerge = Phrase(zh: "拆分误并的企业", en: "Part enterprises that were merged by mistake")
    public static let enterpriseDiscussion = Phrase(
        zh: """
            键：name name_en uscc country registration former group division industry tags settled research。
              zs enterprise add 渝新能源科技有限公司 uscc:91350100M000100Y43 行业:C38 标签:专精特新,链主
              zs enterprise add Contoso country:US registration:1234-5
            """,
        en: """
            Keys: name name_en uscc country registration former group division industry tags settled research.
              zs enterprise add 渝新能源科技有限公司 uscc:91350100M000100Y43 industry:C38 tags:specialized,chainMaster
              zs enterprise add Contoso country:US registration:1234-5
            """)
}

extension OptionHelp {
    public static let forceDuplicate = Phrase(
        zh: "名称相近，但确是另一家企业", en: "it is another enterprise, however near its name")
}
