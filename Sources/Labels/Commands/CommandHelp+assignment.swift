extension CommandHelp {
    public static let leadAssign = Phrase(zh: "分派线索，或交给指定人员", en: "Assign leads by the rules, or to somebody")
    public static let leadAssignDiscussion = Phrase(
        zh: """
            不写人员时按规则分派：企业或集团的负责人 → 首谈机构 → 规则表 → 本机构中负载最低者；无人可派时交值班人员并告警。
            改派须写事由。

              zs lead assign L-7
              zs lead assign L-7 bn-ne-2 --reason 专业对口
            """,
        en: """
            Without an officer the rules decide: who owns the enterprise or its group, the unit of the first-talk claim, the
            rule table, then the least loaded of the unit; with nobody left the officer on duty, and an alarm. Taking a lead
            from somebody needs a reason.

              zs lead assign L-7
              zs lead assign L-7 bn-ne-2 --reason expert
            """)
    public static let assign = Phrase(zh: "分派", en: "Assignment of leads")
    public static let assignRun = Phrase(zh: "整批分派所有未分派的线索", en: "Assign every lead that has no owner, at once")
    public static let assignRunDiscussion = Phrase(
        zh: "先求分派最多，再求加权成本最小；权重见设置 assignment.weights。--dry-run 只看不写。",
        en:
            "Most leads first, then the least weighted cost over all of them; the weights are the setting assignment.weights. --dry-run shows it and writes nothing."
    )
    public static let assignSimulate = Phrase(zh: "试算一条线索会分给谁", en: "Show who would get a lead, and why")
    public static let assignExplain = Phrase(zh: "查看一次分派的理由", en: "Show why somebody got a lead")
    public static let assignFairness = Phrase(zh: "负载与分派是否均衡", en: "How evenly leads are spread")
    public static let assignSolve = Phrase(zh: "求解一个成本矩阵", en: "Solve an explicit matrix of costs")
    public static let assignSolveDiscussion = Phrase(
        zh: """
            文件为 {"cost":[[4,1,null],[2,0,5]],"capacity":[1,1,2]}：行是线索，列是人员，成本为整数，null 表示不可分派；
            省略 capacity 时每列一行。先求配对最多，再求总成本最小；同样好时，行号小者得列号小者。行列从 0 起。
            """,
        en: """
            The file is {"cost":[[4,1,null],[2,0,5]],"capacity":[1,1,2]}: rows are leads, columns officers, costs whole
            numbers, null forbids a pair; without capacity each column takes one row. Most pairs come first, then the
            least total; of equally good solutions the one that gives the lowest row the lowest column. Rows and columns
            count from 0.
            """)
}

extension OptionHelp {
    public static let assignmentProblem = Phrase(
        zh: "成本矩阵文件（JSON），- 为标准输入", en: "file of the matrix (JSON), - for standard input")
    public static let leadID = Phrase(zh: "线索编号", en: "id of a lead")
    public static let leadOrAssignment = Phrase(zh: "线索或分派的编号", en: "id of a lead or of an assignment")
    public static let fairnessFilter = Phrase(zh: "unit:机构 days:30", en: "unit:U days:30")
    public static let assignRunFilter = Phrase(
        zh: "unit:机构，默认本机构及以下", en: "unit:U, by default the own one and all below it")
    public static let leadAssignWords = Phrase(zh: "线索编号，最后可写人员", en: "ids of leads, then an officer if you choose one")
    public static let takesOver = Phrase(
        zh: "接手其未结线索的人员，默认按规则分派", en: "who takes over the open leads; by default the rules decide")
    public static let assignReason = Phrase(zh: "事由；改派时必填", en: "why; needed to take a lead from somebody")
}
