import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// 周汇总
    var weekSections: [Section] {
        let submitted = submissions(.week, caption: Phrase(zh: "各机构周汇总", en: "Consolidations of the units"))
        return [
            Section(heading: Phrase(zh: "本周数据", en: "The week in figures"), blocks: [.table(countTable)]),
            Section(heading: Phrase(zh: "本周工作", en: "Work of the week"), blocks: workBlocks),
            Section(heading: Phrase(zh: "分类统计", en: "By kind and tag"), blocks: kindAndTagBlocks),
        ] + pipelineSections + courseSections + stalledSections + directiveSections + rankingSections + [
            Section(
                heading: Phrase(zh: "报送情况", en: "Who reported"),
                blocks: completenessBlocks + [submitted].compactMap(\.self)),
            Section(
                heading: Phrase(zh: "问题、打算和需要支持", en: "Blockers, next steps, help needed"),
                blocks: narrativeOrNothing(.week)),
            Section(heading: Phrase(zh: "下周调度清单", en: "Next week's agenda"), blocks: agendaBlocks + dispatchBlocks),
            Section(heading: Phrase(zh: "补报和更正", en: "Late entries and corrections"), blocks: lateBlocks),
        ]
    }
}
