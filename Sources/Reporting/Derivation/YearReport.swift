import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// 年部署
    var yearSections: [Section] {
        let appraisal = appraisalBlocks
        return [
            Section(
                heading: Phrase(zh: "概要", en: "Summary"),
                blocks: [.paragraph(leadSentence), .cards(summaryCards)]),
            Section(heading: Phrase(zh: "目标部署", en: "Deployment of targets"), blocks: deploymentBlocks),
            Section(heading: Phrase(zh: "指标", en: "Indicators"), blocks: [.table(indicatorTable)]),
            Section(
                heading: Phrase(zh: "各月", en: "Months"), blocks: [.table(monthTable)] + [trendChart].compactMap(\.self)),
        ] + pipelineSections + rankingSections + [
            Section(heading: Phrase(zh: "考核", en: "Appraisal"), blocks: appraisal),
            Section(
                heading: Phrase(zh: "报送情况", en: "Who reported"),
                blocks: [
                    submissions(.quarter, caption: Phrase(zh: "季活动", en: "Quarterly activities")),
                    submissions(.year, caption: Phrase(zh: "年部署", en: "Yearly deployment")),
                ].compactMap(\.self)),
            Section(heading: Phrase(zh: "补报和更正", en: "Late entries and corrections"), blocks: lateBlocks),
            Section(
                heading: Phrase(zh: "问题和下步打算", en: "Problems and next steps"), blocks: narrativeOrNothing(.year)),
        ]
    }
}
