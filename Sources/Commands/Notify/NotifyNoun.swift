import ArgumentParser
import Labels

struct NotifyNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "notify", ["通知"], CommandHelp.notify,
        subcommands: [
            NotifyAdd.self, NotifyEdit.self, NotifyList.self, NotifyTest.self, NotifyLog.self, NotifyRetry.self,
        ])
}
