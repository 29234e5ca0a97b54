/// What options and words mean, as `--help` says it.
public enum OptionHelp {
    public static let leadReturn = Phrase(zh: "退回补充事实，时限照计", en: "Send it back for facts; its clock goes on")
    public static let leadFeedback = Phrase(zh: "已向引荐人反馈", en: "The introducer was answered")

    public static let globalGroup = Phrase(zh: "通用选项", en: "Global options")
    public static let writeGroup = Phrase(zh: "写入选项", en: "Options of writes")
    public static let socket = Phrase(zh: "zsd 的套接字", en: "socket of zsd")
    public static let actingAs = Phrase(zh: "代表某人操作", en: "act with this officer's rights")
    public static let unit = Phrase(zh: "所指的机构", en: "the unit that is meant")
    public static let json = Phrase(zh: "输出一个 JSON 文档", en: "print one JSON document")
    public static let lang = Phrase(zh: "语言：zh 或 en", en: "language: zh or en")
    public static let commandID = Phrase(
        zh: "本次操作的编号，重发不会重复执行",
        en: "id of this command: sent twice, it is done once")
    public static let columns = Phrase(zh: "要显示的列", en: "columns to show")
    public static let output = Phrase(
        zh: "写入文件，格式由扩展名决定，可重复",
        en: "write to a file, in the format of its extension; may be repeated")
    public static let color = Phrase(zh: "颜色：auto、always、never", en: "colour: auto, always, never")
    public static let noColor = Phrase(zh: "不用颜色", en: "no colour")
    public static let quiet = Phrase(zh: "不显示进度", en: "do not show how far a long command is")
    public static let dryRun = Phrase(zh: "只显示会改什么，不写入", en: "show what would change and write nothing")
    public static let yes = Phrase(zh: "不再询问", en: "do not ask")
    public static let jsonAlone = Phrase(
        zh: "--json 已是完整文档，不能与 --columns、-o 同用；写 JSON 文件请用 -o 文件.json",
        en: "--json prints the whole document; leave out --columns and -o (for a file: -o FILE.json)")
}

// Words

extension OptionHelp {
    public static let id = Phrase(zh: "编号或代码", en: "id or code")
    public static let ids = Phrase(zh: "编号", en: "ids")
    public static let words = Phrase(zh: "词", en: "words")
    public static let filters = Phrase(
        zh: "筛选，如 state:open since:2026-09-01",
        en: "filters such as state:open since:2026-09-01")
    public static let limit = Phrase(zh: "最多行数", en: "at most so many rows")
    public static let limitPositive = Phrase(zh: "行数须为正数", en: "the number of rows must be positive")
    public static let capture = Phrase(zh: "正文、@名称、+标签、属性:值", en: "text, @name, +tag, key:value")
    public static let on = Phrase(zh: "业务日期", en: "business date")
    public static let zero = Phrase(zh: "零报告", en: "zero report: nothing to tell")
    public static let zeroAlone = Phrase(zh: "零报告不带内容", en: "a zero report has no words")
    public static let nothingToLog = Phrase(
        zh: "要记什么？（零报告用 --zero）",
        en: "nothing to write down (zero report: --zero)")
    public static let searchWords = Phrase(zh: "要找的词与筛选", en: "words to look for, and filters")
    public static let searchMore = Phrase(
        zh: "还有更多：加大 limit: 或缩小范围", en: "there is more: raise limit: or narrow the search")
    public static let reason = Phrase(zh: "原因", en: "reason")
    public static let narrative = Phrase(zh: "小结与 blockers: next: help:", en: "summary, and blockers: next: help:")
    public static let rule = Phrase(zh: "只看这条规则", en: "of this rule only")
    public static let level = Phrase(
        zh: "只看这一级：day week month quarter year",
        en: "of this level only: day week month quarter year")
    public static let taskOrRule = Phrase(zh: "任务编号，或规则编号", en: "a task, or a rule")
    public static let explainPeriod = Phrase(zh: "规则的时段", en: "period of the rule")
    public static let periodOrCurrent = Phrase(
        zh: "时段，如 2026-09、2026-W38、上月；不写为当前",
        en: "period such as 2026-09, 2026-W38, 上月; the current one when left out")
    public static let periodWord = Phrase(zh: "时段，如 2026-09", en: "period such as 2026-09")
    public static let otherPeriod = Phrase(zh: "另一时段", en: "another period")
    public static let kind = Phrase(zh: "day week month quarter year", en: "day week month quarter year")
    public static let figure = Phrase(zh: "数字的键，如 K6.count", en: "key of a figure: K6.count")
    public static let reportVersion = Phrase(zh: "第几版", en: "version of the issue")
}

// Calendar and clock

