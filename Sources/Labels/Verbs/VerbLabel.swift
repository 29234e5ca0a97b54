/// Words for the verbs of commands and events: `lead.assign` and `lead.assigned` both read 分派线索, “assigned lead”.
public enum VerbLabel {
    /// A verb that is not in the tables is shown as it is.
    public static func of(_ verb: String) -> Phrase {
        if let whole = wholes[verb] { return whole }
        let halves = verb.split(separator: ".", maxSplits: 1).map(String.init)
        guard halves.count == 2, let noun = nouns[halves[0]], let act = acts[halves[1]] else { return Phrase(verb) }
        return Phrase(zh: act.zh + noun.zh, en: "\(act.en) \(noun.en)")
    }

    /// Verbs that say something else than their act and their noun.
    static let wholes: PhraseTable = [
        "assign.run": Phrase(zh: "批量分派", en: "assigned leads as a batch"),
        "assignment.made": Phrase(zh: "作出分派", en: "decided an assignment"),
        "clock.advance": Phrase(zh: "拨快时钟", en: "advanced the clock"),
        "clock.accept": Phrase(zh: "确认时钟", en: "accepted the clock"),
        "command.undone": Phrase(zh: "撤销", en: "undid"),
        "command.redone": Phrase(zh: "重做", en: "did again"),
        "contact.text_erased": Phrase(zh: "抹除联系人文字", en: "erased a text of contact"),
        "contact.text_redacted": Phrase(zh: "遮去联系人文字", en: "blotted out mentions of contact"),
        "entry.automatic": Phrase(zh: "自动记入日志", en: "recorded by itself"),
        "entry.zero": Phrase(zh: "零报告", en: "reported nothing to report"),
        "lead.answered": Phrase(zh: "反馈引荐人", en: "answered the introducer of lead"),
        "lead.returned": Phrase(zh: "退回补充", en: "returned for facts"),
        "lead.screen": Phrase(zh: "研判线索", en: "screened lead"),
        "lead.taken": Phrase(zh: "开始研判", en: "began to screen lead"),
        "lead.became_project": Phrase(zh: "转为项目", en: "made a project of lead"),
        "lead.judged": Phrase(zh: "作出结论", en: "gave the verdict of lead"),
        "notify.disabled": Phrase(zh: "停用通知渠道", en: "switched off channel"),
        "notify.retried": Phrase(zh: "重发消息", en: "sent messages again over"),
        "notify.retry": Phrase(zh: "重发消息", en: "sent messages again over"),
        "notify.test": Phrase(zh: "试发", en: "sent a test message over"),
        "officer.leave": Phrase(zh: "登记请假", en: "recorded leave of"),
        "officer.roster": Phrase(zh: "排班", en: "rostered"),
        "reminder.decided": Phrase(zh: "提醒", en: "reminded"),
        "reminder.forgotten": Phrase(zh: "清理旧消息", en: "deleted old messages"),
        "scheduler.outage": Phrase(zh: "停机", en: "was down"),
        "undo": Phrase(zh: "撤销", en: "undid"),
        "redo": Phrase(zh: "重做", en: "did again"),
    ]

    static let nouns: PhraseTable = [
        "agreement": Phrase(zh: "协议", en: "agreement"), "calendar": Phrase(zh: "日历", en: "calendar"),
        "campaign": Phrase(zh: "招商活动", en: "campaign"), "claim": Phrase(zh: "首报", en: "claim"),
        "clock": Phrase(zh: "时限", en: "clock"), "commitment": Phrase(zh: "承诺事项", en: "commitment"),
        "contact": Phrase(zh: "联系人", en: "contact"), "directive": Phrase(zh: "督办单", en: "directive"),
        "enterprise": Phrase(zh: "企业", en: "enterprise"), "entry": Phrase(zh: "日志", en: "entry"),
        "funds": Phrase(zh: "资金", en: "funds"), "import": Phrase(zh: "导入", en: "import"),
        "lead": Phrase(zh: "线索", en: "lead"), "milestone": Phrase(zh: "节点", en: "milestone"),
        "notify": Phrase(zh: "通知渠道", en: "channel"), "officer": Phrase(zh: "人员", en: "officer"),
        "profile": Phrase(zh: "方案", en: "profile"), "project": Phrase(zh: "项目", en: "project"),
        "report": Phrase(zh: "报告", en: "report"), "review": Phrase(zh: "评审", en: "review"),
        "rule": Phrase(zh: "规则", en: "rule"), "screening": Phrase(zh: "研判", en: "screening"),
        "setting": Phrase(zh: "设置", en: "setting"), "target": Phrase(zh: "目标", en: "target of"),
        "task": Phrase(zh: "任务", en: "task"), "unit": Phrase(zh: "机构", en: "unit"),
    ]

    private static let acts: [String: Phrase] = {
        var acts: [String: Phrase] = [:]
        for (words, phrase) in spellings {
            for word in words { acts[word] = phrase }
        }
        return acts
    }()

