extension CommandHelp {
    public static let assign = Phrase(zh: "分派", en: "Assignment of leads")
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
}
