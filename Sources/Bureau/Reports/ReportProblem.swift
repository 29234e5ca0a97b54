import Labels

/// Refusals of the noun Reports.
enum ReportProblem {
    static func unknownKind(_ word: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "没有这种报告：\(word)", en: "no such kind of report: \(word)",
            hint: Phrase(zh: "可用：day week month quarter year", en: "one of: day week month quarter year"),
            details: ["kind": .text(word)])
    }
}
