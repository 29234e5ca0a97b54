/// What freezing or issuing again adds to a write's answer.
public struct ReportIssueDetail: WriteDetail {
    public static let schema = "zhaoshang/report-issue.v1"

    public var report: ReportRecord

    public init(report: ReportRecord) {
        self.report = report
    }
}
