extension CommandHelp {
    public static let lead = Phrase(zh: "线索", en: "Leads: hints that somebody may invest")
    public static let leadAdd = Phrase(zh: "登记一条线索", en: "Register a lead")
    public static let leadAddDiscussion = Phrase(
        zh: """
            @名称 是投资方；已收到多时的线索写 received:2026-02-13T16:00。
              zs lead add 某固态电池项目 行业:新能源 source:visitOut amount:12亿 @某集团
              zs 线索 登记 某医药中间体项目 来源:推荐 引荐人:张某 投资额:3000万 来源地:浙江
            """,
        en: """
            @name is the investor; a lead that came earlier says so: received:2026-02-13T16:00.
              zs lead add a solid-state battery plant chain:新能源 source:visitOut amount:12亿 @SomeGroup
              zs lead add pharmaceutical intermediates source:referral introducer:Zhang amount:30M region:330000
            """)
    public static let leadList = Phrase(zh: "线索列表", en: "Leads, open ones first come last")
    public static let leadShow = Phrase(zh: "一条线索，含时限、研判和跟进", en: "One lead with its clocks, screenings and notes")
    public static let leadEdit = Phrase(zh: "补充或修改线索", en: "Add facts to a lead, or change them")
    public static let leadScreen = Phrase(zh: "研判线索", en: "Screen a lead")
    public static let leadScreenDiscussion = Phrase(
        zh: """
            不带评分即开始研判；带七项评分、结论和理由即作出结论；--return 退回补充。
            评分顺序：产业方向 带动 市场 技术 环境 能耗 效益，各 0–5。
              zs lead screen L-7 scores:4,3,5,5,4,3,4 verdict:follow reason:产业契合 next:走访工厂 on:下周三
              zs lead screen L-8 scores:1,1,2,2,3,1,2 verdict:decline reason:能耗过高 veto:energy
            """,
        en: """
            Without scores it is taken up; seven scores, a verdict and a reason judge it; --return sends it back for facts.
            The order of scores: direction promotion market technology environment energy benefit, 0 to 5 each.
              zs lead screen L-7 scores:4,3,5,5,4,3,4 verdict:follow reason:"fits the chain" next:"visit the plant" on:fri
              zs lead screen L-8 scores:1,1,2,2,3,1,2 verdict:decline reason:"too much energy" veto:energy
            """)
    public static let leadNote = Phrase(zh: "记一条跟进", en: "Write a note on a lead")
    public static let leadNoteDiscussion = Phrase(
        zh: """
            写明接触方式（+电话 +走访 +来访 …）、金额或关联记录的，计为进展；与上一条相同的不计。
              zs lead note L-7 对方董事长确认来渝考察 +电话
              zs lead note L-7 已答复引荐人 --feedback
            """,
        en: """
            A note that tells of a contact (+call +visit …), an amount or another record is progress; one that repeats the last is not.
              zs lead note L-7 the chairman will come to Chongqing +call
              zs lead note L-7 answered the introducer --feedback
            """)
    public static let leadTransfer = Phrase(zh: "流转线索", en: "Transfer a lead")
    public static let leadTransferDiscussion = Phrase(
        zh: """
              zs lead transfer L-7 unit:bn-el reason:属电子信息产业链      本局内
              zs lead transfer L-7 to:永川区 reason:对方要求沿江用地 credit:bn-ne=40,bn=60    区外
            """,
        en: """
              zs lead transfer L-7 unit:bn-el reason:"electronics"                       within the bureau
              zs lead transfer L-7 to:Yongchuan reason:"needs a port" credit:bn-ne=40,bn=60   out of it
            """)
    public static let leadMerge = Phrase(zh: "并入另一条线索", en: "Say that a lead is a duplicate of another")
    public static let leadUnmerge = Phrase(zh: "拆分已合并的线索", en: "Part a lead from the one it was merged into")
    public static let leadReopen = Phrase(zh: "重启培育或已放弃的线索", en: "Screen a cultivated or declined lead again")
}
