/// The keys of a lead, in every way people write them.
public enum LeadVocabulary {
    public static let keys: [String: String] = {
        let spellings: [String: [String]] = [
            "title": ["title", "名称", "线索名称"], "source": ["source", "来源", "线索来源"],
            "introducer": ["introducer", "引荐人", "介绍人"], "investor": ["investor", "投资方", "投资人"],
            "enterprise": ["enterprise", "企业", "公司"], "industry": ["industry", "行业"],
            "chain": ["chain", "产业链", "链"], "region": ["region", "来源地", "地区"],
            "country": ["country", "国别", "国家"], "amount": ["amount", "投资额", "投资", "金额"],
            "land": ["land", "用地"], "energy": ["energy", "能耗"],
            "output": ["output", "产值"], "tax": ["tax", "税收"], "jobs": ["jobs", "就业"], "tier": ["tier", "等级", "层级"],
            "expert": ["expert", "专家"], "received": ["received", "接收", "收到", "received_at"],
            "unit": ["unit", "机构"],
        ]
        var keys: [String: String] = [:]
        for (name, words) in spellings { for word in words { keys[word] = name } }
        return keys
    }()
}
