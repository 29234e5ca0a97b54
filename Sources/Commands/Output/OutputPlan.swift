import HostSystem
import Labels
import TextLayout

/// Where an answer goes and in which form: decided before the daemon is asked, so that a write never succeeds whose
/// answer has nowhere to go.
struct OutputPlan {
    private let session: Session
    private let columns: [String]?
    private let files: [(path: String, format: FileFormat)]

    /// - Throws: `usage` for a file name that does not say a format.
    init(_ options: GlobalOptions, session: Session) throws(ZhaoshangError) {
        self.session = session
        columns = options.columns?.split(separator: ",").map { String($0.filter { $0 != " " }) }
        var files: [(path: String, format: FileFormat)] = []
        for path in options.outputs {
            files.append((path, try FileFormat(path: path)))
        }
        self.files = files
    }

    /// - Parameter page: made only where somebody looks at it.
    /// - Throws: `usage` for an unknown column, `cannot_write`.
    func write(body: [UInt8], page: () throws -> Page) throws {
        let language = session.language
        guard !files.isEmpty else {
            if session.isJSON {
                return try deliver(body + [UInt8(ascii: "\n")])
            }
            let page = try page().selecting(columns)
            if session.output.isTerminal {
                return try deliver(Array(page.shown(width: session.output.width ?? 80, in: language).utf8))
            }
            session.standardError.write(page.asides())
            return try deliver(Array(page.plain(in: language).utf8))
        }
        for (path, format) in files {
            let bytes: [UInt8]
            switch format {
            case .json: bytes = body + [UInt8(ascii: "\n")]
            case .text: bytes = Array(try page().selecting(columns).shown(width: Page.pipeWidth, in: language).utf8)
            case .markdown: bytes = Array(try page().selecting(columns).markdown(in: language).utf8)
            case .calendar: bytes = Array(try page().calendar().utf8)
            case .csv: bytes = Array(try page().selecting(columns).csv(in: language).utf8)
            }
            try OutputFile(path).replace(with: bytes)
            session.standardError.write((language == .zh ? "已写入 " : "wrote ") + path + "\n")
        }
    }

    private func deliver(_ bytes: [UInt8]) throws(ZhaoshangError) {
        guard let number = session.standardOutput.deliver(bytes) else { return }
        let reason = HostError.text(of: number)
        throw ZhaoshangError(.cannotWrite, zh: "写不了标准输出：\(reason)", en: "cannot write standard output: \(reason)")
    }
}

/// What `-o FILE.ext` asks for.
enum FileFormat: CaseIterable {
    case markdown, csv, json, text, calendar

    init(path: String) throws(ZhaoshangError) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
        switch ending {
        case "md": self = .markdown
        case "csv": self = .csv
        case "json": self = .json
        case "txt": self = .text
        case "ics": self = .calendar
        default:
            throw ZhaoshangError(
                .usage, zh: "看不出 \(path) 的格式", en: "cannot tell the format of \(path)",
                hint: Phrase(zh: "扩展名可为 .md .csv .json .txt", en: "end the name with .md, .csv, .json or .txt"))
        }
    }
}
