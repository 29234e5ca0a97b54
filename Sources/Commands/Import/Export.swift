import ArgumentParser
import Labels
import WireAPI

struct Export: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "export", ["导出"], CommandHelp.export, discussion: CommandHelp.exportDiscussion)

    @Argument(help: .phrase(OptionHelp.exportKind, valueName: "kind"))
    var kind: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.export, parameters: ["kind": kind])
    }

    func page(_ document: ExportDocument, in language: Language) -> Page {
        Page(
            document.tables.map { table in
                let columns = table.columns.enumerated().map { index, column in
                    PageColumn<[WireValue]>(column.field, shrinkable: true) { row in
                        guard case .integer(let number) = row[index] else { return .value(row[index]) }
                        return column.unit == "yuan" ? .yuan(number) : .integer(number)
                    }
                }
                return .table(PageTable(table.rows, columns))
            })
    }
}
