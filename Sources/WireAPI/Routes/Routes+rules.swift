extension Routes {
    public static let ruleList = Route(.get, "/v1/rules", verb: "rule.list", access: .read)
    public static let ruleShow = Route(.get, "/v1/rules/{id}", verb: "rule.show", access: .read)
    public static let ruleAdd = Route(.post, "/v1/rules/add", verb: "rule.add", access: .write)
    public static let ruleEdit = Route(.post, "/v1/rules/edit", verb: "rule.edit", access: .write)
    public static let ruleEnd = Route(.post, "/v1/rules/end", verb: "rule.end", access: .write)
    public static let rulePause = Route(.post, "/v1/rules/pause", verb: "rule.pause", access: .write)
    public static let ruleResume = Route(.post, "/v1/rules/resume", verb: "rule.resume", access: .write)
    public static let ruleBackfill = Route(.post, "/v1/rules/backfill", verb: "rule.backfill", access: .write)

    static let rules = [
        ruleList, ruleShow, ruleAdd, ruleEdit, ruleEnd,
        rulePause, ruleResume, ruleBackfill,
    ]
}
