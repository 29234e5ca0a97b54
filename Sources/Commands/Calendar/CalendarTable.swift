import Labels
import TextLayout
import WireAPI

/// Periods, years and imports of the calendar on a page.
enum CalendarTable {
    static func of(_ years: [CalendarYear]) -> PageTable {
        PageTable(
            years,
            [
                PageColumn("year", .end) { .integer($0.year) },
                PageColumn("status") { .code($0.status) },
                PageColumn("working_days", .end) { .integer($0.workingDays) },
                PageColumn("notice", shrinkable: true) { .text($0.notice) },
                PageColumn("revision", .end) { .integer($0.revision) },
                PageColumn("url", usual: false) { .text($0.url) },
            ])
    }

    static func parts(of document: CalendarPeriodDocument) -> [Page.Part] {
        [
            .fields([
                PageField("period", .text(document.period)), PageField("first_day", .text(document.firstDay)),
                PageField("last_day", .text(document.lastDay)),
                PageField("working_days", .integer(document.workingDays)),
                PageField("last_working_day", .text(document.lastWorkingDay)),
                PageField("owner_month", .text(document.ownerMonth)),
                PageField("provisional", .flag(document.provisional)),
            ]),
            .table(days(document.days)),
        ]
    }

    static func parts(of reply: CalendarImportReply, in language: Language) -> [Page.Part] {
        let detail = reply.detail
        var parts: [Page.Part] = [
            .fields([
                PageField("year", .integer(detail.year)), PageField("status", .code(detail.status)),
                PageField("notice", .text(detail.notice)),
            ])
        ]
        parts += detail.warnings.map { .aside((language == .zh ? "警告：" : "warning: ") + $0) }
        if !detail.days.isEmpty {
            parts.append(
                .table(days(detail.days.map { CalendarDay(date: $0.date, working: $0.working, name: $0.name) })))
        }
        if !detail.moves.isEmpty {
            parts.append(
                .table(
                    PageTable(
                        detail.moves,
                        [
                            PageColumn("task") { .text($0.task) }, PageColumn("subject") { .text($0.subject) },
                            PageColumn("from") { .instant($0.from) }, PageColumn("to") { .instant($0.to) },
                        ])))
        }
        return parts + .asides(of: reply.write, in: language)
    }

    private static func days(_ days: [CalendarDay]) -> PageTable {
        PageTable(
            days,
            [
                PageColumn("date") { .text($0.date) },
                PageColumn("working") { .flag($0.working) },
                PageColumn("name", shrinkable: true) { .text($0.name) },
            ])
    }
}
