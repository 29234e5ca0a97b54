extension CommandHelp {
    public static let notify = Phrase(zh: "通知渠道与送达", en: "Channels, and what became of messages")
    public static let notifyAdd = Phrase(zh: "新增渠道", en: "Add a channel")
    public static let notifyDiscussion = Phrase(
        zh: """
            kind: wecom dingtalk feishu webhook smtp command。令牌和密钥写进 zsd 的密钥目录，secret: 只写文件名。
            unit: officer: kinds: 决定谁的哪些消息走这里，不写即全部；离收件人最近的渠道优先。
              zs notify add ne-group kind:wecom secret:ne-group unit:bn-ne
              zs notify add wang-mail kind:smtp url:smtp://mail.example.cn:587 secret:mail from:zs@example.cn to:wang@example.cn officer:O-3
              zs notify add wall kind:command run:/usr/local/bin/wall-screen kinds:escalation
            """,
        en: """
            kind: wecom dingtalk feishu webhook smtp command. Tokens and secrets go into zsd's directory of secrets; secret: names the file.
            unit: officer: kinds: say whose messages of what kind go this way, all when left out; the channel nearest to the recipient is taken.
              zs notify add ne-group kind:wecom secret:ne-group unit:bn-ne
              zs notify add wang-mail kind:smtp url:smtp://mail.example.cn:587 secret:mail from:zs@example.cn to:wang@example.cn officer:O-3
              zs notify add wall kind:command run:/usr/local/bin/wall-screen kinds:escalation
            """)
    public static let notifyEdit = Phrase(zh: "修改渠道；active:no 停用", en: "Change a channel; active:no switches it off")
    public static let notifyList = Phrase(zh: "列出渠道", en: "List channels")
    public static let notifyTest = Phrase(zh: "发一条测试消息，显示渠道的答复", en: "Send a test, and show what the channel says")
    public static let notifyLog = Phrase(zh: "消息的送达记录", en: "What became of each message")
    public static let notifyRetry = Phrase(zh: "重发死信", en: "Send dead letters again")
}

extension CommandHelp {
    public static let watch = Phrase(
        zh: "实时跟踪待办：有变化即刷新，Ctrl-C 结束", en: "Follow what waits for me as it changes; Ctrl-C ends it")
    public static let calendarFeed = Phrase(zh: "日历订阅文件：-o 文件.ics", en: "A calendar to subscribe to: -o FILE.ics")
    public static let overdueTitle = Phrase(zh: "已逾期", en: "Overdue")
    public static let dueTitle = Phrase(zh: "今天到期", en: "Due today")
    public static let waitingTitle = Phrase(zh: "等我处理", en: "Waiting for me")
    public static let nextTitle = Phrase(zh: "接下来", en: "Next")
    public static let nothingWaits = Phrase(zh: "没有待办。", en: "Nothing is waiting.")
}

extension OptionHelp {
    public static let feedOfficer = Phrase(zh: "此人的任务", en: "tasks of this officer")
    public static let watch = Phrase(zh: "持续跟踪", en: "go on showing it as it changes")
    public static let channel = Phrase(zh: "渠道的代码或编号", en: "code or id of the channel")
    public static let channelAndWords = Phrase(zh: "渠道，然后要改的内容", en: "the channel, then what to change")
    public static let deadLetters = Phrase(
        zh: "notify log 中的序号，或 all；channel:… 只重发该渠道的",
        en: "numbers from notify log, or all; channel:… for those of one channel")
}
