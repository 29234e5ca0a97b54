import Identifiers
import Labels
import Promotion
public import ReportModel
import Reporting
import WorkCalendar

extension Bureau {
    /// `zs project brief P-3`: one page for a leader who has a minute.
    public func briefProject(_ text: String, caller: Caller) async throws -> Report {
        let codes = shipped.codes
        return try await read(caller) { context in
            let project = try context.store.project(named: text)
            try context.authorise("project.brief", .unit(project.unitID))
            var view = try context.projectView(project)
            let stubs = (project.investors.map(\.name) + [project.entryReason]).compactMap { $0?.id }
            view.texts.merge(try context.store.texts(stubs)) { first, _ in first }
            let known = [project.enterprise, project.localEnterprise] + project.investors.map(\.enterprise)
            let enterprises = try context.store.records(
                Enterprise.self, RecordFilter([.anyOf("id", known.compactMap(\.self))])
            ).map { ($0.record.id, $0.record.name) }
            let names = try Names(context.store)
            let notes = try context.latestNotes(about: project, names)
            return Report(
                kind: "brief", unit: project.unitID.description, unitName: names.unit(project.unitID),
                period: context.today.description, state: .draft, asOfSeq: try context.store.headSeq(),
                asOf: context.now.iso8601, engine: Engine.number,
                title: Phrase("\(project.id) \(view.record.text("name"))"),
                sections: ProjectBrief(
                    view: view, names: names, codes: codes, enterprises: Dictionary(enterprises) { first, _ in first },
                    notes: notes, today: context.today
                ).sections,
                figures: [:])
        }
    }
}

/// The sections of a project's brief.
struct ProjectBrief {
    let view: ProjectView
    let names: Names
    let codes: CodeTables
    /// Names of those that take part.
    let enterprises: [EnterpriseID: String]
    /// Newest first.
    let notes: [EntryView]
    let today: CivilDate

    var sections: [Section] {
        [facts, course, money, promises, latest].filter { !$0.blocks.isEmpty }
    }

    private var course: Section {
        let rows = view.project.steps.filter { !$0.withdrawn }.map { step -> [Text] in
            [
                .plain(step.date.description), .phrase(step.to.title),
                .plain(remark(step)),
            ]
        }
        return table(
            Phrase(zh: "推进过程", en: "Course"),
            [Phrase(zh: "日期", en: "Date"), Phrase(zh: "阶段", en: "Stage"), Phrase(zh: "说明", en: "Remark")], rows)
    }

    /// Why, or by what it was shown; of the first step why the project was entered.
    private func remark(_ step: StageStep) -> String {
        let reason = step.reason ?? (step.kind == .entered ? view.project.entryReason : nil)
        return reason.flatMap { view.texts[$0.id] } ?? step.evidence.joined(separator: " ")
    }

    private var money: Section {
        let agreements = view.dossier.agreements.map { agreement -> [Text] in
            let form = CodeLabel.of(agreement.form.rawValue)
            let mark: Phrase? =
                agreement.voiding != nil
                ? CodeLabel.of("voided") : agreement.repeats != nil ? Phrase(zh: "重复展示", en: "shown again") : nil
            return [
                .plain(agreement.id.description), .plain(agreement.signedOn.description),
                .phrase(mark.map { Phrase(zh: "\(form.zh)（\($0.zh)）", en: "\(form.en) (\($0.en))") } ?? form),
                .phrase(agreement.amount.phrase),
            ]
        }
        let funds = view.dossier.funds.map { funds -> [Text] in
            [
                .plain(funds.id.description), .plain(funds.arrivedOn.description),
                .phrase(
                    zh: "资金（\(CodeLabel.of(funds.state.rawValue).zh)）",
                    en: "funds (\(CodeLabel.of(funds.state.rawValue).en))"),
                .phrase(funds.signedAmount.phrase),
            ]
        }
        return table(
            Phrase(zh: "协议与资金", en: "Agreements and funds"),
            [
                Phrase(zh: "编号", en: "Id"), Phrase(zh: "日期", en: "Date"), Phrase(zh: "类型", en: "Kind"),
                Phrase(zh: "金额", en: "Amount"),
            ], agreements + funds + totals, numbers: [3])
    }

    /// What counts of them.
    private var totals: [[Text]] {
        let dossier = view.dossier
        guard !dossier.agreements.isEmpty || !dossier.funds.isEmpty else { return [] }
        return [
            (Phrase(zh: "合同金额", en: "Contract value"), view.project.contractValue),
            (Phrase(zh: "已核实到位", en: "Funds verified"), dossier.verifiedFunds),
            (
                Phrase(zh: "待核实", en: "Not verified yet"),
                Money(yuan: dossier.statedFunds.yuan - dossier.verifiedFunds.yuan)
            ),
        ].map { [.phrase(zh: "合计", en: "Total"), .plain(""), .phrase($0.0), .phrase($0.1.phrase)] }
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
                .plain(note.text ?? note.entry.amount?.text(in: .zh) ?? ""),
            ]
        }
        return table(
            Phrase(zh: "最近记录", en: "Latest notes"),
            [Phrase(zh: "日期", en: "Date"), Phrase(zh: "经办", en: "Officer"), Phrase(zh: "内容", en: "Text")], rows)
    }

    /// `numbers` are the columns set flush right.
    func table(_ heading: Phrase, _ titles: [Phrase], _ rows: [[Text]], numbers: Set<Int> = []) -> Section {
        Section(
            heading: heading,
            blocks: rows.isEmpty
                ? []
                : [
                    .table(
                        Table(
                            columns: titles.enumerated().map { index, title in
                                Table.Column(title, numbers.contains(index) ? .end : .start)
                            }, rows: rows))
                ])
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
