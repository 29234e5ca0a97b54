import Labels

extension SettingRegistry {
    static let enterprises: [SettingDefinition] = [
        whole(
            "enterprise.duplicate_similarity", "80", 1...100,
            Phrase(zh: "企业名称相似度达到百分之几即视为疑似重复", en: "percent of likeness from which two names may be one enterprise")),
        whole(
            "enterprise.unmerge_days", "30", 0...3650,
            Phrase(zh: "企业合并后多少天内可以拆分", en: "days within which merged enterprises can be parted again")),
    ]
}
