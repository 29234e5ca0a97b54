/// What nouns and verbs do, as `--help` says it.
public enum CommandHelp {
    public static let zs = Phrase(
        zh: "招商工作台：记一次，报表自来",
        en: "The workflow of an investment-promotion bureau: enter a fact once, every report follows")
    public static let zsDiscussion = Phrase(
        zh: """
            名词与动词都有中文：zs 日志 列表，zs 今天，zs 记 "走访渝新能源" +走访。
            查看主题：zs help exit-codes | capture | dates | ids | output | environment。
            """,
        en: """
            Nouns and verbs have Chinese words too: zs 日志 列表, zs 今天, zs 记 "走访渝新能源" +走访.
            Topics: zs help exit-codes | capture | dates | ids | output | environment.
            """)
    public static let dailyGroup = Phrase(zh: "每天", en: "Every day")
    public static let workGroup = Phrase(zh: "工作", en: "Work")
    public static let houseGroup = Phrase(zh: "机构与系统", en: "Organisation and system")
}

// Every day

extension CommandHelp {
    public static let log = Phrase(zh: "用一行话记下今天做的事", en: "Write a line of the day")
    public static let logDiscussion = Phrase(
        zh: """
            @名称 关联单位、人员，+标签，amount:3.2亿 等属性；带空格的词是正文。见 zs help capture。
              zs log "走访渝新能源，商定11月签约" @渝新能源 amount:3.2亿 +走访
              zs log --zero          今天零报告
              zs log --on 昨天 "补记：陪同考察园区"
            """,
        en: """
            @name links a unit or an officer, +tag tags, amount:3.2亿 and other keys are attributes; a word with a space is text. See zs help capture.
              zs log "走访渝新能源，商定11月签约" @渝新能源 amount:3.2亿 +走访
              zs log --zero          nothing to report today
              zs log --on yesterday "showed investors the park"
            """)
    public static let today = Phrase(zh: "今天：待办，然后是日盘点", en: "What is due, overdue and waiting, then today's inventory")
    public static let week = Phrase(zh: "周汇总", en: "The week's consolidation")
    public static let month = Phrase(zh: "月通报", en: "The month's report")
    public static let quarter = Phrase(zh: "季活动", en: "The quarter's activities")
    public static let year = Phrase(zh: "年部署", en: "The year's deployment")
    public static let undo = Phrase(zh: "撤销自己最近的操作", en: "Take back your newest commands")
    public static let redo = Phrase(zh: "重做刚撤销的操作", en: "Do again what was just taken back")
    public static let history = Phrase(zh: "一条记录的来历", en: "The course of one record")
}

extension CommandHelp {
    public static let search = Phrase(zh: "搜索企业、线索、项目和日志", en: "Search enterprises, leads, projects and entries")
    public static let searchDiscussion = Phrase(
        zh: """
            每个词都要出现，长短不限；全角半角、大小写不分。筛选：kind: unit: since: until: period: limit:。
              zs search 固态电池 巴南 kind:项目,线索 since:2026-01-01
            """,
        en: """
            Every word must occur; a word may be of any length, width and case. Filters: kind: unit: since: until: period: limit:.
              zs search 固态电池 巴南 kind:project,lead since:2026-01-01
            """)
}

// Entries and tasks

