/// Help of projects and of what belongs to them.
extension CommandHelp {
    public static let project = Phrase(zh: "项目", en: "Projects: investments from talks to full capacity")
    public static let projectList = Phrase(zh: "项目列表", en: "Projects, filtered by stage, unit, chain, light, flag")
    public static let projectShow = Phrase(
        zh: "一个项目，含过程、协议、资金、承诺、疑点", en: "One project with its course, agreements, funds, commitments and flags")
    public static let projectBrief = Phrase(zh: "一页简报", en: "A brief of one page")
    public static let projectAdd = Phrase(zh: "登记项目", en: "Add a project")
    public static let projectAddDiscussion = Phrase(
        """
          zs project add 固态电池基地 lead:L-7
          zs project add 某装备项目 @E-3 amount:3亿 industry:C36 region:上海 reason:区领导推介
        """)
    public static let projectEdit = Phrase(zh: "补充或修改项目", en: "Add facts to a project, or change them")
    public static let projectEditDiscussion = Phrase(
        """
          zs project edit P-3 land:120 energy:5000 environment:报告表 leader:O-1
          zs project edit P-3 credit:bn-ne=60,bn-bio=40 planned_started:2027-03-01
        """)
    public static let projectAdvance = Phrase(zh: "推进到下一阶段", en: "Move a project to the next stage")
    public static let projectAdvanceDiscussion = Phrase(
        """
          zs project advance P-3 signed date:10-22 amount:3.5亿
          zs project advance P-3 landed date:11-01 local:E-9
          zs project advance P-3 started date:11-20 permit:渝建字001
        """)
    public static let projectDecline = Phrase(
        zh: "驳回等待会签的签约或开工（督办）", en: "Decline a signing or start that waits (supervisor)")
    public static let projectDeclineDiscussion = Phrase(
        """
          zs project decline P-3 reason:合同主体不符
        """)
    public static let projectReview = Phrase(zh: "登记评审结果", en: "Record what a reviewing body decided")
    public static let projectReviewDiscussion = Phrase(
        """
          zs project review P-3 joint passed doc:会审〔2026〕3号
          zs project review P-3 fairCompetition passed commitment:H-1
        """)
    public static let projectCorrect = Phrase(zh: "更正阶段或日期（督办）", en: "Correct a stage or its date (supervisor)")
    public static let projectCorrectDiscussion = Phrase(
        """
          zs project correct P-3 landed reason:误报开工
          zs project correct P-3 started date:10-08 reason:日期有误
        """)
    public static let projectSuspend = Phrase(zh: "暂缓（督办）", en: "Suspend a project (supervisor)")
    public static let projectSuspendDiscussion = Phrase(
        """
          zs project suspend P-3 review:2027-03-01 reason:等待用地
        """)
    public static let projectResume = Phrase(zh: "恢复（督办）", en: "Take a suspended project up again (supervisor)")
    public static let projectResumeDiscussion = Phrase(
        """
          zs project resume P-3 reason:用地已落实
        """)
    public static let projectTerminate = Phrase(zh: "终止（督办）", en: "Give a project up (supervisor)")
    public static let projectTerminateDiscussion = Phrase(
        """
          zs project terminate P-3 competitor to:合肥
        """)
    public static let agreement = Phrase(zh: "协议", en: "Agreements")
    public static let agreementList = Phrase(zh: "协议列表", en: "Agreements")
    public static let agreementAdd = Phrase(zh: "登记协议", en: "Record an agreement")
    public static let agreementAddDiscussion = Phrase(
        """
          zs agreement add P-3 formal amount:8亿 date:10-22 event:西洽会
          zs agreement add P-3 supplement amount:2亿
        """)
    public static let agreementVoid = Phrase(zh: "作废协议（督办）", en: "Void an agreement (supervisor)")
    public static let agreementVoidDiscussion = Phrase(
        """
          zs agreement void A-2 reason:合同未生效
        """)
    public static let funds = Phrase(zh: "到位资金", en: "Funds in place")
    public static let fundsList = Phrase(zh: "资金列表", en: "Funds records")
    public static let fundsAdd = Phrase(zh: "登记到位资金", en: "Report funds that arrived")
    public static let fundsAddDiscussion = Phrase(
        """
          zs funds add P-3 1.2亿 date:10-28 component:equipment voucher:记-0012
        """)
    public static let fundsVerify = Phrase(zh: "核实资金（他人）", en: "Verify funds that somebody else reported")
    public static let fundsVerifyDiscussion = Phrase(
        """
          zs funds verify F-1
        """)
    public static let fundsReject = Phrase(zh: "退回资金", en: "Reject reported funds")
    public static let fundsRejectDiscussion = Phrase(
        """
          zs funds reject F-1 reason:凭证不符
        """)
    public static let commitment = Phrase(zh: "承诺事项", en: "Commitments")
    public static let commitmentList = Phrase(zh: "承诺列表", en: "Commitments: within:30 are those due in 30 days")
    public static let commitmentAdd = Phrase(zh: "登记承诺", en: "Record what was promised")
    public static let commitmentAddDiscussion = Phrase(
        """
          zs commitment add P-3 land 供地120亩 due:2026-12-31 basis:渝府发〔2025〕1号 department:bn
        """)
    public static let commitmentFulfil = Phrase(zh: "兑现承诺", en: "Say that a commitment was kept")
    public static let commitmentFulfilDiscussion = Phrase(
        """
          zs commitment fulfil H-1 date:11-20
          zs commitment fulfil H-2 state:conditionNotMet
        """)
    public static let milestone = Phrase(zh: "节点", en: "Milestones")
    public static let milestoneList = Phrase(zh: "节点列表", en: "Milestones")
    public static let milestoneAdd = Phrase(zh: "登记节点", en: "Add a milestone")
    public static let milestoneAddDiscussion = Phrase(
        """
          zs milestone add P-3 取得施工许可 due:2026-11-30 weight:2
        """)
    public static let milestoneDone = Phrase(zh: "完成节点", en: "Say that a milestone was reached")
    public static let milestoneDoneDiscussion = Phrase(
        """
          zs milestone done B-1 date:11-25
        """)
    public static let directive = Phrase(zh: "督办单", en: "Directives")
    public static let directiveList = Phrase(zh: "督办单列表", en: "Directives")
    public static let directiveIssue = Phrase(zh: "下达督办单（督办）", en: "Issue a directive (supervisor)")
    public static let directiveIssueDiscussion = Phrase(
        """
          zs directive issue P-3 yellow 一周内开工 due:11-30
        """)
    public static let directiveReply = Phrase(zh: "回复督办单", en: "Reply to a directive")
    public static let directiveReplyDiscussion = Phrase(
        """
          zs directive reply D-1 已进场
        """)
    public static let directiveClose = Phrase(zh: "办结督办单（督办）", en: "Close a directive (supervisor)")
    public static let directiveCloseDiscussion = Phrase(
        """
          zs directive close D-1 已核实
        """)
    public static let campaign = Phrase(zh: "招商活动", en: "Campaigns")
    public static let campaignList = Phrase(zh: "活动列表", en: "Campaigns")
    public static let campaignPlan = Phrase(zh: "计划活动", en: "Plan a campaign")
    public static let campaignPlanDiscussion = Phrase(
        """
          zs campaign plan 长三角推介会 from:2026-12-05 budget:50万
        """)
    public static let campaignClose = Phrase(zh: "结束活动", en: "Close a campaign with its outcome")
    public static let campaignCloseDiscussion = Phrase(
        """
          zs campaign close G-1 outcome:签约3个 spent:42万
        """)
}
