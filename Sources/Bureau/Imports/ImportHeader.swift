import Labels

/// Which column of a table is which field of a kind.
struct ImportHeader: Sendable {
    struct Place: Sendable {
        var index: Int
        var column: ImportColumn
        /// The title as the file has it.
        var title: String
        /// Of the title: `万元`.
        var unit: String?
    }

    /// Index of the row with the titles among the rows of the table.
    let row: Int
    let places: [String: Place]
    /// Every title of the file, in its order.
    let titles: [String]
    /// Cells of the row with the titles.
    var width: Int { titles.count }
    /// A text file gives each row all its cells; a sheet's row ends with its last filled one.
    let isText: Bool

    /// A title may stand below a heading over the whole sheet: the row among the first ten with the most known titles
    /// has them. `map` names columns by their titles or letters and comes first.
    init(_ table: ImportTable, _ columns: [ImportColumn], map: [String: String], kind: String) throws {
        var best: (row: Int, places: [String: Place])?
        var clash: ZhaoshangError?
        for (index, row) in table.rows.prefix(10).enumerated() {
            do throws(ZhaoshangError) {
                let places = try Self.places(row.cells.map(\.text), columns, map, line: row.line)
                if places.count > best?.places.count ?? 0 { best = (index, places) }
            } catch {
                clash = clash ?? error
            }
        }
        guard let best else { throw clash ?? Self.nothingKnown(table, columns, kind) }
        row = best.row
        places = best.places
        var titles = table.rows[best.row].cells.map { ImportText.plain($0.text) }
        while titles.last == "" { titles.removeLast() }
        self.titles = titles
        isText = table.encoding != nil
        let missing = columns.filter { $0.isRequired && best.places[$0.field] == nil }
        guard missing.isEmpty else { throw Self.missing(missing, titles, kind) }
        try Self.checkMap(map, places, columns, titles)
    }

    private static func places(
        _ titles: [String], _ columns: [ImportColumn], _ map: [String: String], line: Int
    ) throws(ZhaoshangError) -> [String: Place] {
        var places: [String: Place] = [:]
        for (index, text) in titles.enumerated() {
            let shown = ImportText.plain(text)
            guard !shown.isEmpty else { continue }
            let title = ImportTitle(text)
            let mapped = map[ImportText.folded(text)] ?? map[letters(index)]
            if mapped == "-" { continue }
            let column = columns.first { column in
                if let mapped { return column.field == mapped }
                return column.isCalled(title.folded)
            }
            guard let column else { continue }
            if let other = places[column.field] {
                throw ZhaoshangError(
                    .badText, zh: "第 \(line) 行有两列都是 \(column.field)：\(other.title)、\(shown)",
                    en: "line \(line) has two columns for \(column.field): \(other.title), \(shown)",
                    hint: Phrase(zh: "不要其中一列：--map \(shown)=-", en: "leave one out: --map \(shown)=-"),
                    details: ["columns": .list([other.title, shown]), "field": .text(column.field)])
            }
            places[column.field] = Place(index: index, column: column, title: shown, unit: title.unit)
        }
        return places
    }

    /// `A`, `B`, … as spreadsheets letter their columns; folded to lower case like the words of a map.
    static func letters(_ index: Int) -> String {
        var rest = index
        var text = ""
        repeat {
            text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }

    private static func checkMap(
        _ map: [String: String], _ places: [String: Place], _ columns: [ImportColumn], _ titles: [String]
    ) throws {
        let known = Set(titles.map { ImportText.folded($0) } + titles.indices.map(letters))
        for (word, field) in map.sorted(by: { $0.key < $1.key }) {
            guard known.contains(word) else {
                throw ZhaoshangError(
                    .notFound, zh: "文件里没有这一列：\(word)", en: "the file has no column \(word)",
                    hint: Phrase(
                        zh: "列：\(titles.joined(separator: "、"))", en: "columns: \(titles.joined(separator: ", "))"),
                    details: ["column": .text(word)])
            }
            guard field == "-" || columns.contains(where: { $0.field == field }) else {
                let list = columns.map(\.field).joined(separator: ", ")
                throw ZhaoshangError(
                    .badText, zh: "没有这个字段：\(field)", en: "no such field: \(field)",
                    hint: Phrase(zh: "可用：\(list)；不导入这一列：-", en: "one of: \(list); to leave the column out: -"),
                    details: ["field": .text(field)])
            }
        }
    }

    private static func shown(_ column: ImportColumn) -> String {
        column.titles.first.map { "\(column.field) (\($0))" } ?? column.field
    }

    private static func nothingKnown(_ table: ImportTable, _ columns: [ImportColumn], _ kind: String) -> ZhaoshangError
    {
        let titles = table.rows.first?.cells.map { ImportText.plain($0.text) } ?? []
        let fields = columns.map(Self.shown)
        return ZhaoshangError(
            .badText, zh: "认不出列名：\(titles.map(ImportText.shown).joined(separator: "、"))",
            en: "no column is known: \(titles.map(ImportText.shown).joined(separator: ", "))",
            hint: Phrase(
                zh: "\(kind) 的字段：\(fields.joined(separator: "、"))；或用 --map 列名=字段",
                en: "fields of \(kind): \(fields.joined(separator: ", ")); or say --map TITLE=field"),
            details: ["columns": .list(titles)])
    }

    private static func missing(_ missing: [ImportColumn], _ titles: [String], _ kind: String) -> ZhaoshangError {
        let names = missing.map(Self.shown)
        return ZhaoshangError(
            .incomplete, zh: "缺少必需的列：\(names.joined(separator: "、"))",
            en: "columns are missing: \(names.joined(separator: ", "))",
            hint: Phrase(
                zh: "补上该列，或指明：--map 列名=\(missing[0].field)；文件的列：\(titles.joined(separator: "、"))",
                en:
                    "add them, or say which: --map TITLE=\(missing[0].field); columns: \(titles.joined(separator: ", "))"
            ),
            details: ["missing": .list(missing.map(\.field)), "columns": .list(titles)])
    }
}
