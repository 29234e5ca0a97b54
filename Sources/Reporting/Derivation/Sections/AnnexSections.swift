import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// What a reader must know first: merged weeks, a period that is not over, a new version.
    var noticeSection: [Section] {
        var items: [Text] = []
        if let from = facts.coversFrom {
            let last = facts.period.previous
            let names = (from == last ? [from] : [from, last]).map { PeriodLabel.name($0.key) }
            let merged = Phrase(
                zh: names.map(\.zh).joined(separator: "至"), en: names.map(\.en).joined(separator: " to "))
            items.append(
                .phrase(
                    zh: "\(merged.zh)没有工作日，未单独成期，并入本期（\(facts.days.lowerBound) 至 \(facts.days.upperBound)）。",
                    en: "In \(merged.en) there was no working day and no issue; this issue covers it too "
                        + "(\(facts.days.lowerBound) to \(facts.days.upperBound))."))
        }
        if facts.kind == .week, facts.calendar.workingDays(in: facts.period) == 0 {
            items.append(
                .phrase(
                    zh: "本周没有工作日，不单独成期，由下一期合并反映。",
                    en: "This week has no working day: no issue appears, the next one covers it."))
        }
        if facts.asOf.date <= facts.period.lastDay, facts.state != .frozen {
            items.append(
                .phrase(
                    zh: "本期尚未结束，数据截至 \(moment(facts.asOf))。",
                    en: "The period is not over; figures are as of \(moment(facts.asOf))."))
        }
        if facts.version > 1 {
            items.append(
                .phrase(
                    zh: "本期为第 \(facts.version) 版，替代以前各版。", en: "Version \(facts.version); it replaces the earlier ones."
                ))
        }
        if facts.calendar.isProvisional(facts.days) {
            items.append(
                .phrase(
                    zh: "所涉年度的放假安排尚未公布，带“~”的时限为暂定。",
                    en: "The holidays of a year concerned are not published yet; due times marked “~” are provisional.")
            )
        }
        guard !items.isEmpty else { return [] }
        return [Section(heading: Phrase(zh: "说明", en: "Notes"), blocks: [.list(items)])]
    }

    /// Definitions and cut-off.
    var annexSection: Section {
        var items: [Text] = [
            .phrase(
                zh: "范围：\(facts.unit.name.zh)及其下属机构；日期 \(facts.days.lowerBound) 至 \(facts.days.upperBound)。",
                en: "Scope: \(facts.unit.name.en) and all units below it; dates \(facts.days.lowerBound) to "
                    + "\(facts.days.upperBound)."),
            .phrase(
                zh: "本期数为发生日期在本期、截止时已知的事实之和；累计自 \(facts.daysToDate.lowerBound) 起。",
                en: "Own figures are the sums of facts dated in the period and known at the cut-off; cumulative ones "
                    + "begin on \(facts.daysToDate.lowerBound)."),
        ]
        if facts.kind >= .week {
            items.append(
                .phrase(
                    zh: "K19 走访、来访按企业家次计，同一企业同一天只计一次；活动、宣传按日志条数计。K32 零报告率、漏报率的分母为应报人日，请假、停报不计。",
                    en:
                        "K19 counts visits by enterprise and day, each once, and activities and publicity by entry; the "
                        + "denominator of the K32 rates is the officer-days expected, without leave and pauses."))
        }
        if facts.kind >= .month {
            items.append(
                .phrase(
                    zh: "周汇总归属其星期四所在的月份。分母为零时显示“—”。比率保留一位小数，四舍五入。",
                    en: "A week belongs to the month of its Thursday. A zero denominator shows as “—”. Ratios have one "
                        + "decimal, half up."))
        }
        items.append(
            .phrase(
                zh: "截止：\(moment(facts.asOf))，序号 \(facts.asOfSeq)；引擎 \(Engine.number)。",
                en: "Cut-off: \(moment(facts.asOf)), seq \(facts.asOfSeq); engine \(Engine.number)."))
        if facts.kind >= .month {
            let command = "zs report verify \(facts.kind.rawValue) \(facts.period.key) --unit \(facts.unit.code)"
            items.append(
                .phrase(
                    zh: "校验：冻结后的校验值可由 \(command) 重算核对。",
                    en: "Checksum: once frozen, \(command) reckons it again and compares."))
        }
        return Section(
            heading: Phrase(zh: "附注", en: "Annex"),
            blocks: [.list(items)] + (facts.kind == .month ? listAndDefinitionBlocks : []))
    }
}
