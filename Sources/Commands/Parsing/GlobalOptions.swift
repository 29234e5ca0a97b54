import ArgumentParser
import Labels

/// Options of every command that asks the daemon. They may stand before the noun, too.
struct GlobalOptions: ParsableArguments {
    @Option(help: .phrase(OptionHelp.socket, valueName: "path"), completion: .file())
    var socket: String?

    @Option(name: .customLong("as"), help: .phrase(OptionHelp.actingAs, valueName: "officer"))
    var actingAs: String?

    @Option(help: .phrase(OptionHelp.unit, valueName: "unit"))
    var unit: String?

    @Flag(help: .phrase(OptionHelp.json))
    var json = false

    @Option(help: .phrase(OptionHelp.lang))
    var lang: LanguageChoice?

    @Option(name: .customLong("command-id"), help: .phrase(OptionHelp.commandID, valueName: "uuid"))
    var commandID: String?

    @Option(help: .phrase(OptionHelp.columns, valueName: "a,b"))
    var columns: String?

    @Option(
        name: [.customShort("o"), .customLong("output")], help: .phrase(OptionHelp.output, valueName: "file"),
        completion: .file())
    var outputs: [String] = []

    @Option(help: .phrase(OptionHelp.color))
    var color: ColorChoice = .auto

    @Flag(name: .customLong("no-color"), help: .phrase(OptionHelp.noColor))
    var noColor = false

    @Flag(name: [.customShort("q"), .customLong("quiet")], help: .phrase(OptionHelp.quiet))
    var quiet = false

    mutating func validate() throws {
        if json, !outputs.isEmpty || columns != nil {
            throw ValidationError(OptionHelp.jsonAlone[HelpLanguage.current])
        }
    }

    private static let flags: Set = ["--json", "--no-color", "--quiet", "-q"]
    private static let withValue: Set = [
        "--socket", "--as", "--unit", "--lang", "--command-id", "--columns", "--color", "--output", "-o",
    ]

    /// How many arguments the option takes that begins with `argument`, or nil when it is none of these.
    static func length(of argument: String) -> Int? {
        if flags.contains(argument) { return 1 }
        if withValue.contains(argument) { return 2 }
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        return withValue.contains(String(argument[..<equals])) ? 1 : nil
    }
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case zh, en
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
