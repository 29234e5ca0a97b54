import Labels
import WireAPI

/// What waits for somebody, most pressing first.
enum AgendaTable {
    static func page(_ agenda: AgendaRecord, in language: Language) -> Page {
        let parts = [
            (CommandHelp.overdueTitle, agenda.overdue), (CommandHelp.dueTitle, agenda.due),
            (CommandHelp.waitingTitle, agenda.waiting),
        ].filter { !$0.1.isEmpty }
        var page: [Page.Part] = parts.flatMap { title, tasks -> [Page.Part] in
            [.aside("\(title[language]) \(tasks.count)"), .table(TaskTable.of(tasks))]
        }
        if page.isEmpty { page.append(.aside(CommandHelp.nothingWaits[language])) }
        if !agenda.next.isEmpty {
            page += [.aside(CommandHelp.nextTitle[language]), .table(TaskTable.of(agenda.next))]
        }
        return Page(page)
    }
}
