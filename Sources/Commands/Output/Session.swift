import Client
import Glibc
import HostSystem
import Labels
import WireAPI

/// Where this run stands: its streams, its language and its way to the daemon.
struct Session {
    let environment: HostEnvironment
    let language: Language
    let isJSON: Bool
    let output: TerminalFacts
    let error: TerminalFacts
    let standardOutput = OutputStream(descriptor: STDOUT_FILENO)
    let standardError = OutputStream(descriptor: STDERR_FILENO)
    private let color: ColorChoice

    /// Reads only what must be known before parsing: an error of the parser has a language and a form as well.
    init(arguments: [String], environment: HostEnvironment) {
        self.environment = environment
        let options = arguments.prefix { $0 != "--" }
        language = Self.language(arguments: arguments, environment: environment)
        isJSON = options.contains("--json")
        output = .standardOutput(environment: environment)
        error = .standardError(environment: environment)
        color =
            options.contains("--no-color")
            ? .never : Self.value(of: "--color", in: options).flatMap { ColorChoice(rawValue: $0) } ?? .auto
    }

    /// `--lang`, else the locale's.
    static func language(arguments: [String], environment: HostEnvironment) -> Language {
        let options = arguments.prefix { $0 != "--" }
        let code = value(of: "--lang", in: options) ?? LocaleLanguage.code(environment: environment)
        return Language(rawValue: code) ?? .en
    }

    private static func value(of option: String, in arguments: ArraySlice<String>) -> String? {
        if let joined = arguments.last(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        guard let index = arguments.lastIndex(of: option), index + 1 < arguments.endIndex else { return nil }
        return arguments[index + 1]
    }

    /// https://no-color.org: any value but the empty one.
    func usesColor(on stream: TerminalFacts) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: stream.isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        }
    }

    func socketPath(option: String?) throws(ZhaoshangError) -> String {
        do {
            return try SocketLocation.client(option: option, environment: environment).path
        } catch {
            throw ZhaoshangError(.configuration, Phrase("\(error)"))
        }
    }

    // MARK: Standard error

    func show(_ error: ZhaoshangError) {
        if isJSON, let bytes = try? WireJSON.encode(ErrorEnvelope(error, language: language)) {
            standardError.write(bytes + [UInt8(ascii: "\n")])
        } else {
            standardError.write(ErrorText(error, language: language, isColored: usesColor(on: self.error)).rendered())
        }
    }

    func warn(_ warning: Phrase) {
        guard !isJSON else { return }
        standardError.write((language == .zh ? "警告：" : "warning: ") + warning[language] + "\n")
    }

    /// Asks where a person sits; a script has decided already.
    ///
    /// - Throws: `usage` when the terminal closes instead of answering.
    func isConfirmed(_ question: Phrase) throws(ZhaoshangError) -> Bool {
        guard isatty(STDIN_FILENO) == 1, error.isTerminal else { return true }
        standardError.write(question[language] + (language == .zh ? " 继续？[y/N] " : " Go on? [y/N] "))
        guard let line = readLine() else {
            throw ZhaoshangError(.usage, zh: "没有回答", en: "no answer", hint: Phrase("--yes"))
        }
        return ["y", "yes", "是"].contains(line.lowercased())
    }

    /// Where a person looks, and did not ask for quiet.
    func startWaiting(isQuiet: Bool, following: Waiting.Following?) -> Waiting? {
        guard error.isTerminal, !isJSON, !isQuiet else { return nil }
        return Waiting(ProgressLine(language: language, width: error.width), on: standardError, following: following)
    }
}
