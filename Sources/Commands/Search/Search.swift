import ArgumentParser
import Labels
import WireAPI

struct Search: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "search", ["搜索", "找"], CommandHelp.search, discussion: CommandHelp.searchDiscussion)

    @Argument(help: .phrase(OptionHelp.searchWords, valueName: "words"))
    var words: [String]

    @Option(name: [.customShort("n"), .customLong("limit")], help: .phrase(OptionHelp.limit, valueName: "rows"))
    var limit: Int?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.search, words: words, options: ["limit": .value(limit.map(String.init))])
    }

    func page(_ document: SearchDocument, in language: Language) -> Page {
        let table = PageTable(
            document.found,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("date") { .text($0.date) },
                PageColumn("unit", shrinkable: true) {
                    .text([$0.unit, $0.unitName].compactMap(\.self).joined(separator: " "))
                },
                PageColumn("snippet", shrinkable: true) { .text($0.snippet) },
            ])
        let more = document.hasMore == true ? [Page.Part.aside(OptionHelp.searchMore[language])] : []
        return Page([.table(table)] + more)
    }
}