extension OptionHelp {
    public static let fromDateWord = Phrase(zh: "起始日期", en: "first date")
    public static let toDateWord = Phrase(zh: "截止日期", en: "last date")
    public static let dateWord = Phrase(zh: "日期", en: "date")
    public static let workingDayOffset = Phrase(zh: "工作日数，如 +3wd", en: "working days, such as +3wd")
    public static let roll = Phrase(
        zh: "following、preceding、modified-following、modified-preceding",
        en: "following, preceding, modified-following or modified-preceding")
    public static let owningPeriod = Phrase(zh: "不得越出的时段", en: "period the date must stay in")
    public static let nthNumber = Phrase(zh: "第几个；负数从末尾数", en: "number; from the end when negative")
    public static let calendarFile = Phrase(zh: "放假安排文件（JSON）", en: "file of a year's notice (JSON)")
    public static let clockTo = Phrase(zh: "推进到", en: "move to")
    public static let clockBy = Phrase(zh: "推进多久，如 3d、2h、30m", en: "move by, such as 3d, 2h, 30m")
    public static let toOrBy = Phrase(zh: "--to 与 --by 二选一", en: "give either --to or --by")
}

// Organisation and settings

extension OptionHelp {
    public static let attributes = Phrase(zh: "属性:值", en: "key:value")
    public static let fromPeriod = Phrase(zh: "从这一时段起", en: "from this period on")
    public static let toPeriod = Phrase(zh: "到这一时段止", en: "to this period")
    public static let thisPeriod = Phrase(
        zh: "只移动当前时段未提交任务的到期时间", en: "only move what is open and unsubmitted in the running period")
    public static let resumePolicy = Phrase(
        zh: "暂停期间：skip 免除，fill 全部补做，latest 只补最近一期",
        en: "the paused periods: skip waives them, fill asks for all, latest for the newest")
    public static let notify = Phrase(zh: "也发提醒", en: "remind of them, too")
    public static let untilPeriod = Phrase(zh: "最后一个时段；不写为当前", en: "last period; the current one when left out")
    public static let firstDay = Phrase(zh: "首日", en: "first day")
    public static let lastDay = Phrase(zh: "末日；不写为只一天", en: "last day; one day when left out")
    public static let removeStretch = Phrase(zh: "取消这一段", en: "take this stretch away")
    public static let settingKey = Phrase(zh: "设置的键", en: "key of the setting")
    public static let settingValue = Phrase(zh: "值", en: "value")
    public static let fromDate = Phrase(zh: "从这一天起", en: "from this date on")
    public static let profileName = Phrase(zh: "模板名", en: "name of the profile")
    public static let profileOrFile = Phrase(zh: "模板名或文件", en: "name of a profile, or a file")
    public static let targetWords = Phrase(
        zh: "unit:… year:… indicator:… annual:… q1:… m1:…",
        en: "unit:… year:… indicator:… annual:… q1:… m1:…")
    public static let indicator = Phrase(zh: "指标代码、键或名称：K7、K7.rate、履约率", en: "a code, key or name: K7, K7.rate, 履约率")
    public static let formulaInputs = Phrase(zh: "公式的输入：a=244 b=247", en: "inputs of the formula: a=244 b=247")
    public static let decimals = Phrase(zh: "小数位数，0 到 9", en: "decimals, 0 to 9")
    public static let supposition = Phrase(zh: "项目:阶段@日期[:金额]", en: "PROJECT:STAGE@DATE[:AMOUNT]")
    public static let matrixWords = Phrase(zh: "期间，key:K6.amount", en: "a period, key:K6.amount")
    public static let matrixBy = Phrase(
        zh: "unit officer chain industry region stage", en: "unit, officer, chain, industry, region or stage")
    public static let matrixStep = Phrase(zh: "列的期间", en: "what a column is")
    public static let matrixTarget = Phrase(zh: "加目标和完成率", en: "with targets and completion")
    public static let matrixAverage = Phrase(zh: "加期均值", en: "with the mean of the periods begun")
    public static let targetFilter = Phrase(zh: "年份，unit:…，indicator:…", en: "a year, unit:…, indicator:…")
}

// System

extension OptionHelp {
    public static let undoCount = Phrase(zh: "几次操作；不写为一次", en: "how many commands; one when left out")
    public static let rebuild = Phrase(zh: "由日志重新推导并比较", en: "derive everything again from the log and compare")
    public static let checkKind = Phrase(zh: "uscc、money、division、industry", en: "uscc, money, division or industry")
    public static let checkText = Phrase(zh: "要校验的文字", en: "the text to check")
    public static let nothingToCheck = Phrase(zh: "要校验什么？", en: "nothing to check")
}
