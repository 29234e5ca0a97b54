import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// One list for each officer who has lines, in the order of the day.
    var dayLineBlocks: [Block] {
        var byOfficer: [OfficerID: [RecordedLine]] = [:]
        for line in lines { byOfficer[line.entry.officer, default: []].append(line) }
        guard !byOfficer.isEmpty else { return [.paragraph(.phrase(zh: "尚无日志。", en: "No entries yet."))] }
        let rows = byOfficer.sorted { $0.key < $1.key }.flatMap { officer, lines in
            lines.map { line -> [Text] in
                let recorded = line.recordedAt.date == line.entry.date
                return [
                    .phrase(name(officer)),
                    .plain(recorded ? "\(line.recordedAt.timeOfDay)" : moment(line.recordedAt)),
                    words(line.entry), tags(line.entry), amount(line.entry),
                ]
            }
        }
        return [
            .table(
                Table(
                    columns: [
                        .start("人员", "Officer"), .start("时间", "Time"), .start("内容", "What"), .start("标签", "Tags"),
                        .end("金额", "Amount"),
                    ], rows: rows))
        ]
    }

    /// Who did what, by officer and day. Zero reports and lines that the system wrote are counted, not listed.
    var workBlocks: [Block] {
        let typed = lines.filter { $0.entry.source == .typed }
        guard !typed.isEmpty else { return [.paragraph(.phrase(zh: "本期无日志。", en: "No entries in this period."))] }
        let sorted = typed.sorted {
            ($0.entry.officer, $0.entry.date, $0.seq) < ($1.entry.officer, $1.entry.date, $1.seq)
        }
        var blocks: [Block] = [
            .table(
                Table(
                    columns: [
                        .start("人员", "Officer"), .start("日期", "Date"), .start("内容", "What"), .start("标签", "Tags"),
                        .end("金额", "Amount"),
                    ], rows: sorted.map { [.phrase(name($0.entry.officer))] + workRow($0.entry) }))
        ]
        let counted = book[Indicator.entries]
        if counted > Int64(typed.count) {
            blocks.append(
                .note(
                    .phrase(
                        zh: "共 \(counted) 条，此处列出 \(typed.count) 条；其余见 zs entry list。",
                        en: "\(counted) entries in all, \(typed.count) listed here; see zs entry list for the others."))
            )
        }
        if let officerChart { blocks.append(officerChart) }
        return blocks
    }

    private func workRow(_ entry: Entry) -> [Text] {
        [.plain(entry.date.description), words(entry), tags(entry), amount(entry)]
    }

    /// Lines of one kind, by date.
    func activityTable(_ kind: ActivityKind, caption: Phrase) -> Block {
        .table(
            Table(
                caption: caption,
                columns: [
                    .start("日期", "Date"), .start("机构", "Unit"), .start("人员", "Officer"), .start("内容", "What"),
                    .start("标签", "Tags"), .end("金额", "Amount"),
                ],
                rows: lines.filter { $0.entry.kind == kind }.map { line in
                    [
                        .plain(line.entry.date.description), .phrase(name(line.entry.unit)),
                        .phrase(name(line.entry.officer)), words(line.entry), tags(line.entry), amount(line.entry),
                    ]
                }))
    }
}
