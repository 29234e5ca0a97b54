import Labels
import Promotion
import ReportModel

extension ReportPage {
    /// 日盘点
    var daySections: [Section] {
        [
            Section(
                heading: Phrase(zh: "当日概况", en: "The day"),
                blocks: [
                    .cards([
                        card("officers.reported"), card("officers.expected"), card(Indicator.entries),
                        card(Indicator.entryAmount),
                    ])
                ] + notLoggedBlocks),
            Section(heading: Phrase(zh: "当日工作", en: "Work of the day"), blocks: dayLineBlocks),
            Section(heading: Phrase(zh: "今明到期和逾期", en: "Due today and tomorrow, and overdue"), blocks: agendaBlocks),
        ] + changeSections + lateSectionIfAny
    }

    /// Days are seldom frozen, so the section stands only where it says something.
    private var lateSectionIfAny: [Section] {
        guard !book.late.rows.isEmpty || !book.late.lastYear.isEmpty else { return [] }
        return [Section(heading: Phrase(zh: "补报和更正", en: "Late entries and corrections"), blocks: lateBlocks)]
    }

    func card(_ key: String, trend: [Double] = []) -> Card {
        Card(label: IndicatorLabel.name(key), figure: key, trend: trend)
    }
}
