import ArgumentParser
import Labels
import WireAPI

struct Doctor: DaemonCommand {
    static let configuration = CommandConfiguration.named("doctor", ["自检"], CommandHelp.doctor)

    @Flag(name: .customLong("rebuild"), help: .phrase(OptionHelp.rebuild))
    var isRebuild = false

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func isNegative(_ document: DoctorDocument) -> Bool { !document.ok }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(isRebuild ? Routes.doctorRebuild : Routes.doctor)
    }

    func page(_ document: DoctorDocument, in language: Language) -> Page {
        var parts: [Page.Part] = [
            .table(
                PageTable(
                    document.checks,
                    [
                        PageColumn("name") { .text($0.name) }, PageColumn("ok") { .flag($0.ok) },
                        PageColumn("text", shrinkable: true) { .text($0.text) },
                    ]))
        ]
        if let difference = document.firstDifference {
            parts.append(.fields([PageField("first_difference", .text(difference))]))
        }
        return Page(parts)
    }
}
