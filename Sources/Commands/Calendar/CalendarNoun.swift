import ArgumentParser
import Labels

struct CalendarNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "calendar", ["日历"], CommandHelp.calendar,
        subcommands: [
            CalendarShow.self, CalendarDue.self, CalendarCount.self, CalendarRoll.self, CalendarNth.self,
            CalendarImport.self, CalendarFeed.self, CalendarYears.self,
        ])
}
