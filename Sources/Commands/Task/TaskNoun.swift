import ArgumentParser
import Labels

struct TaskNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "task", ["任务"], CommandHelp.task,
        subcommands: [
            TaskList.self, TaskShow.self, TaskSubmit.self, TaskAccept.self, TaskReturn.self, TaskWaive.self,
            TaskNext.self, TaskExplain.self,
        ])
}
