import Glibc

/// What a stream is connected to.
public struct TerminalFacts: Hashable, Sendable {
    public let isTerminal: Bool
    /// Columns, or nil when nothing says: then nothing may be cut or wrapped.
    public let width: Int?

    public init(isTerminal: Bool, width: Int?) {
        self.isTerminal = isTerminal
        self.width = width
    }

    /// `COLUMNS` wins over the terminal's own answer, because somebody set it on purpose.
    public static func of(descriptor: Int32, environment: HostEnvironment) -> TerminalFacts {
        let isTerminal = isatty(descriptor) == 1
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
            return TerminalFacts(isTerminal: isTerminal, width: columns)
        }
        var size = winsize()
        let answered = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return TerminalFacts(isTerminal: isTerminal, width: answered ? Int(size.ws_col) : nil)
    }

    public static func standardOutput(environment: HostEnvironment) -> TerminalFacts {
        of(descriptor: STDOUT_FILENO, environment: environment)
    }

    public static func standardError(environment: HostEnvironment) -> TerminalFacts {
        of(descriptor: STDERR_FILENO, environment: environment)
    }
}

/// The language of the user's locale.
public enum LocaleLanguage {
    /// `zh` or `en`, after `LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set decides (locale(7)).
    public static func code(environment: HostEnvironment) -> String {
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        return language.lowercased() == "zh" ? "zh" : "en"
    }
}
