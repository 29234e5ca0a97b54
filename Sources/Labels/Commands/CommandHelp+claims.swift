extension CommandHelp {
    public static let claim = Phrase(zh: "首报首谈", en: "First-talk claims: who talks with an investor first")
    public static let claimFile = Phrase(zh: "申报首报首谈", en: "Claim to talk with an investor first")
    public static let claimFileDiscussion = Phrase(
        zh: """
            投资额 10 亿元以上，或外资 1000 万美元以上。他机构已报同一投资方的，本条待定，双方都会收到待办。
              zs claim file @某集团 amount:12亿 chain:新能源 依据:已签保密协议
              zs claim file lead:L-7 依据:已赴企业总部洽谈
              zs claim file @SomeAG usd:1200万 rate:7.1234 依据:已签保密协议
            """,
        en: """
            For an investment of 1 bn yuan and more, or 10 M US dollars. Where another unit claimed the same investor, yours
            is pending, and both sides find it among their tasks.
              zs claim file @SomeGroup amount:1.2bn chain:battery evidence:"signed an NDA"
              zs claim file lead:L-7 evidence:"met at their headquarters"
              zs claim file @SomeAG foreign:USD12M rate:7.1234 evidence:"signed an NDA"
            """)
    public static let claimList = Phrase(zh: "首报首谈列表", en: "Claims, live ones unless state: says otherwise")
    public static let claimShow = Phrase(zh: "一条首报首谈，含冲突和时限", en: "One claim with its conflicts and clocks")
    public static let claimExtend = Phrase(zh: "延期", en: "Extend a claim")
    public static let claimExtendDiscussion = Phrase(
        zh: """
              zs claim extend C-1 reason:对方董事会下月表决
              zs claim extend C-1 until:6月30日 reason:对方董事会下月表决
            """,
        en: """
              zs claim extend C-1 reason:"their board votes next month"
              zs claim extend C-1 until:2026-06-30 reason:"their board votes next month"
            """)
    public static let claimRelease = Phrase(zh: "放弃首报首谈", en: "Give a claim up")
    public static let claimReleaseDiscussion = Phrase(
        zh: """
            排在其后的待定申报随即生效。
              zs claim release C-1 reason:企业选址外地
            """,
        en: """
            The pending claim behind it holds from then on.
              zs claim release C-1 reason:"they went elsewhere"
            """)
    public static let claimArbitrate = Phrase(zh: "仲裁首报首谈冲突", en: "Decide between claims")
    public static let claimArbitrateDiscussion = Phrase(
        zh: """
            for: 是保留的一条，其余终止；分成合计须为 100%。
              zs claim arbitrate C-2 for:C-1 reason:先有会谈纪要
              zs claim arbitrate C-2 for:C-1 reason:共同引进 credit:bn-ne=60,bn-eq=40
            """,
        en: """
            for: names the claim that holds; the others end. Shares add up to 100 %.
              zs claim arbitrate C-2 for:C-1 reason:"minutes of the first talk"
              zs claim arbitrate C-2 for:C-1 reason:"brought in together" credit:bn-ne=60,bn-eq=40
            """)
}
