import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// 补报 and 更正: what earlier issues could not know.
    var lateBlocks: [Block] {
        var blocks: [Block] = []
        let keys = lateKeys
        if book.late.rows.isEmpty, book.late.lastYear.isEmpty {
            blocks.append(.paragraph(.phrase(zh: "本期无补报和更正。", en: "No late entries and no corrections.")))
        }
        if !keys.isEmpty {
            blocks.append(
                .table(
                    Table(
                        columns: [.start("指标", "Indicator"), .end("补报", "Late"), .end("更正", "Corrected")],
                        rows: keys.map { key in
                            [.phrase(IndicatorLabel.name(key)), lateCell("late." + key), lateCell("corrected." + key)]
                        },
                        footnote: Phrase(
                            zh: "补报和更正不计入本期数，计入累计数；各期本期数、补报与更正之和即累计数。",
                            en:
                                "Not part of this period's own figures; part of the cumulative ones, which are the sum of "
                                + "all issues with their late entries and corrections."))))
        }
        if let table = lateRecords(book.late.rows, caption: nil) { blocks.append(.table(table)) }
        let lastYear = Phrase(zh: "上年事项（不计入本年累计）", en: "Of last year (not part of this year's cumulative figures)")
        if let table = lateRecords(book.late.lastYear, caption: lastYear) { blocks.append(.table(table)) }
        if book.late.awaitingIssue > 0 {
            blocks.append(
                .note(
                    .phrase(
                        zh: "另有 \(book.late.awaitingIssue) 项事实属于尚未冻结的以前各期，将在其本期数中反映。",
                        en:
                            "\(book.late.awaitingIssue) further facts belong to earlier periods that are not frozen yet "
                            + "and will show in those reports' own figures.")))
        }
        return blocks
    }

    private var lateKeys: [String] {
        let late = FigureValues.of(book.late.sums(corrections: false))
        let corrected = FigureValues.of(book.late.sums(corrections: true))
        return Set(late.keys).union(corrected.keys).filter { (late[$0] ?? 0) != 0 || (corrected[$0] ?? 0) != 0 }
            .filter { !FigureValues.repeatsAnother($0) }.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    private func rank(_ key: String) -> Int {
        FigureValues.standing.firstIndex(of: key) ?? FigureValues.standing.count
    }

    private func lateCell(_ key: String) -> Text {
        book.figures[key] == nil ? .number(0) : .figure(key)
    }

    /// One row a record and business date.
    private func lateRecords(_ rows: [LateFacts.Row], caption: Phrase?) -> Table? {
        guard !rows.isEmpty else { return nil }
        struct Key: Hashable {
            var source: String
            var date: CivilDate
            var isCorrection: Bool
        }
        var groups: [Key: [LateFacts.Row]] = [:]
        for row in rows {
            let posting = row.fact.posting
            let key = Key(source: posting.source, date: posting.date, isCorrection: row.isCorrection)
            groups[key, default: []].append(row)
        }
        let sorted = groups.sorted { left, right in
            let (one, other) = (left.value[0].fact.seq, right.value[0].fact.seq)
            return (left.key.date, one, left.key.source, left.key.isCorrection ? 1 : 0)
                < (right.key.date, other, right.key.source, right.key.isCorrection ? 1 : 0)
        }
        return Table(
            caption: caption,
            columns: [
                .start("类型", "Type"), .start("日期", "Date"), .start("人员", "Officer"), .start("编号", "Record"),
                .start("内容", "What"), .start("计入", "Counts"), .end("序号", "Seq"),
            ],
            rows: sorted.map { key, group in
                lateRow(group, source: key.source, date: key.date, isCorrection: key.isCorrection)
            })
    }

    private func lateRow(
        _ group: [LateFacts.Row], source: String, date: CivilDate, isCorrection: Bool
    ) -> [Text] {
        let facts = group.map(\.fact).sorted { ($0.seq, $0.posting.value) < ($1.seq, $1.posting.value) }
        let line = facts.last?.line
        let officer = facts.last?.posting.officer ?? line?.officer
        return [
            isCorrection ? .phrase(zh: "更正", en: "corrected") : .phrase(zh: "补报", en: "late"),
            .plain(date.description), officer.map { .phrase(name($0)) } ?? .phrase(.absent), .plain(source),
            line.map(words) ?? .phrase(.absent), .phrase(effect(facts, isCorrection: isCorrection)),
            .number(facts.last?.seq ?? 0),
        ]
    }

    /// Late: what is added. Corrected: old → new.
    private func effect(_ facts: [LearntFact], isCorrection: Bool) -> Phrase {
        var byIndicator: [String: [LearntFact]] = [:]
        for fact in facts { byIndicator[fact.posting.indicator, default: []].append(fact) }
        let parts = byIndicator.sorted { $0.key < $1.key }.compactMap { indicator, facts -> Phrase? in
            let net = facts.reduce(Int64(0)) { $0 + $1.posting.value }
            let label = IndicatorLabel.name(indicator)
            guard isCorrection else { return net == 0 ? nil : effect(label, "", net, indicator) }
            // Within one event the old value is taken back before the new one is added; facts come in that order.
            let first = facts.first.map { $0.posting.value < 0 ? -$0.posting.value : 0 } ?? 0
            let (old, new) = (first, first + net)
            return old == new ? nil : effect(label, text(old, indicator), new, indicator)
        }
        guard !parts.isEmpty else { return .absent }
        return Phrase(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }

    private func effect(_ label: Phrase, _ old: Phrase, _ new: Int64, _ indicator: String) -> Phrase {
        let value = text(new, indicator)
        return Phrase(
            zh: "\(label.zh) \(old.zh) → \(value.zh)", en: "\(label.en) \(old.en) → \(value.en)")
    }

    private func effect(_ label: Phrase, _ sign: String, _ value: Int64, _ indicator: String) -> Phrase {
        let value = text(value, indicator)
        return Phrase(zh: "\(label.zh) \(sign)\(value.zh)", en: "\(label.en) \(sign)\(value.en)")
    }

    private func text(_ value: Int64, _ indicator: String) -> Phrase {
        FigureValues.isAmount(indicator) ? Money(yuan: value).phrase : Phrase(String(value))
    }
}
