import ArgumentParser
import Client
import HostSystem
import Labels
import WireAPI

/// The whole program: words in, an exit code out.
public enum CommandLineTool {
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit code, as `zs help exit-codes` lists them.
    public static func run(arguments: [String]) -> Int32 {
        run(arguments: arguments, environment: .current)
    }

    static func run(arguments: [String], environment: HostEnvironment) -> Int32 {
        let session = Session(arguments: arguments, environment: environment)
        do {
            if let topic = HelpRequest(arguments) {
                session.standardOutput.write(try topic.text(in: session.language))
                return 0
            }
            let command = try parsed(arguments)
            if let command = command as? any FollowingCommand, command.follows {
                return try follow(command, in: session)
            }
            if let command = command as? any DaemonCommand {
                return try perform(command, in: session)
            }
            var local = command
            try local.run()
            return 0
        } catch let error as ZhaoshangError {
            session.show(error)
            return exitCode(for: error.code)
        } catch {
            return answer(parserError: error, arguments: arguments, in: session)
        }
    }

    /// Reads the leaf alone where the words name one: the parser would ask every command of the tree for its name.
    /// Help and errors are left to the whole tree, because they speak of the whole path.
    static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let prepared = ArgumentShield.prepared(arguments)
        let path = CommandPath(prepared)
        if CommandPath.children(of: path.command).isEmpty, let leaf = try? path.command.parseAsRoot(path.rest) {
            return leaf
        }
        return try Zs.parseAsRoot(prepared)
    }

    private static func perform(_ command: some DaemonCommand, in session: Session) throws -> Int32 {
        let plan = try OutputPlan(command.global, session: session)
        let call = try command.call()
        if let question = command.question, try !session.isConfirmed(question) {
            return 0
        }
        let location = try session.socketPath(option: command.global.socket)
        var options = DaemonConnection.Options()
        options.language = session.language
        options.actingAs = command.global.actingAs
        options.unit = command.global.unit
        options.isDryRun = command.isDryRun
        if call.route.access == .write {
            options.commandID = command.global.commandID ?? CommandIdentifier.fresh()
        }
        let connection = DaemonConnection(socketPath: location)
        let waiting = session.startWaiting(
            isQuiet: command.global.quiet, following: following(call.route, options, connection))
        defer { waiting?.stop() }
        let answer =
            try connection
            .ask(call.route, parameters: call.parameters, request: call.request, bytes: call.bytes, options: options)
        waiting?.stop()
        if let warning = answer.warning {
            session.warn(warning)
        }
        let document = try answer.decode(type(of: command).Document.self)
        try plan.write(body: answer.body) { try command.page(document, in: session.language) }
        return command.isNegative(document) ? exitCode(for: .negative) : 0
    }

    /// How far a write is, over a connection of its own: the daemon knows it by the id of the command.
    private static func following(
        _ route: Route, _ options: DaemonConnection.Options, _ connection: DaemonConnection
    ) -> Waiting.Following? {
        guard route.access == .write, let id = options.commandID else { return nil }
        var options = options
        options.commandID = nil
        let asked = options
        return { take in
            // Without it there is less to see, and nothing else is lost.
            try? connection.follow(Routes.progress, parameters: ["command": id], options: asked) { bytes in
                if let progress = try? WireJSON.decode(ProgressDocument.self, from: bytes) { take(progress) }
            }
        }
    }

    /// Shows each state as it comes, until the daemon stops or somebody presses Ctrl-C; nothing has to be put back then.
    private static func follow(_ command: some FollowingCommand, in session: Session) throws -> Int32 {
        let location = try session.socketPath(option: command.global.socket)
        var options = DaemonConnection.Options()
        options.language = session.language
        options.actingAs = command.global.actingAs
        options.unit = command.global.unit
        let columns = try OutputPlan(command.global, session: session)
        try DaemonConnection(socketPath: location).follow(Routes.watch, options: options) {
            bytes throws(ZhaoshangError) in
            let document: AgendaDocument
            do {
                document = try WireJSON.decode(AgendaDocument.self, from: bytes)
            } catch {
                throw ZhaoshangError(
                    .protocolMismatch, zh: "看不懂服务的回答", en: "the daemon's answer makes no sense to this client")
            }
            // Home and clear, where a person looks: the newest state alone.
            if session.output.isTerminal, !session.isJSON { session.standardOutput.write("\u{1B}[H\u{1B}[2J") }
            do {
                try columns.write(body: bytes) { AgendaTable.page(document.agenda, in: session.language) }
            } catch let error as ZhaoshangError {
                throw error
            } catch {
                throw ZhaoshangError(.cannotWrite, zh: "写不了输出：\(error)", en: "cannot write the output: \(error)")
            }
        }
        throw ZhaoshangError(.shuttingDown, zh: "zsd 已停止推送", en: "zsd has ended the stream")
    }

    /// Help, versions and completion scripts are errors of the parser as well, with exit code 0.
    private static func answer(parserError error: any Error, arguments: [String], in session: Session) -> Int32 {
        let code = Zs.exitCode(for: error)
        guard code != .success else {
            session.standardOutput.write(HelpText.aligned(Zs.fullMessage(for: error)) + "\n")
            return 0
        }
        let path = CommandPath(ArgumentShield.prepared(arguments))
        session.show(path.unknownWord ?? path.usageError(ArgumentShield.restored(Zs.message(for: error))))
        return exitCode(for: .usage)
    }
}