extension CommandHelp {
    public static let entry = Phrase(zh: "日志", en: "Lines of officers' days")
    public static let entryList = Phrase(zh: "列出日志", en: "List entries")
    public static let entryShow = Phrase(zh: "查看一条日志", en: "Show an entry")
    public static let entryEdit = Phrase(zh: "修改一条日志", en: "Change an entry")
    public static let entryWithdraw = Phrase(zh: "撤回日志", en: "Withdraw entries")
    public static let task = Phrase(zh: "任务", en: "What has to be done by when")
    public static let taskList = Phrase(zh: "列出任务", en: "List tasks")
    public static let taskShow = Phrase(zh: "查看一项任务", en: "Show a task")
    public static let taskSubmit = Phrase(zh: "提交任务", en: "Submit a task")
    public static let taskSubmitDiscussion = Phrase(
        zh: """
            补充内容：blockers:"…" next:"…" help:"…"，其余的词是小结。
              zs task submit T-12 "本周签约两个项目" next:"下周一对接园区"
            """,
        en: """
            Add blockers:"…" next:"…" help:"…"; other words are the summary.
              zs task submit T-12 "two agreements signed" next:"meet the park on Monday"
            """)
    public static let taskAccept = Phrase(zh: "通过提交的任务", en: "Accept submitted tasks")
    public static let taskReturn = Phrase(zh: "退回提交的任务", en: "Return submitted tasks")
    public static let taskWaive = Phrase(zh: "免除任务", en: "Waive tasks")
    public static let taskNext = Phrase(zh: "接下来会产生的任务", en: "Tasks to come")
    public static let taskExplain = Phrase(zh: "说明任务何时到期、为什么", en: "Why a task is due when it is")
}

// Reports and targets

extension CommandHelp {
    public static let report = Phrase(zh: "报告", en: "Reports and their issues")
    public static let reportShow = Phrase(zh: "查看报告", en: "Show a report")
    public static let reportPreview = Phrase(zh: "预览下一期现在会说什么", en: "What the next issue would say now")
    public static let reportList = Phrase(zh: "列出各期报告", en: "List the issues")
    public static let reportFreeze = Phrase(zh: "冻结报告", en: "Freeze a report")
    public static let reportReissue = Phrase(zh: "重发已冻结的报告", en: "Issue a frozen report again")
    public static let reportVerify = Phrase(zh: "核验已冻结的报告", en: "Verify a frozen report")
    public static let reportExplain = Phrase(zh: "一个数字由哪些记录得来", en: "The rows behind a figure")
    public static let reportDiff = Phrase(zh: "比较两期的数字", en: "Compare the figures of two periods")
    public static let freezeWarning = Phrase(zh: "冻结和重发不能撤销。", en: "Freezing and issuing again cannot be undone.")
    public static let target = Phrase(zh: "目标", en: "Targets")
    public static let targetSet = Phrase(zh: "设定目标", en: "Set a target")
    public static let targetDiscussion = Phrase(
        zh: """
            键：unit year indicator annual q1…q4 m1…m12；前四个也可依次只写值。未写的季、月平均分摊。
              zs target set unit:bn-ne year:2026 indicator:entries.count annual:1200 q1:300
            """,
        en: """
            Keys: unit year indicator annual q1…q4 m1…m12; the first four may be values alone, in this order.
            Quarters and months that are left out are split evenly.
              zs target set unit:bn-ne year:2026 indicator:entries.count annual:1200 q1:300
            """)
    public static let indicator = Phrase(zh: "指标", en: "Indicators, their definitions and formulas")
    public static let indicatorList = Phrase(zh: "列出全部指标", en: "List every indicator")
    public static let indicatorShow = Phrase(zh: "查看指标的口径和公式", en: "Show what an indicator means")
    public static let indicatorEval = Phrase(zh: "按公式计算", en: "Reckon an indicator from its inputs")
    public static let indicatorEvalDiscussion = Phrase(
        zh: """
            输入按公式的次序命名为 a、b、…；精确计算，四舍五入；分母为零时没有数值，显示“—”。
              zs indicator eval K7 a=244 b=247 --decimals 1
              zs 指标 计算 序时进度差 a=1005136 b=800000 m=10
            """,
        en: """
            Inputs are called a, b, … in the order of the formula; exact, half up; a zero denominator has no value and shows “—”.
              zs indicator eval K7 a=244 b=247 --decimals 1
              zs indicator eval K14.gap a=1005136 b=800000 m=10
            """)
    public static let reportWhatIf = Phrase(zh: "假设某事发生，报告会怎样", en: "What a report would say if something happened")
    public static let reportWhatIfDiscussion = Phrase(
        zh: """
            只列会变的数和名次，不写入任何内容；日期可以在将来。
              zs report what-if month 2026-11 P-17:started@2026-11-28
              zs report what-if month 2026-11 P-17:signed@2026-11-20:3.5亿 P-18:funds@2026-11-28:1亿
            """,
        en: """
            Lists the figures and ranks that would be others and writes nothing; dates may lie in the future.
              zs report what-if month 2026-11 P-17:started@2026-11-28
              zs report what-if month 2026-11 P-17:signed@2026-11-20:3.5亿 P-18:funds@2026-11-28:1亿
            """)
    public static let matrix = Phrase(zh: "指标按维度和期间分列", en: "Indicators by a dimension and by periods")
    public static let matrixDiscussion = Phrase(
        zh: """
            只列可以相加的指标；不写期间为本年，不写指标为签约项目数、合同额和到位资金。
              zs matrix --by unit --monthly --target 2026 key:K6.amount key:K13.amount
              zs 矩阵 --by industry --quarterly -o 行业.csv
            """,
        en: """
            Only sums; without a period the running year, without a key signed projects, contracts and funds.
              zs matrix --by unit --monthly --target 2026 key:K6.amount key:K13.amount
              zs matrix --by industry --quarterly -o industry.csv
            """)
    public static let rank = Phrase(zh: "赛马排名", en: "Ranking within rank groups")
    public static let rankDiscussion = Phrase(
        zh: """
            在排名组内按综合分排名；并列同名次，下一名次空出；每项封顶；没有目标的不排名并注明。
            分值和权重：zs setting show race.marks、index.weights。
            """,
        en: """
            By score within rank groups; ties share a rank and the next is skipped; each item is capped; a unit without a target is not ranked, with a note.
            Marks and weights: zs setting show race.marks, index.weights.
            """)
    public static let targetTree = Phrase(zh: "按机构分解的目标", en: "The year's targets by unit")
}

