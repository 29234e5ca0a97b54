import ArgumentParser
import Labels
import WireAPI

struct CommitmentList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.commitmentList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.commitmentList, list: list)
    }

    func page(_ document: CommitmentsDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.commitments(document.commitments)))
    }
}
