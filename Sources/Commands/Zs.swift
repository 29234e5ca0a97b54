import ArgumentParser
import Labels
import WireAPI

/// The root of all commands.
struct Zs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zs",
        abstract: CommandHelp.zs[HelpLanguage.current],
        discussion: CommandHelp.zsDiscussion[HelpLanguage.current],
        version: "zs \(BuildVersion.current) (protocol \(ProtocolVersion.current))",
        groupedSubcommands: [
            CommandGroup(
                name: CommandHelp.dailyGroup[HelpLanguage.current],
                subcommands: [
                    Log.self, Search.self, Today.self, Watch.self, Week.self, Month.self, Quarter.self, Year.self,
                    Undo.self,
                    Redo.self,
                    Status.self,
                ]),
            CommandGroup(
                name: CommandHelp.workGroup[HelpLanguage.current],
                subcommands: [
                    EnterpriseNoun.self, ContactNoun.self,
                    EntryNoun.self, LeadNoun.self, ClaimNoun.self, TaskNoun.self,
                    ReportNoun.self, TargetNoun.self, CalendarNoun.self,
                    Check.self,
                    IndicatorNoun.self, Matrix.self, Rank.self,
                    AssignNoun.self,
                    ProjectNoun.self, AgreementNoun.self, FundsNoun.self, CommitmentNoun.self, MilestoneNoun.self,
                    DirectiveNoun.self, CampaignNoun.self,
                    ImportNoun.self, Export.self,
                ]),
            CommandGroup(
                name: CommandHelp.houseGroup[HelpLanguage.current],
                subcommands: [
                    UnitNoun.self, OfficerNoun.self, RuleNoun.self, SettingNoun.self, ProfileNoun.self,
                    ClockNoun.self, NotifyNoun.self, History.self, AuditNoun.self, Doctor.self, Whoami.self,
                    Version.self,
                ]),
        ])
}