// Calendar and rules

extension CommandHelp {
    public static let calendar = Phrase(zh: "法定工作日历", en: "The calendar of statutory working days")
    public static let calendarShow = Phrase(zh: "查看一个时段", en: "Show a period")
    public static let calendarDue = Phrase(zh: "若干工作日之后是哪天", en: "The date a number of working days later")
    public static let calendarCount = Phrase(zh: "两个日期之间的工作日", en: "Working days between two dates")
    public static let calendarRoll = Phrase(zh: "日期顺延到哪个工作日", en: "The working day a date rolls to")
    public static let calendarNth = Phrase(zh: "时段的第几个工作日", en: "A period's working day by number")
    public static let calendarImport = Phrase(zh: "导入一年的放假安排", en: "Import a year's notice")
    public static let calendarImportWarning = Phrase(zh: "导入日历不能撤销。", en: "Importing a calendar cannot be undone.")
    public static let calendarYears = Phrase(zh: "已有的年份", en: "The years that are known")
    public static let rule = Phrase(zh: "规则", en: "Rules: work that comes back")
    public static let ruleList = Phrase(zh: "列出规则", en: "List rules")
    public static let ruleShow = Phrase(zh: "查看一条规则", en: "Show a rule")
    public static let ruleAdd = Phrase(zh: "新增规则", en: "Add a rule")
    public static let ruleEdit = Phrase(zh: "修改规则，从下一时段起", en: "Revise a rule from the next period on")
    public static let ruleEnd = Phrase(zh: "结束规则", en: "End a rule")
    public static let rulePause = Phrase(zh: "暂停规则", en: "Pause a rule")
    public static let ruleResume = Phrase(zh: "恢复规则，并处理暂停期间的任务", en: "Resume a rule, and settle the paused periods")
    public static let ruleBackfill = Phrase(zh: "补建过去期间缺少的任务", en: "Make tasks that are absent in past periods")
    public static let ruleDiscussion = Phrase(
        zh: """
            键：code name name_en level product scope officers units due roll wait catchup。
              zs rule add code:bn.weekly level:week product:consolidation scope:bn units:taskForce "due:workday -1 at 16:00"
            """,
        en: """
            Keys: code name name_en level product scope officers units due roll wait catchup.
              zs rule add code:bn.weekly level:week product:consolidation scope:bn units:taskForce "due:workday -1 at 16:00"
            """)
}

