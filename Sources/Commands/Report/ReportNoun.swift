import ArgumentParser
import Labels

struct ReportNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "report", ["报告"], CommandHelp.report,
        subcommands: [
            ReportShow.self, ReportPreview.self, ReportList.self, ReportFreeze.self, ReportReissue.self,
            ReportVerify.self, ReportExplain.self, ReportWhatIf.self, ReportDiff.self,
        ])
}
