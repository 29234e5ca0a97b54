import ArgumentParser
import Labels

struct ProjectNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "project", ["项目"], CommandHelp.project,
        subcommands: [
            ProjectList.self, ProjectShow.self, ProjectBrief.self, ProjectAdd.self, ProjectEdit.self,
            ProjectAdvance.self, ProjectDecline.self, ProjectReview.self, ProjectCorrect.self, ProjectSuspend.self,
            ProjectResume.self,
            ProjectTerminate.self,
        ])
}
