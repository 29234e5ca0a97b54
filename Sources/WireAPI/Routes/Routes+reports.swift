extension Routes {
    public static let today = Route(.get, "/v1/today", verb: "today", access: .read)
    public static let watch = Route(.get, "/v1/watch", verb: "watch", access: .read)
    public static let reportList = Route(.get, "/v1/reports", verb: "report.list", access: .read)
    public static let reportShow = Route(.get, "/v1/reports/{kind}/{period}", verb: "report.show", access: .read)
    public static let reportPreview = Route(
        .get, "/v1/reports/{kind}/{period}/preview", verb: "report.preview", access: .read)
    public static let reportVerify = Route(
        .get, "/v1/reports/{kind}/{period}/verify", verb: "report.verify", access: .read)
    public static let reportExplain = Route(
        .get, "/v1/reports/{kind}/{period}/explain/{figure}", verb: "report.explain", access: .read)
    public static let reportDiff = Route(
        .get, "/v1/reports/{kind}/{period}/diff/{other}", verb: "report.diff", access: .read)
    public static let reportWhatIf = Route(
        .get, "/v1/reports/{kind}/{period}/what-if", verb: "report.what-if", access: .read)
    public static let reportFreeze = Route(.post, "/v1/reports/freeze", verb: "report.freeze", access: .write)
    public static let reportReissue = Route(.post, "/v1/reports/reissue", verb: "report.reissue", access: .write)

    static let reports = [
        today, watch, reportList, reportShow, reportPreview, reportVerify, reportExplain, reportDiff, reportFreeze,
        reportReissue,
        reportWhatIf,
    ]
}
