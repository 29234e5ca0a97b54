import ArgumentParser
import HostSystem
import Labels

/// The language of help texts. The parser reads them from types, so it is one for the whole process.
enum HelpLanguage {
    static let current = Session.language(arguments: CommandLine.arguments, environment: .current)
}

extension ArgumentHelp {
    static func phrase(_ phrase: Phrase, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp("\(phrase[HelpLanguage.current])", valueName: valueName)
    }
}

extension CommandConfiguration {
    /// A verb or a noun: its word, the Chinese words for it, and what it does.
    static func named(
        _ name: String, _ aliases: [String], _ help: Phrase, discussion: Phrase? = nil,
        subcommands: [any ParsableCommand.Type] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: help[HelpLanguage.current],
            discussion: discussion?[HelpLanguage.current] ?? "", subcommands: subcommands,
            defaultSubcommand: defaultSubcommand, aliases: aliases)
    }
}
