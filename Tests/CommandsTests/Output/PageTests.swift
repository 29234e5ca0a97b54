import Labels
import ReportModel
import Testing
import WireAPI

@testable import Commands

struct PageTests {
    private static let tasks = TaskTable.of([
        TaskRecord(
            id: "T-12", source: "R-2", level: "week", product: "consolidation", subject: "U-3", subjectName: "新能源专班",
            period: "2026-W09", dueAt: "2026-02-28T16:00:00+08:00", state: "open", overdueLevel: 0),
        TaskRecord(
            id: "T-9", source: "R-1", product: "inventory", subject: "O-1", period: "2027-01-04",
            dueAt: "2027-01-04T17:30:00+08:00", provisional: true, state: "missed", overdueLevel: 2),
    ])

    @Test func terminalTableSpeaksChinese() {
        #expect(
            Page(.table(Self.tasks)).shown(width: 100, in: .zh) == """
                编号  产品    对象            时段        到期               状态    逾期级
                ────  ──────  ──────────────  ──────────  ─────────────────  ──────  ──────
                T-12  周汇总  U-3 新能源专班  2026-W09    2026-02-28 16:00   未提交       0
                T-9   日盘点  O-1             2027-01-04  2027-01-04 17:30~  缺报         2

                """)
    }

    @Test func terminalTableSpeaksEnglish() {
        #expect(
            Page(.table(Self.tasks)).shown(width: 100, in: .en) == """
                Id    Product        Subject         Period      Due                State   Overdue
                ────  ─────────────  ──────────────  ──────────  ─────────────────  ──────  ───────
                T-12  consolidation  U-3 新能源专班  2026-W09    2026-02-28 16:00   open          0
                T-9   inventory      O-1             2027-01-04  2027-01-04 17:30~  missed        2

                """)
    }

    @Test(arguments: Language.allCases)
    func pipeHasValuesOfTheDocumentAndNothingElse(language: Language) {
        #expect(
            Page(.table(Self.tasks)).plain(in: language) == """
                T-12\tconsolidation\tU-3 新能源专班\t2026-W09\t2026-02-28T16:00:00+08:00\topen\t0\t\t\t
                T-9\tinventory\tO-1\t2027-01-04\t2027-01-04T17:30:00+08:00\tmissed\t2\t\t\t

                """)
    }

    @Test func columnsAreChosenByKeyHiddenOnesToo() throws {
        let page = try Page(.table(Self.tasks)).selecting(["source", "id"])
        #expect(page.plain(in: .en) == "R-2\tT-12\nR-1\tT-9\n")
    }

    @Test func unknownColumnNamesThoseThereAre() {
        let error = #expect(throws: ZhaoshangError.self) { try Page(.table(Self.tasks)).selecting(["colour"]) }
        #expect(error?.code == .usage)
        #expect(error?.hint?.en.contains("due_at") == true)
    }

    @Test func writeSaysWhatChangedAndHowToTakeItBack() {
        let reply = WriteReply(
            id: "U-3", events: [17],
            changed: [
                ChangedField(field: "name_zh", from: "新能源组", to: "新能源专班"), ChangedField(field: "active", to: true),
            ],
            undo: "zs undo")
        let page = Page(.written(reply, in: .en))
        #expect(
            page.shown(width: 80, in: .en) == """
                Id  U-3

                Field         From      To
                ────────────  ────────  ──────────
                Chinese name  新能源组  新能源专班
                Active                  yes

                undo: zs undo

                """)
        #expect(page.plain(in: .en) == "id\tU-3\nname_zh\t新能源组\t新能源专班\nactive\t\ttrue\n")
        #expect(page.asides() == "undo: zs undo\n")
    }

    @Test(arguments: [
        (ChangedField(field: "amount", from: "260000000", to: "70000000"), "金额: 2.6亿元 → 7000万元"),
        (ChangedField(field: "J-95.withdrawn", from: "false", to: "true"), "J-95 已撤回: 否 → 是"),
        (ChangedField(field: "T-12.state", from: "submitted", to: "accepted"), "T-12 状态: 已提交 → 已通过"),
        (ChangedField(field: "T-12", to: "2026-02-28T16:00:00+08:00"), "T-12: – → 2026-02-28 16:00"),
        (ChangedField(field: "text", from: "true", to: "open"), "内容: true → open"),
        (ChangedField(field: "day.zone", to: "5"), "day.zone: – → 5"),
    ])
    func changeIsReadAsItsField(change: ChangedField, line: String) {
        #expect(change.line.shown(in: .zh) == line)
    }

    @Test func listOfTasksSaysWhatWasLateAndWhatWasWaived() {
        let tasks = TaskTable.of([
            TaskRecord(
                id: "T-1", source: "R-9", product: "custom", subject: "U-3", period: "2026-09-01",
                dueAt: "2026-09-01T17:30:00+08:00", state: "accepted", overdueLevel: 0,
                submittedAt: "2026-09-01T18:02:00+08:00", onTime: false, ruleName: "项目调度"),
            TaskRecord(
                id: "T-2", source: "R-9", product: "custom", subject: "U-3", period: "2026-09-02",
                dueAt: "2026-09-02T17:30:00+08:00", state: "waived", overdueLevel: 0, reason: "leave",
                ruleName: "项目调度"),
        ])
        let lines = Page(.table(tasks)).shown(width: 160, in: .zh).split(separator: "\n").dropFirst(2).map {
            $0.split(separator: "  ").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        }
        #expect(
            lines == [
                ["T-1", "项目调度", "U-3", "2026-09-01", "2026-09-01 17:30", "已通过", "0", "2026-09-01 18:02", "迟报"],
                ["T-2", "项目调度", "U-3", "2026-09-02", "—", "已免除", "0", "请假"],
            ])
    }

    @Test func dryRunSaysThatNothingWasWritten() {
        let reply = WriteReply(events: [], changed: [], undo: "zs undo", dryRun: true)
        #expect(Page(.written(reply, in: .zh)).asides() == "试运行：什么也没有写入\n")
    }

    @Test func recordInAPipeIsKeyAndValue() {
        let page = Page(.fields([PageField("working_days", .integer(Int64(3))), PageField("notice", .nothing)]))
        #expect(page.plain(in: .zh) == "working_days\t3\nnotice\t\n")
        #expect(page.shown(width: 80, in: .zh) == "工作日数  3\n")
    }

    @Test func moneyIsReadableOnATerminalAndWholeYuanElsewhere() {
        let page = Page(.fields([PageField("amount", .yuan(320_000_000))]))
        #expect(page.shown(width: 80, in: .zh) == "金额  3.2亿元\n")
        #expect(page.shown(width: 80, in: .en) == "Amount  RMB 320 million\n")
        #expect(page.plain(in: .zh) == "amount\t320000000\n")
    }

    @Test func spreadsheetGetsTitlesAndNumbers() {
        #expect(
            Page(.table(Self.tasks)).csv(in: .zh).hasPrefix(
                "\u{FEFF}编号,产品,对象,时段,到期,状态,逾期级,提交时间,按时,原因\r\nT-12,consolidation,U-3 新能源专班,2026-W09,"))
    }

    @Test func wordsFromOutsideCannotSpeakToTheTerminal() {
        let page = Page(.fields([PageField("text", .text("a\u{1B}[31mb\tc"))]))
        #expect(page.plain(in: .en) == "text\ta[31mb c\n")
        #expect(!page.shown(width: 80, in: .en).contains("\u{1B}"))
    }
}
