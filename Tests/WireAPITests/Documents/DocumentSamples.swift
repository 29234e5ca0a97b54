import Labels
import ReportModel
import WireAPI

/// One filled sample of each document that scripts may rely on.
enum DocumentSamples {
    struct Sample: Sendable, CustomStringConvertible {
        let name: String
        let bytes: @Sendable () throws -> [UInt8]
        let again: @Sendable ([UInt8]) throws -> [UInt8]

        init<Document: Codable & Sendable>(_ name: String, _ document: Document) {
            self.name = name
            bytes = { try WireJSON.encode(document) }
            again = { try WireJSON.encode(try WireJSON.decode(Document.self, from: $0)) }
        }

        var description: String { name }
    }

    static let all: [Sample] =
        calendar + work + house + indicators + imports + leads + projects + notifications
        + [Sample("report", ReportDocument(report))]

    private static let calendar = [
        Sample(
            "calendar-due",
            CalendarDueDocument(from: "2026-02-13", workingDays: 3, due: "2026-02-25", provisional: false)),
        Sample(
            "calendar-count",
            CalendarCountDocument(from: "2026-02-01", to: "2026-02-28", workingDays: 16, provisional: false)),
        Sample(
            "calendar-period",
            CalendarPeriodDocument(
                period: "2026-W08", firstDay: "2026-02-16", lastDay: "2026-02-22", workingDays: 0,
                ownerMonth: "2026-02", provisional: false,
                days: [
                    CalendarDay(date: "2026-02-16", working: false, name: "春节"),
                    CalendarDay(date: "2026-02-22", working: false),
                ])),
        Sample("calendar-roll", CalendarRollDocument(date: "2026-10-08", provisional: false)),
        Sample("calendar-nth", CalendarNthDocument(date: "2026-10-10", provisional: false)),
        Sample("calendar-nth-none", CalendarNthDocument()),
        Sample(
            "calendar-years",
            CalendarYearsDocument(years: [
                CalendarYear(
                    year: 2026, status: "published", workingDays: 248, notice: "国办发明电〔2025〕7号",
                    url: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm", revision: 1)
            ])),
    ]

    private static let imports = [
        Sample(
            "progress", ProgressDocument(command: "6f1c", stage: "recording", done: 12_500, total: 100_000)),
        Sample(
            "import",
            ImportReply(
                WriteReply(id: "I-3", events: [], changed: []),
                ImportDetail(plan: importPlan))),
        Sample("import-plan", ImportPlanDocument(plan: importPlan)),
        Sample(
            "imports",
            ImportsDocument(imports: [
                ImportRecord(
                    id: "I-2", kind: "targets", file: "目标.xlsx", state: "applied", actor: "O-5",
                    at: "2026-09-17T10:02:11+08:00", sheet: "2026", rows: 12,
                    counts: ImportCounts(create: 12, change: 0, unchanged: 0, duplicate: 0, refused: 0), seq: 402,
                    problemCount: 0)
            ])),
        Sample(
            "export",
            ExportDocument(tables: [
                ExportTableRecord(
                    kind: "entries",
                    columns: [ExportColumnRecord(field: "text"), ExportColumnRecord(field: "amount", unit: "yuan")],
                    rows: [["走访渝新能源", 320_000_000], ["座谈", ""]])
            ])),
    ]

    private static let importPlan = ImportRecord(
        id: "I-3", kind: "entries", file: "台账.csv", state: "planned", actor: "O-3", at: "2026-09-18T10:02:11+08:00",
        expiresAt: "2026-09-25T10:02:11+08:00", encoding: "GB18030", rows: 500,
        counts: ImportCounts(create: 490, change: 1, unchanged: 1, duplicate: 5, refused: 3), seq: 412,
        columns: [
            ImportedColumn(title: "投资额（万元）", field: "amount", unit: "万元"), ImportedColumn(title: "序号"),
        ],
        problems: [
            ImportProblem(
                line: 17, record: 16, column: "日期", field: "date", value: "11/23/2026", code: "bad_date",
                message: "月和日的先后不明", remedy: "写成 2026-11-23")
        ], problemCount: 3,
        notices: [
            ImportProblem(
                line: 20, record: 19, column: "日期", field: "received", value: "2025-12-01", code: "lapsed",
                message: "导入前已到期：首次联系 2025-12-02；不计时、不提醒", remedy: "补上状态和日期")
        ], noticeCount: 1,
        samples: [
            ImportRowRecord(
                line: 9, action: "change", subject: "O-7", label: "王芳",
                changed: [ChangedField(field: "capacity", from: "4", to: "6")]),
            ImportRowRecord(line: 12, action: "duplicate", subject: "9", label: "王芳"),
        ])

    static let task = TaskRecord(
        id: "T-12", source: "R-2", level: "week", product: "consolidation", subject: "U-3", subjectName: "新能源专班",
        unit: "U-3", period: "2026-W09", dueAt: "2026-02-28T16:00:00+08:00", provisional: false, state: "accepted",
        overdueLevel: 0, submittedAt: "2026-02-28T15:12:00+08:00", onTime: true, detectedLate: false)

    private static let entry = EntryRecord(
        id: "J-7", date: "2026-09-18", officer: "O-1", officerName: "李明", unit: "U-3", text: "走访渝新能源，商定11月签约",
        links: [EntryLinkRecord(id: nil, name: "渝新能源")], tags: ["走访"], kind: "visitOut", amount: 320_000_000,
        source: "typed")

    private static let event = HistoryRecord(
        seq: 41, at: "2026-09-18T10:02:11+08:00", actor: "O-1", onBehalf: "O-2", verb: "entry.log", subject: "J-7",
        effectiveOn: "2026-09-18", changed: [ChangedField(field: "amount", from: 300_000_000, to: 320_000_000)],
        compensates: [40])

    private static let explanation: AssignmentExplanationDocument = {
        var document = AssignmentExplanationDocument(
            lead: "L-7", officer: "O-2", officerName: "李明", unit: "U-3", step: "batch",
            rule: "10 chain:新能源 -> bn-ne", alarm: false,
            candidates: [
                AssignmentCandidateRecord(
                    officer: "O-2", officerName: "李明", kept: true, reason: "best", text: "整批最优", load: 1,
                    capacity: 4, score: 2800),
                AssignmentCandidateRecord(
                    officer: "O-3", kept: false, reason: "onLeave", text: "响应期内请假（2026-02-14…2026-02-23）", load: 1,
                    capacity: 4, score: 0.25),
            ])
        document.cost = 2800
        document.terms = [AssignmentTermRecord(name: "load", cost: 2500)]
        document.next = AssignmentNextRecord(officer: "O-4", cost: 5800)
        document.id = "Z-3"
        document.at = "2026-02-13T16:00:00+08:00"
        document.by = "O-1"
        document.previous = "O-5"
        document.reason = "专业对口"
        return document
    }()

    private static let fairness = AssignmentFairnessDocument(
        unit: "U-3", from: "2026-01-15", to: "2026-02-13", lowest: 0.25, highest: 1, mean: 0.625, gini: 0.25,
        officers: [
            OfficerShareRecord(officer: "O-2", officerName: "李明", load: 1, capacity: 4, ratio: 0.25, assigned: 3)
        ])

    private static let work = [
        Sample(
            "search",
            SearchDocument(
                found: [
                    SearchRecord(id: "E-3", kind: "enterprise", date: "2026-03-01", snippet: "渝新能源科技有限公司"),
                    SearchRecord(
                        id: "J-7", kind: "entry", date: "2026-09-18", unit: "U-3", unitName: "新能源专班",
                        snippet: "…走访渝新能源，商定11月签约"),
                ], hasMore: true)),
        Sample("tasks", TasksDocument(tasks: [task], next: "T-12")),
        Sample(
            "task",
            TaskDocument(
                task: task,
                narrative: NarrativeRecord(summary: "小结", blockers: "问题", nextSteps: "下一步", help: "需协调"),
                children: [TaskChild(id: "T-3", subject: "O-1", period: "2026-02-24", state: "accepted")],
                history: [event])),
        Sample(
            "task-next",
            TaskForecastDocument(tasks: [
                TaskForecast(
                    rule: "R-1", level: "day", product: "inventory", subject: "O-1", period: "2027-01-04",
                    dueAt: "2027-01-04T17:30:00+08:00", provisional: true, explain: "workday 1 at 17:30")
            ])),
        Sample(
            "entry-log",
            LogReply(
                WriteReply(
                    id: "J-7", events: [41, 42], changed: [ChangedField(field: "J-7.text", to: "走访")], undo: "zs undo"),
                EntryLogDetail(entry: entry, task: TaskState(id: "T-9", state: "accepted")))),
        Sample("entries", EntriesDocument(entries: [entry])),
        Sample("entry", EntryDocument(entry: entry, history: [event])),
        Sample(
            "report-verification",
            ReportVerificationDocument(
                ok: true, kind: "month", unit: "U-1", period: "2026-09", version: 1, hash: "ab12", recomputed: true)),
        Sample(
            "figure-explanation",
            FigureExplanationDocument(
                figure: "K6.count", value: 2, textZh: "2个", textEn: "2", unit: "count",
                rows: [
                    FigureRow(id: "A-1", kind: "agreement", amount: 1, effectiveOn: "2026-09-03", seq: 17),
                    FigureRow(id: "A-2", kind: "agreement", effectiveOn: "2026-09-21", seq: 30),
                ])),
        Sample(
            "report-comparison",
            ReportComparisonDocument(
                kind: "month", unit: "U-1", from: "2026-08", to: "2026-09",
                figures: [FigureComparison(figure: "K7.rate", unit: "ratio", from: 0.5, to: 0.625, change: 0.125)])),
        Sample("history", HistoryDocument(id: "J-7", events: [event])),
        Sample("assignment", explanation),
        Sample("assignment-fairness", fairness),
        Sample(
            "assignments",
            AssignmentReply(
                WriteReply(
                    id: "L-7", events: [51, 52], changed: [ChangedField(field: "L-7.owner", to: "O-2")],
                    undo: "zs undo"),
                AssignmentDetail(assignments: [explanation], fairness: fairness))),
        Sample(
            "assignment-solution",
            AssignmentSolutionDocument(total: -3, pairs: [[0, 2], [1, 0]], unassigned: [2])),
    ]

    private static let house = [
        Sample(
            "write",
            WriteReply(
                id: "U-3", events: [], changed: [ChangedField(field: "active", from: false, to: true)],
                undo: "zs undo", dryRun: true)),
        Sample(
            "status",
            StatusDocument(
                version: "0.1.0", protocolNumber: 1, uptimeSeconds: 90, virtualClock: true,
                now: "2026-01-05T08:00:00+08:00", database: DatabaseStatus(bytes: 40960, events: 12),
                tasks: TaskCounts(open: 3, overdue: 1),
                scheduler: SchedulerStatus(
                    watermark: "2026-01-05T00:00:00+08:00", nextEventAt: "2026-01-05T17:30:00+08:00",
                    clock: "running"))),
        Sample(
            "check",
            CheckDocument(
                kind: "money", ok: true, value: 320_000_000, normalized: "3.2亿元", zh: "3.2亿元", en: "RMB 320 million")),
        Sample(
            "check-no",
            CheckDocument(
                kind: "uscc", ok: false,
                error: CheckProblem(code: "check_character", message: "校验码不符", position: 18, expected: "3"))),
        Sample(
            "audit-verification", AuditVerificationDocument(ok: false, events: 12, headHash: "ab12", firstBadSeq: 7)),
        Sample("clock", ClockDocument(now: "2026-01-05T08:00:00+08:00", virtual: true, state: "running")),
        Sample(
            "whoami",
            WhoamiDocument(
                uid: 1001, administrator: false, officer: OfficerReference(id: "O-1", name: "李明"),
                unit: UnitNaming(id: "U-3", name: "新能源专班"), roles: ["officer"])),
        Sample("version", VersionDocument(version: "0.1.0", protocolNumber: 1)),
        Sample(
            "doctor",
            DoctorDocument(ok: true, checks: [DoctorCheck(name: "hash_chain", ok: true, text: "12 个事件")], rebuilt: true)
        ),
    ]

    static let report = Report(
        kind: "month", unit: "U-1", unitName: Phrase(zh: "巴南区招商局", en: "Banan bureau"),
        period: "2026-09", state: .frozen, asOfSeq: 812, asOf: "2026-10-12T17:30:00+08:00", engine: 1, hash: "ab12",
        title: Phrase(zh: "月通报", en: "Monthly report"),
        sections: [
            Section(
                heading: Phrase(zh: "概要", en: "Summary"),
                blocks: [.paragraph(.sequence([.phrase(zh: "签约", en: "Agreements"), .figure("K6.count")]))])
        ],
        figures: [
            "K6.count": Figure(value: 2, unit: .count, text: Phrase(zh: "2个", en: "2"), indicator: "K6"),
            "K7.rate": Figure(value: nil, unit: .ratio, text: Phrase("–")),
        ])
}
