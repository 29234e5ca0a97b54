import ArgumentParser
import Labels
import Testing
import WireAPI

@testable import Commands

struct CommandParsingTests {
    @Test(arguments: ParsedLine.table)
    func lineAsksForItsVerbWithWordsAsTyped(line: ParsedLine) throws {
        let call = try ParsedLine.call(line.line)
        #expect(call.route.verb == line.verb)
        #expect(call.parameters == line.parameters)
        #expect(call.request == CommandRequest(words: line.words, options: line.options))
        #expect(call.route.filled(call.parameters) != nil)
    }

    @Test(arguments: ParsedLine.table)
    func chineseWordsAskForTheSame(line: ParsedLine) throws {
        let path = CommandPath(ArgumentShield.prepared(line.line))
        var command: any ParsableCommand.Type = Zs.self
        var chinese: [String] = []
        for word in path.words {
            let configuration = command.configuration
            let children =
                configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.ungroupedSubcommands
            let child = try #require(children.first { $0.configuration.commandName == word })
            chinese.append(try #require(child.configuration.aliases.first))
            command = child
        }
        #expect(try ParsedLine.call(chinese + path.rest) == ParsedLine.call(line.line))
    }

    /// Imports need a file; health is for monitors, progress for whoever waits.
    @Test func everyRouteHasALine() {
        let tested = Set(ParsedLine.table.map(\.verb))
        #expect(
            Routes.all.map(\.verb).filter { !tested.contains($0) } == [
                "health", "openapi", "calendar.import", "assign.solve", "import.plan", "progress",
            ])
    }

    @Test(arguments: [
        ["--json", "--as", "O-2", "task", "list", "state:open"],
        ["task", "--as=O-2", "list", "state:open", "--json"],
        ["task", "list", "--json", "state:open", "--as", "O-2"],
        ["--as=O-2", "task", "list", "state:open", "--json"],
    ])
    func globalOptionsStandBeforeOrAfterTheNoun(line: [String]) throws {
        let command = try ParsedLine.command(line)
        #expect(command.global.json)
        #expect(command.global.actingAs == "O-2")
        #expect(try command.call().request == CommandRequest(words: ["state:open"]))
    }

    @Test func dailyWordTakesLeadingOptions() throws {
        let command = try ParsedLine.command(["--json", "next", "-n", "3"])
        #expect(command is TaskNext)
        #expect(command.global.json)
    }

    @Test func leadingOptionsStayOptionsWhenTheLineHasATerminator() throws {
        let command = try ParsedLine.command(["--json", "--lang", "zh", "log", "a", "--", "--json"])
        #expect(command.global.json)
        #expect(try command.call().request.words == ["a", "--json"])
    }

    @Test(arguments: [
        (["log"], "nothing"), (["log", "--zero", "text"], "zero"), (["clock", "advance"], "--to"),
        (["clock", "advance", "--to", "x", "--by", "y"], "--to"), (["entry", "list", "--limit", "0"], "positive"),
        (["entry", "list", "--json", "-o", "a.csv"], "--json"), (["task", "list", "--unknown"], "--unknown"),
        (["check", "colour", "x"], "colour"), (["undo", "many"], "many"), (["log", "a", "--unkwnon"], "--unkwnon"),
    ])
    func wrongLineIsAUsageError(line: [String], names: String) throws {
        let error = try #require(throws: (any Error).self) { try ParsedLine.command(line) }
        #expect(Zs.exitCode(for: error).rawValue == 64)
        #expect(Zs.message(for: error).contains(names))
    }

    @Test(arguments: [
        (["tsk", "list"], "did you mean: zs task"), (["task", "lst"], "did you mean: zs task list"),
        (["--json", "frobnicate"], "see: zs help "),
    ])
    func unknownWordGetsTheNearestOne(line: [String], hint: String) {
        #expect(CommandPath(ArgumentShield.prepared(line)).unknownWord?.hint?.en == hint)
    }

    /// One test for three rules: parsing is slow in debug builds, where the parser checks its whole tree each time.
    @Test func writesCanBeTriedAndThoseThatCannotBeUndoneAsk() throws {
        var asking: Set<String> = []
        // One command shows a contact, masked or whole; what it writes then is that somebody looked.
        for line in ParsedLine.table where line.verb != "contact.reveal" {
            let command = try ParsedLine.command(line.line)
            // What goes out through a channel changes no record that could be tried or taken back.
            let isDelivery = line.verb == "notify.test" || line.verb == "notify.retry"
            let isWrite = try command.call().route.access == .write && !isDelivery
            #expect(isWrite == (command is any WriteCommand), "\(line)")
            if command.question != nil { asking.insert(line.verb) }
            guard isWrite, !line.line.contains("--") else { continue }
            #expect(!command.isDryRun)
            #expect(try ParsedLine.command(line.line + ["--dry-run"]).isDryRun)
        }
        #expect(asking == ["report.freeze", "report.reissue", "clock.advance", "clock.accept", "contact.erase"])
        #expect(try ParsedLine.command(["report", "freeze", "month", "2026-09", "--yes"]).question == nil)
    }
}
