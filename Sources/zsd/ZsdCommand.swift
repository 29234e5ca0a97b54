import ArgumentParser
import Dispatch
import FoundationEssentials
import Glibc
import HostSystem
import Labels
import WireAPI
import WorkCalendar

@main
enum Daemon {
    /// Tasks that read the store wait for it on their threads; a few more are kept for the others.
    private static let threads = 8

    static func main() {
        TaskThreads.install(count: threads)
        Task {
            await ZsdCommand.main()
            Glibc.exit(0)
        }
        dispatchMain()
    }
}

/// The daemon in the foreground.
struct ZsdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zsd", abstract: "Zhaoshang: the workflow service of an investment-promotion bureau",
        version: BuildVersion.current)

    @Option(help: "Process settings; see Config/zhaoshang.yaml for every key.")
    var config: String?

    @Option(help: "Directory of calendars, codes and profiles.")
    var share: String?

    @Option(help: "Directory of the store.")
    var state: String?

    @Option(help: "Path of the socket, at most 107 bytes.")
    var socket: String?

    @Option(help: "Start a clock that moves only by 'zs clock advance', as in 2026-01-01T08:00.")
    var virtualClock: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    @Flag(help: "Check the configuration and the data that ships with the product, and leave.")
    var checkConfig = false

    mutating func run() async throws {
        ProcessUmask.restrict()
        let environment = HostEnvironment.current
        let language = Language(rawValue: LocaleLanguage.code(environment: environment)) ?? .en
        do {
            let configuration = try readConfiguration()
            let options = ZsdOptions(
                configuration: configuration, share: share, state: state, socket: socket,
                virtualClock: try virtualStart(), logLevel: logLevel ?? configuration.logLevel,
                environment: environment)
            if checkConfig {
                _ = try options.shareDirectory().shipped()
                print(language == .zh ? "配置正确" : "the configuration is right")
                return
            }
            try await Zsd(options).run()
        } catch let error as ZhaoshangError {
            Self.leave(error, language)
        } catch {
            Self.leave(
                ZhaoshangError(.internalError, zh: "无法启动：\(error)", en: "cannot run: \(error)"), language)
        }
    }

    private func readConfiguration() throws -> ZsdConfiguration {
        guard let config else { return ZsdConfiguration() }
        guard let data = FileManager.default.contents(atPath: config) else {
            throw ZhaoshangError(
                .configuration, zh: "读不到配置文件 \(config)", en: "cannot read the configuration \(config)")
        }
        return try ZsdConfiguration(yaml: String(decoding: data, as: UTF8.self), file: config)
    }

    private func virtualStart() throws -> Instant? {
        guard let virtualClock else { return nil }
        if let instant = Instant(iso8601: virtualClock) { return instant }
        throw ZhaoshangError(
            .usage, zh: "看不懂的时刻：\(virtualClock)", en: "not a time: \(virtualClock)",
            hint: Phrase(zh: "例如：2026-01-01T08:00", en: "for example: 2026-01-01T08:00"))
    }

    private static func leave(_ error: ZhaoshangError, _ language: Language) -> Never {
        let words = language == .zh ? ("错误：", "提示：") : ("error: ", "hint: ")
        writeToStandardError(words.0 + error.message[language] + "\n")
        if let hint = error.hint { writeToStandardError(words.1 + hint[language] + "\n") }
        Glibc.exit(WireAPI.exitCode(for: error.code))
    }
}