// Organisation

extension CommandHelp {
    public static let unit = Phrase(zh: "机构", en: "Units of the bureau")
    public static let unitAdd = Phrase(zh: "新增机构", en: "Add a unit")
    public static let unitList = Phrase(zh: "列出机构", en: "List units")
    public static let unitShow = Phrase(zh: "查看机构", en: "Show a unit")
    public static let unitEdit = Phrase(zh: "修改机构", en: "Change a unit")
    public static let unitDiscussion = Phrase(
        zh: """
            键：code kind name name_en parent division circle chain rank_group active。
              zs unit add code:bn-ne kind:taskForce name:新能源专班 parent:bn chain:新能源
            """,
        en: """
            Keys: code kind name name_en parent division circle chain rank_group active.
              zs unit add code:bn-ne kind:taskForce name:新能源专班 parent:bn chain:新能源
            """)
    public static let officer = Phrase(zh: "人员", en: "Officers")
    public static let officerAdd = Phrase(zh: "新增人员", en: "Add an officer")
    public static let officerList = Phrase(zh: "列出人员", en: "List officers")
    public static let officerShow = Phrase(zh: "查看人员", en: "Show an officer")
    public static let officerEdit = Phrase(zh: "修改人员", en: "Change an officer")
    public static let officerLeave = Phrase(zh: "登记请假", en: "Record leave")
    public static let officerDeactivate = Phrase(zh: "停用人员", en: "Deactivate an officer")
    public static let officerRoster = Phrase(zh: "登记值班", en: "Put an officer on duty")
    public static let officerDiscussion = Phrase(
        zh: """
            键：code name name_en unit role uid capacity skill。
              zs officer add code:bn-ne-1 name:李明 unit:bn-ne role:officer uid:1001
            """,
        en: """
            Keys: code name name_en unit role uid capacity skill.
              zs officer add code:bn-ne-1 name:李明 unit:bn-ne role:officer uid:1001
            """)
    public static let setting = Phrase(zh: "设置", en: "Settings that decide something")
    public static let settingList = Phrase(zh: "列出设置", en: "List settings")
    public static let settingShow = Phrase(zh: "查看一项设置", en: "Show a setting")
    public static let settingSet = Phrase(zh: "设定一项设置", en: "Set a setting")
    public static let profile = Phrase(zh: "工作模板", en: "Profiles: ways of working")
    public static let profileList = Phrase(zh: "列出模板", en: "List profiles")
    public static let profileShow = Phrase(zh: "查看模板", en: "Show a profile")
    public static let profileApply = Phrase(zh: "应用模板", en: "Apply a profile")
}

// System

extension CommandHelp {
    public static let clock = Phrase(zh: "时钟", en: "The daemon's clock")
    public static let clockShow = Phrase(zh: "查看时钟", en: "Show the clock")
    public static let clockAdvance = Phrase(zh: "推进虚拟时钟", en: "Move a virtual clock")
    public static let clockAccept = Phrase(zh: "认可当前时间", en: "Accept a suspect time")
    public static let clockWarning = Phrase(zh: "时钟的操作不能撤销。", en: "Acts on the clock cannot be undone.")
    public static let audit = Phrase(zh: "审计", en: "The log of events")
    public static let auditVerify = Phrase(zh: "核验日志的哈希链", en: "Verify the log's chain of hashes")
    public static let auditShow = Phrase(zh: "查看事件", en: "Show events")
    public static let doctor = Phrase(zh: "检查数据库", en: "Examine the store")
    public static let status = Phrase(zh: "服务状态", en: "What the daemon is doing")
    public static let version = Phrase(zh: "版本", en: "Versions of client and daemon")
    public static let whoami = Phrase(zh: "服务认为我是谁", en: "Whom the daemon takes you for")
    public static let check = Phrase(
        zh: "校验信用代码、金额、区划、行业",
        en: "Check a credit code, an amount, a division or an industry")
}
