import ArgumentParser
import Labels
import WireAPI

struct AssignSolve: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "solve", ["求解"], CommandHelp.assignSolve, discussion: CommandHelp.assignSolveDiscussion)

    @Option(help: .phrase(OptionHelp.assignmentProblem, valueName: "file"), completion: .file(extensions: ["json"]))
    var problem: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.assignSolve, bytes: try InputFile.bytes(problem))
    }

    func page(_ document: AssignmentSolutionDocument, in language: Language) -> Page {
        Page([
            .fields([
                PageField("total", .integer(document.total)), PageField("pairs", .integer(document.pairs.count)),
                PageField("unassigned", .integer(document.unassigned.count)),
            ]),
            .table(AssignTable.of(document)),
        ])
    }
}
