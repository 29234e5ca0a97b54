import Labels
import ReportModel
import TextLayout

/// What an answer shows, before it is known where.
struct Page {
    enum Part {
        case table(PageTable)
        case fields([PageField])
        case report(Report)
        case text(String)
        /// A word to the person, not part of the data: on a terminal below the rest, else on standard error.
        case aside(String)
    }

    var parts: [Part]

    /// Columns of a text that no terminal shows: tables take what they need up to here, prose stays at 100.
    static let pipeWidth = 200

    init(_ parts: Part...) {
        self.parts = parts
    }

    init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The same page with the columns of its tables, or the fields of its records, chosen by key.
    ///
    /// - Throws: `usage`, with the keys there are.
    func selecting(_ keys: [String]?) throws(ZhaoshangError) -> Page {
        guard let keys else { return self }
        var selected: [Part] = []
        for part in parts {
            switch part {
            case .table(let table): selected.append(.table(try table.selecting(keys)))
            case .fields(let fields):
                let known = fields.map(\.key)
                try Self.require(keys, among: known)
                selected.append(.fields(keys.flatMap { key in fields.filter { $0.key == key } }))
            case .report, .text, .aside: selected.append(part)
            }
        }
        return Page(selected)
    }

    static func require(_ keys: [String], among known: [String]) throws(ZhaoshangError) {
        let unknown = keys.filter { !known.contains($0) }
        guard unknown.isEmpty, !keys.isEmpty else {
            throw ZhaoshangError(
                .usage, zh: "没有列 \(unknown.joined(separator: "、"))",
                en: "no column \(unknown.joined(separator: ", "))",
                hint: Phrase("--columns \(known.joined(separator: ","))"))
        }
    }

    // MARK: Forms

    /// For a terminal, or a text file that looks like one.
    func shown(width: Int, in language: Language) -> String {
        parts.map { part in
            switch part {
            case .table(let table): table.shown(width: width, in: language)
            case .fields(let fields): PageField.shown(fields, width: width, in: language)
            case .report(let report): ReportText(report, language: language, width: width).rendered()
            case .text(let text), .aside(let text): text + "\n"
            }
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// For a program: tab-separated values as in the document, without titles; a record is one line a field.
    func plain(in language: Language) -> String {
        parts.map { part in
            switch part {
            case .table(let table): table.plain()
            case .fields(let fields): fields.map { "\($0.key)\t\(CellText.singleLine($0.cell.plain))\n" }.joined()
            case .report(let report): ReportText(report, language: language, width: Self.pipeWidth).rendered()
            case .text(let text): text + "\n"
            case .aside: ""
            }
        }.joined()
    }

    /// What ``plain(in:)`` leaves out.
    func asides() -> String {
        parts.map { part in
            if case .aside(let text) = part { text + "\n" } else { "" }
        }.joined()
    }

    func markdown(in language: Language) -> String {
        parts.map { part in
            switch part {
            case .table(let table): table.markdown(in: language)
            case .fields(let fields):
                fields.map { MarkdownText.item("\($0.title(in: language)): \($0.cell.shown(in: language))") }.joined()
            case .report(let report): ReportMarkdown(report, language: language).rendered()
            case .text(let text): MarkdownText.escaped(text) + "\n"
            case .aside: ""
            }
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// - Throws: `usage` for a page that is no calendar.
    func calendar() throws(ZhaoshangError) -> String {
        guard parts.count == 1, case .text(let text) = parts[0], text.hasPrefix("BEGIN:VCALENDAR") else {
            throw ZhaoshangError(
                .usage, zh: "只有日历能写成 .ics", en: "only a calendar is written as .ics",
                hint: Phrase("zs calendar feed -o FILE.ics"))
        }
        return text + "\n"
    }

    func csv(in language: Language) -> String {
        let blocks: [String] = parts.compactMap { part in
            switch part {
            case .table(let table): table.csv(in: language).lines()
            case .fields(let fields):
                CSVTable(titles: [], rows: fields.map { [.text($0.title(in: language)), $0.cell.csv] }).lines()
            case .report(let report): ReportCSV(report, language: language).rendered()
            case .text(let text): CSVTable(titles: [], rows: [[.text(text)]]).lines()
            case .aside: nil
            }
        }
        let text = blocks.joined(separator: "\r\n")
        return text.hasPrefix("\u{FEFF}") ? text : "\u{FEFF}" + text
    }
}
