import Identifiers
import Labels
import Promotion
public import ReportModel
import Reporting
import WorkCalendar

extension Bureau {
    /// `zs project brief P-3`: one page for a leader who has a minute.
    public func briefProject(_ text: String, caller: Caller) async throws -> Report {
        try await read(caller) { context in
            let project = try context.store.project(named: text)
            try context.authorise("project.brief", .unit(project.unitID))
            let view = try context.projectView(project)
            let names = try Names(context.store)
            let notes = try context.latestNotes(about: project, names)
            return Report(
                kind: "brief", unit: project.unitID.description, unitName: names.unit(project.unitID),
                period: context.today.description, state: .draft, asOfSeq: try context.store.headSeq(),
                asOf: context.now.iso8601, engine: Engine.number,
                title: Phrase("\(project.id) \(view.record.text("name"))"),
                sections: ProjectBrief(view: view, names: names, notes: notes, today: context.today).sections,
                figures: [:])
        }
    }
}

/// The sections of a project's brief.
struct ProjectBrief {
    let view: ProjectView
    let names: Names
    /// Newest first.
    let notes: [EntryView]
    let today: CivilDate

    var sections: [Section] {
        [facts, course, money, promises, latest].filter { !$0.blocks.isEmpty }
    }

    private var facts: Section {
        let project = view.project
        var lines: [Text] = []
        func line(_ zh: String, _ en: String, _ value: Phrase?) {
            guard let value else { return }
            lines.append(.phrase(zh: "\(zh)：\(value.zh)", en: "\(en): \(value.en)"))
        }
        line("阶段", "Stage", project.stage.title)
        line("灯", "Light", CodeLabel.of(view.light.colour.rawValue))
        for reason in view.light.reasons { lines.append(.phrase(reason)) }
        line("牵头单位", "Unit", names.unit(project.unitID))
        line("经办", "Manager", project.people.manager.map(names.officer))
        line("挂帅领导", "Leader in charge", project.people.leader.map(names.officer))
        line("行业", "Industry", project.facts.industry.map { Phrase($0) })
        line("产业链", "Chain", project.facts.chain.map { Phrase($0) })
        line("计划总投资", "Planned total", project.facts.plannedTotal?.phrase)
        line("合同金额", "Contract value", project.contractValue.phrase)
        line("到位资金", "Funds in place", view.dossier.verifiedFunds.phrase)
        line(
            "疑点", "To look at",
            view.flags.isEmpty ? nil : Phrase(view.flags.map(\.kind.rawValue).joined(separator: ", ")))
        return Section(heading: Phrase(zh: "基本情况", en: "Facts"), blocks: [.list(lines)])
    }

    private var course: Section {
        let rows = view.project.steps.filter { !$0.withdrawn }.map { step -> [Text] in
            [
                .plain(step.date.description), .phrase(step.to.title),
                .plain(step.reason.flatMap { view.texts[$0.id] } ?? step.evidence.joined(separator: " ")),
            ]
        }
        return table(
            Phrase(zh: "推进过程", en: "Course"),
            [Phrase(zh: "日期", en: "Date"), Phrase(zh: "阶段", en: "Stage"), Phrase(zh: "说明", en: "Remark")], rows)
    }

    private var money: Section {
        let agreements = view.dossier.agreements.map { agreement -> [Text] in
            [
                .plain(agreement.id.description), .plain(agreement.signedOn.description),
                .phrase(CodeLabel.of(agreement.form.rawValue)), .phrase(agreement.amount.phrase),
            ]
        }
        let funds = view.dossier.funds.map { funds -> [Text] in
            [
                .plain(funds.id.description), .plain(funds.arrivedOn.description),
                .phrase(CodeLabel.of(funds.state.rawValue)), .phrase(funds.signedAmount.phrase),
            ]
        }
        return table(
            Phrase(zh: "协议与资金", en: "Agreements and funds"),
            [
                Phrase(zh: "编号", en: "Id"), Phrase(zh: "日期", en: "Date"), Phrase(zh: "类型", en: "Kind"),
                Phrase(zh: "金额", en: "Amount"),
            ], agreements + funds)
    }

    /// What is due within 30, 60 and 90 days, and what is overdue.
    private var promises: Section {
        var rows: [[Text]] = []
        func add(_ id: String, _ due: CivilDate, _ text: String) {
            guard due - today <= 90 else { return }
            let when =
                due < today
                ? Phrase(zh: "逾期", en: "overdue")
                : [30, 60, 90].first { due - today <= $0 }.map { Phrase(zh: "\($0) 天内", en: "\($0) days") }
            rows.append([.plain(id), .plain(due.description), .phrase(when ?? Phrase("")), .plain(text)])
        }
        let open = zip(view.dossier.commitments, view.commitments).filter { $0.0.state == .pending }
        for (commitment, shown) in open {
            if let due = commitment.dueOn { add(commitment.id.description, due, shown.text("text")) }
        }
        for (milestone, shown) in zip(view.dossier.milestones, view.milestones) where milestone.doneOn == nil {
            add(milestone.id.description, milestone.dueOn, shown.text("text"))
        }
        return table(
            Phrase(zh: "承诺与节点", en: "Commitments and milestones"),
            [
                Phrase(zh: "编号", en: "Id"), Phrase(zh: "到期", en: "Due"), Phrase(zh: "时限", en: "Within"),
                Phrase(zh: "内容", en: "What"),
            ], rows)
    }

    /// What was last written about it.
    private var latest: Section {
        let rows = notes.map { note -> [Text] in
            [
                .plain(note.entry.date.description), .phrase(note.officerName),
                .plain(note.text ?? note.entry.amount.map { "\($0.yuan)" } ?? ""),
            ]
        }
        return table(
            Phrase(zh: "最近记录", en: "Latest notes"),
            [Phrase(zh: "日期", en: "Date"), Phrase(zh: "经办", en: "Officer"), Phrase(zh: "内容", en: "Text")], rows)
    }

    private func table(_ heading: Phrase, _ titles: [Phrase], _ rows: [[Text]]) -> Section {
        Section(
            heading: heading,
            blocks: rows.isEmpty ? [] : [.table(Table(columns: titles.map { Table.Column($0) }, rows: rows))])
    }
}

extension ReadContext {
    /// The five newest lines that somebody typed about the project or the lead it came from.
    fileprivate func latestNotes(about project: Project, _ names: Names) throws -> [EntryView] {
        let ids = [project.id.description] + [project.lead?.description].compactMap(\.self)
        let lines = try ids.flatMap { try store.entries(EntryFilter(record: $0, includeAutomatic: false)) }
        let newest = Dictionary(lines.map { ($0.entry.id, $0) }) { first, _ in first }.values
            .sorted { ($1.entry.date, $1.entry.id) < ($0.entry.date, $0.entry.id) }
        return try names.views(Array(newest.prefix(5)), store)
    }
}

extension RecordView {
    func text(_ name: String) -> String {
        switch self[name] {
        case .text(let text): text
        case .number(let number): String(number)
        case nil: ""
        }
    }
}
