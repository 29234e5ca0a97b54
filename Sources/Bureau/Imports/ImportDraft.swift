import Crypto
import Labels
import WorkCalendar

/// A file, and everything that importing it would do to the store as it is.
struct ImportDraft: Sendable {
    /// Rows that one import may have: it is applied in one transaction, and others wait for it.
    static let longest = 200_000

    let steps: ImportSteps
    let report: ImportReport
    let fingerprint: [UInt8]
    /// The last event that was known.
    let seq: Int64

    init(
        _ kind: any ImportKind, _ table: ImportTable, file: String, options: ImportOptions, _ context: ReadContext,
        told: @escaping ImportRows.Told = { _, _ in }
    ) throws {
        let header = try ImportHeader(table, kind.columns, map: options.map, kind: kind.name)
        let rows = ImportRows(table.rows[(header.row + 1)...], header, options, told: told)
        try options.check(kind, lines: rows.lines)
        guard rows.count <= Self.longest else {
            throw ZhaoshangError(
                .refused, zh: "有 \(rows.count) 行，一次最多 \(Self.longest) 行",
                en: "\(rows.count) rows; one import takes at most \(Self.longest)",
                hint: Phrase(zh: "分成几个文件导入", en: "import it in several files"),
                details: ["rows": .number(Int64(rows.count)), "limit": .number(Int64(Self.longest))])
        }
        seq = try context.store.headSeq()
        steps = try kind.steps(rows, context)
        fingerprint = Self.fingerprint(kind.name, steps.steps)
        report = Self.report(kind, table, file, header, steps.steps)
    }

    private static func fingerprint(_ kind: String, _ steps: [ImportStep]) -> [UInt8] {
        var hash = SHA256()
        func add(_ text: String) {
            var text = text
            text.withUTF8 { bytes in
                withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
                hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            }
        }
        add(kind)
        for step in steps {
            add("\(step.line) \(step.action.rawValue) \(step.subject ?? "-")")
            add(step.promise)
        }
        return Array(hash.finalize())
    }

    private static func report(
        _ kind: any ImportKind, _ table: ImportTable, _ file: String, _ header: ImportHeader, _ steps: [ImportStep]
    ) -> ImportReport {
        var counts = Dictionary(uniqueKeysWithValues: ImportStep.Action.allCases.map { ($0.rawValue, 0) })
        for step in steps { counts[step.action.rawValue, default: 0] += 1 }
        let problems = steps.lazy.flatMap(\.problems)
        let byIndex = Dictionary(uniqueKeysWithValues: header.places.values.map { ($0.index, $0) })
        let columns = header.titles.enumerated().filter { !$0.element.isEmpty }.map { index, title in
            let place = byIndex[index]
            return ImportedColumn(
                title: ImportText.shown(title), field: place?.column.field,
                unit: place.flatMap { $0.column.form == .amount ? $0.unit ?? "元" : nil })
        }
        let telling = steps.lazy.filter { $0.action != .unchanged && $0.action != .refused }
        return ImportReport(
            kind: kind.name, file: file, encoding: table.encoding, sheet: table.sheet, rows: steps.count,
            counts: counts, columns: columns, problems: Array(problems.prefix(ImportReport.kept)),
            problemCount: problems.reduce(0) { count, _ in count + 1 },
            notices: Array(steps.lazy.flatMap(\.notices).prefix(ImportReport.kept)),
            noticeCount: steps.reduce(0) { $0 + $1.notices.count },
            samples: telling.prefix(ImportReport.kept).map {
                ImportReport.Row(
                    line: $0.line, action: $0.action.rawValue, subject: $0.subject, label: $0.label,
                    changes: $0.changes)
            })
    }
}
