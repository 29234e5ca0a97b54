// Imports and exports

extension CommandHelp {
    public static let importNoun = Phrase(zh: "导入 CSV 或 XLSX 台账", en: "Import CSV and XLSX ledgers")
    public static let importPlan = Phrase(zh: "读入文件，生成导入计划（默认动作）", en: "Read a file and plan its import")
    public static let importPlanDiscussion = Phrase(
        zh: """
            先计划，后执行：计划逐行说明新增、变更、重复和拒绝，不写入任何记录。
              zs import entries 台账.csv
              zs import apply I-1
            列名不认识时：--map 列名=字段；不导入某列：--map 列名=-
            名称与已有的相近时，计划会问：不是同一家 --accept-near 行,行；是同一家 --same 行=E-12
            """,
        en: """
            First a plan, which says of each row what it comes to and writes nothing; then its application.
              zs import entries ledger.csv
              zs import apply I-1
            For titles that are not known: --map TITLE=field; to leave a column out: --map TITLE=-
            Where a name is near a known one the plan asks: another one is meant, --accept-near ROW,ROW; the same,
            --same ROW=E-12
            """)
    public static let importApply = Phrase(zh: "执行导入计划", en: "Apply a plan")
    public static let importList = Phrase(zh: "列出导入计划", en: "List plans")
    public static let importShow = Phrase(zh: "查看导入计划", en: "Show a plan")
    public static let export = Phrase(zh: "导出可再导入的表格", en: "Export a table that can be imported again")
    public static let exportDiscussion = Phrase(
        zh: """
            例如：zs export entries -o 日志.csv
            """,
        en: """
            For example: zs export entries -o entries.csv
            """)
}

extension OptionHelp {
    public static let importKind = Phrase(
        zh: "种类：enterprises leads projects funds entries targets officers",
        en: "what the rows are: enterprises, leads, projects, funds, entries, targets or officers")
    public static let importFile = Phrase(
        zh: "CSV 或 XLSX 文件；- 为标准输入", en: "a CSV or XLSX file; - for standard input")
    public static let importMap = Phrase(zh: "列名=字段，可重复", en: "which field a column is; may be repeated")
    public static let importSheet = Phrase(zh: "工作表名", en: "sheet of a workbook; its first when left out")
    public static let importAcceptNear = Phrase(
        zh: "名称相近、但确为另一个的行号", en: "rows whose names are near known ones, but mean others")
    public static let importSame = Phrase(
        zh: "这一行就是已有的记录或前面的行，可重复", en: "the record, or the earlier row, that a row is about; may be repeated")
    public static let importYear = Phrase(zh: "没有写年份的日期属于这一年", en: "the year of days that are written without one")
    public static let exportKind = Phrase(zh: "种类，或 all", en: "what to export, or all")
    public static let plan = Phrase(zh: "导入计划编号", en: "id of a plan")
}
