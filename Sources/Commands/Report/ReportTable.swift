import Labels
import TextLayout
import WireAPI

/// Issues of reports, and the figures in them, on a page.
enum ReportTable {
    static func of(_ reports: [ReportRecord]) -> PageTable {
        PageTable(
            reports,
            [
                PageColumn("kind") { .code($0.kind) },
                PageColumn("period") { .text($0.period) },
                PageColumn("unit", shrinkable: true) { .text(unit($0)) },
                PageColumn("state") { .code($0.state) },
                PageColumn("version", .end) { .integer($0.version) },
                PageColumn("frozen_at") { .instant($0.frozenAt) },
                PageColumn("task") { .text($0.task) },
                PageColumn("as_of_seq", .end, usual: false) { .integer($0.asOfSeq) },
                PageColumn("hash", usual: false) { .text($0.hash) },
                PageColumn("reason", usual: false) { .text($0.reason) },
            ])
    }

    static func fields(of report: ReportRecord) -> [PageField] {
        [
            PageField("kind", .code(report.kind)), PageField("period", .text(report.period)),
            PageField("unit", .text(unit(report))), PageField("state", .code(report.state)),
            PageField("version", .integer(report.version)), PageField("as_of_seq", .integer(report.asOfSeq)),
            PageField("hash", .text(report.hash)), PageField("frozen_at", .instant(report.frozenAt)),
            PageField("reason", .text(report.reason)),
        ]
    }

    /// `开工项目数 K9.count`: the key is what `report explain` takes.
    private static func named(_ key: String) -> Phrase {
        let name = IndicatorLabel.name(key)
        return name == Phrase(key) ? name : Phrase(zh: "\(name.zh) \(key)", en: "\(name.en) \(key)")
    }

    static func of(_ figures: [FigureComparison]) -> PageTable {
        PageTable(
            figures,
            [
                PageColumn("figure", shrinkable: true) { .labelled(plain: $0.figure, shown: named($0.figure)) },
                PageColumn("from", .end) { .figure($0.from, unit: $0.unit) },
                PageColumn("to", .end) { .figure($0.to, unit: $0.unit) },
                PageColumn("change", .end) { .figure($0.change, unit: $0.unit) },
                PageColumn("measure", usual: false) { .code($0.unit) },
            ])
    }

    static func parts(of document: FigureExplanationDocument, in language: Language) -> [Page.Part] {
        let text = language == .zh ? document.textZh : document.textEn
        return [
            .fields([
                PageField("figure", .text(document.figure)),
                PageField("value", .figure(document.value, unit: document.unit)), PageField("text", .text(text)),
            ]),
            .table(
                PageTable(
                    document.rows,
                    [
                        PageColumn("id") { .text($0.id) },
                        PageColumn("kind") { .code($0.kind) },
                        PageColumn(document.unit == "yuan" ? "amount" : "value", .end) {
                            document.unit == "yuan" ? .yuan($0.amount) : .integer($0.amount)
                        },
                        PageColumn("effective_on") { .text($0.effectiveOn) },
                        PageColumn("seq", .end) { .integer($0.seq) },
                        PageColumn("officer") { .text($0.officer) },
                        PageColumn("text", shrinkable: true) { .text($0.text) },
                    ])),
        ]
    }

    private static func unit(_ report: ReportRecord) -> String {
        [report.unit, report.unitName].compactMap(\.self).joined(separator: " ")
    }
}
