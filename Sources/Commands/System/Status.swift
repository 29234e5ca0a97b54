import ArgumentParser
import Labels
import WireAPI

struct Status: DaemonCommand {
    static let configuration = CommandConfiguration.named("status", ["状态"], CommandHelp.status)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.status)
    }

    func page(_ document: StatusDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("version", .text(document.version)), PageField("protocol", .integer(document.protocolNumber)),
                PageField("now", .instant(document.now)), PageField("virtual_clock", .flag(document.virtualClock)),
                PageField("uptime_seconds", .integer(document.uptimeSeconds)),
                PageField("tasks.open", .integer(document.tasks.open)),
                PageField("tasks.overdue", .integer(document.tasks.overdue)),
                PageField("scheduler.clock", .code(document.scheduler.clock)),
                PageField("scheduler.clock_shows", .instant(document.scheduler.clockShows)),
                PageField("scheduler.watermark", .instant(document.scheduler.watermark)),
                PageField("scheduler.next_event_at", .instant(document.scheduler.nextEventAt)),
                PageField("database.events", .integer(document.database.events)),
                PageField("database.bytes", .integer(document.database.bytes)),
            ]))
    }
}
