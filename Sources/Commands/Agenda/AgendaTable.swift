import Labels
import WireAPI

/// What waits for somebody, most pressing first.
enum AgendaTable {
    static func page(_ agenda: AgendaRecord, in language: Language) -> Page {
        let parts = [
            (CommandHelp.overdueTitle, agenda.overdue), (CommandHelp.dueTitle, agenda.due),
            (CommandHelp.waitingTitle, agenda.waiting),
        ].filter { !$0.1.isEmpty }
        guard !parts.isEmpty else { return Page(.aside(CommandHelp.nothingWaits[language])) }
        return Page(
            parts.flatMap { title, tasks -> [Page.Part] in
                [.aside("\(title[language]) \(tasks.count)"), .table(TaskTable.of(tasks))]
            })
    }
}