    /// The command's form first, the event's after it.
    private static let spellings: [([String], Phrase)] = [
        (["accept", "accepted"], Phrase(zh: "通过", en: "accepted")),
        (["activated"], Phrase(zh: "生效", en: "activated")),
        (["add", "added"], Phrase(zh: "登记", en: "added")),
        (["advance", "advanced"], Phrase(zh: "推进", en: "advanced")),
        (["apply", "applied"], Phrase(zh: "执行", en: "applied")),
        (["arbitrate", "arbitrated"], Phrase(zh: "仲裁", en: "arbitrated")),
        (["assign", "assigned"], Phrase(zh: "分派", en: "assigned")),
        (["backfill", "backfilled"], Phrase(zh: "补建", en: "backfilled")),
        (["close", "closed"], Phrase(zh: "办结", en: "closed")),
        (["correct", "corrected"], Phrase(zh: "更正", en: "corrected")),
        (["deactivate", "deactivated"], Phrase(zh: "停用", en: "deactivated")),
        (["done"], Phrase(zh: "完成", en: "reached")),
        (["edit", "edited"], Phrase(zh: "修改", en: "edited")),
        (["end", "ended"], Phrase(zh: "结束", en: "ended")),
        (["entered"], Phrase(zh: "建立", en: "opened")),
        (["erase", "erased"], Phrase(zh: "抹除", en: "erased")),
        (["extend", "extended"], Phrase(zh: "延期", en: "extended")),
        (["file", "filed"], Phrase(zh: "提出", en: "filed")),
        (["freeze", "frozen"], Phrase(zh: "冻结", en: "froze")),
        (["fulfil", "fulfilled"], Phrase(zh: "兑现", en: "fulfilled")),
        (["handed_on"], Phrase(zh: "移交", en: "handed on")),
        (["import", "imported"], Phrase(zh: "导入", en: "imported")),
        (["issue", "issued"], Phrase(zh: "下发", en: "issued")),
        (["kept"], Phrase(zh: "维持", en: "kept")),
        (["lapsed"], Phrase(zh: "失效", en: "let lapse")),
        (["log", "logged"], Phrase(zh: "记录", en: "logged")),
        (["materialised"], Phrase(zh: "生成", en: "made")),
        (["merge", "merged"], Phrase(zh: "合并", en: "merged")),
        (["missed"], Phrase(zh: "判定缺报", en: "recorded as missed")),
        (["moved"], Phrase(zh: "调整时限", en: "moved")),
        (["note", "noted"], Phrase(zh: "跟进", en: "noted on")),
        (["pause", "paused"], Phrase(zh: "暂停", en: "paused")),
        (["plan", "planned"], Phrase(zh: "计划", en: "planned")),
        (["recorded"], Phrase(zh: "记录", en: "recorded")),
        (["reissue", "reissued"], Phrase(zh: "重发", en: "reissued")),
        (["reject", "rejected"], Phrase(zh: "驳回", en: "rejected")),
        (["release", "released"], Phrase(zh: "放弃", en: "released")),
        (["reopen", "reopened"], Phrase(zh: "重启", en: "reopened")),
        (["replaced"], Phrase(zh: "冲销", en: "replaced")),
        (["reply", "replied"], Phrase(zh: "回复", en: "replied to")),
        (["restored"], Phrase(zh: "恢复", en: "restored")),
        (["resume", "resumed"], Phrase(zh: "恢复", en: "resumed")),
        (["return", "returned"], Phrase(zh: "退回", en: "returned")),
        (["reveal", "revealed"], Phrase(zh: "查看", en: "revealed")),
        (["reversed"], Phrase(zh: "还原", en: "took back a change of")),
        (["review", "reviewed"], Phrase(zh: "评审", en: "reviewed")),
        (["revised"], Phrase(zh: "改版", en: "revised")),
        (["set"], Phrase(zh: "设定", en: "set the")),
        (["settled"], Phrase(zh: "计算", en: "settled")),
        (["started"], Phrase(zh: "启动", en: "started")),
        (["submit", "submitted"], Phrase(zh: "提交", en: "submitted")),
        (["suspend", "suspended"], Phrase(zh: "暂缓", en: "suspended")),
        (["terminate", "terminated"], Phrase(zh: "终止", en: "terminated")),
        (["transfer", "transferred"], Phrase(zh: "流转", en: "transferred")),
        (["unmerge", "unmerged"], Phrase(zh: "取消合并", en: "unmerged")),
        (["verify", "verified"], Phrase(zh: "核实", en: "verified")),
        (["contract"], Phrase(zh: "更新合同额", en: "counted the contract of")),
        (["decline", "declined"], Phrase(zh: "驳回会签", en: "declined the signing of")),
        (["void", "voided"], Phrase(zh: "作废", en: "voided")),
        (["waive", "waived"], Phrase(zh: "豁免", en: "waived")),
        (["withdraw", "withdrawn"], Phrase(zh: "撤回", en: "withdrew")),
    ]
}
