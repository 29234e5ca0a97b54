import Labels
import Promotion
import WorkCalendar

/// `--sheet NAME`, `--map COLUMN=field …`, `--year 2026`, `--accept-near ROW,ROW`, `--same ROW=E-12 …`: what the officer
/// answered to what a plan asked. A plan keeps them.
struct ImportOptions: Sendable {
    let sheet: String?
    /// Fields by the folded title or letter of their column.
    let map: [String: String]
    /// Of days that are written without one.
    let year: Int?
    /// Lines whose likeness to something known means nothing.
    let acceptedLines: Set<Int>
    /// Lines, and the record or earlier line that they are about.
    let sameAs: [Int: String]

    /// The options that belong to a plan, by their names on the wire.
    static let names = ["sheet", "map", "year", "accept-near", "same"]

    init(_ options: [String: [String]]) throws {
        sheet = options["sheet"]?.last
        var map: [String: String] = [:]
        for pair in options["map"] ?? [] {
            let (column, field) = try Self.sides(
                pair, Phrase(zh: "--map 的写法是 列名=字段", en: "--map takes COLUMN=field"), example: "--map 公司=name")
            map[ImportText.folded(column)] = ImportText.folded(field)
        }
        self.map = map
        year = try options["year"]?.last.map(Self.year)
        acceptedLines = try Set(
            (options["accept-near"] ?? []).flatMap { list in
                try list.split(whereSeparator: { ",，、 ".contains($0) }).map { try Self.line(String($0)) }
            })
        var sameAs: [Int: String] = [:]
        for pair in options["same"] ?? [] {
            let (line, record) = try Self.sides(
                pair, Phrase(zh: "--same 的写法是 行=编号", en: "--same takes ROW=ID"), example: "--same 5=E-12")
            sameAs[try Self.line(line)] = HalfWidth.text(ImportText.plain(record))
        }
        self.sameAs = sameAs
    }

    /// An answer to a line that the file does not have, or that nobody asked about, is a slip of the pen.
    func check(_ kind: any ImportKind, lines: [Int]) throws {
        let answered = acceptedLines.union(sameAs.keys).sorted()
        guard !answered.isEmpty else { return }
        guard kind.asksForNearNames else {
            throw ZhaoshangError(
                .usage, zh: "\(kind.name) 的导入不问相近的名称", en: "an import of \(kind.name) asks about no near names",
                hint: Phrase(zh: "去掉 --accept-near、--same", en: "leave --accept-near and --same out"))
        }
        let missing = answered.filter { !Set(lines).contains($0) }
        guard missing.isEmpty else {
            let list = missing.map(String.init)
            throw ZhaoshangError(
                .notFound, zh: "文件里没有这些行：\(list.joined(separator: "、"))",
                en: "the file has no such lines: \(list.joined(separator: ", "))",
                hint: Phrase(zh: "行号以计划里的“行”为准", en: "lines are counted as the plan counts them"),
                details: ["lines": .list(list)])
        }
        if let both = answered.first(where: { acceptedLines.contains($0) && sameAs[$0] != nil }) {
            throw ZhaoshangError(
                .usage, zh: "第 \(both) 行既写了 --accept-near 又写了 --same",
                en: "line \(both) stands in --accept-near and in --same",
                hint: Phrase(zh: "只留一个", en: "keep one of them"))
        }
    }

    private static func sides(
        _ pair: String, _ form: Phrase, example: String
    ) throws(ZhaoshangError) -> (String, String) {
        guard let sign = pair.lastIndex(where: { $0 == "=" || $0 == "＝" }), sign != pair.startIndex,
            pair.index(after: sign) != pair.endIndex
        else {
            throw ZhaoshangError(
                .usage, zh: "\(form.zh)：\(pair)", en: "\(form.en): \(pair)",
                hint: Phrase(zh: "例如：\(example)", en: "for example: \(example)"))
        }
        return (String(pair[..<sign]), String(pair[pair.index(after: sign)...]))
    }

    private static func line(_ text: String) throws(ZhaoshangError) -> Int {
        let digits = HalfWidth.text(ImportText.plain(text)).drop { $0 == "#" }
        guard let line = Int(digits), line > 0 else {
            throw ZhaoshangError(
                .usage, zh: "不是行号：\(text)", en: "not a line: \(text)",
                hint: Phrase(zh: "例如：--accept-near 5,7", en: "for example: --accept-near 5,7"))
        }
        return line
    }

    private static func year(_ text: String) throws(ZhaoshangError) -> Int {
        let digits = HalfWidth.text(ImportText.plain(text)).filter { $0 != "年" }
        guard let year = Int(digits), CivilDate.readableYears.contains(year) else {
            throw ZhaoshangError(
                .usage, zh: "不是年份：\(text)", en: "not a year: \(text)",
                hint: Phrase(zh: "例如：--year 2026", en: "for example: --year 2026"))
        }
        return year
    }
}
