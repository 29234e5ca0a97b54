import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Funds out of a ledger: known again by voucher, and without one by everything that the row says. They come in as reported:
/// somebody else verifies them.
struct FundsImport: ImportKind {
    let name = "funds"
    let aliases = ["fund", "资金", "到位资金"]

    let columns = [
        ImportColumn("project", ["项目", "项目名称", "项目编号"], required: true),
        ImportColumn("amount", .amount, ["金额", "到位金额", "到账金额", "到位资金", "资金"], required: true),
        ImportColumn("date", .date, ["日期", "到账日期", "到位日期", "到账日", "到位时间", "arrived_on"], required: true),
        ImportColumn("component", ["类别", "资金类别", "用途"]),
        ImportColumn("voucher", ["凭证", "凭证号", "凭证编号", "凭证号码"]),
    ]

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        let projects = try KnownProjects(context.store)
        var byKey: [String: Funds] = [:]
        for one in try Self.standing(context.store) { byKey[Self.key(one)] = one }
        var seen = EarlierRows<String>()
        var steps: [ImportStep] = []
        for var row in rows {
            let label = row.name("project") ?? ""
            guard let (project, recording) = try self.recording(&row, projects, context) else {
                steps.append(.refused(row, label: label))
                continue
            }
            do {
                // The holder of the voucher is looked at below.
                let funds = try recording.recorded(
                    for: project, id: FundsID(0), holder: nil, reversedAlready: .zero, today: context.today)
                let key = Self.key(funds)
                let repeated = seen.step(
                    row, [key], says: Self.arrival(funds), label: label, field: "voucher",
                    about: Phrase(zh: "一凭证", en: "voucher"))
                if repeated == nil { seen.keep(row, [key], says: Self.arrival(funds)) }
                steps.append(try repeated ?? step(&row, project, recording, funds, byKey[key], label))
            } catch {
                let code = (error as? ZhaoshangError)?.code
                try row.refuse(code == .badDate ? "date" : code == .badMoney ? "amount" : "project", error)
                steps.append(.refused(row, label: label))
            }
        }
        return ImportSteps(
            steps: steps,
            isTouched: { event in ["project.", "funds.", "unit."].contains { event.verb.hasPrefix($0) } })
    }

    private func step(
        _ row: inout ImportedRow, _ project: Project, _ recording: FundsRecording, _ funds: Funds, _ before: Funds?,
        _ label: String
    ) throws -> ImportStep {
        if let before {
            if Self.arrival(before) == Self.arrival(funds) {
                return ImportStep(row, .unchanged, subject: before.id.description, label: label)
            }
            row.refuse(
                "voucher", "conflict",
                Phrase(
                    zh: "凭证已用于 \(before.id)（\(before.project)，\(before.amount.yuan) 元，\(before.arrivedOn)）",
                    en: "the voucher stands in \(before.id) "
                        + "(\(before.project), \(before.amount.yuan) yuan, \(before.arrivedOn))"),
                Phrase(
                    zh: "资金不改写：退回（zs funds reject \(before.id)）或冲销后再登记",
                    en: "funds are not rewritten: reject (zs funds reject \(before.id)) or reverse them first"))
            return .refused(row, label: label)
        }
        return ImportStep(row, .create, label: label, promise: "\(project.id) \(funds.fields)") { context in
            let funds = try recording.recorded(
                for: project, id: context.store.nextID(Funds.self), holder: nil, reversedAlready: .zero,
                today: context.today)
            if let voucher = funds.voucher { try context.passOn(voucher, to: funds) }
            try context.store.append("funds.add", before: nil, after: funds)
        }
    }

    private func recording(
        _ row: inout ImportedRow, _ projects: KnownProjects, _ context: ReadContext
    ) throws -> (Project, FundsRecording)? {
        for field in ["project", "amount", "date"] { row.require(field) }
        let voucher = row.code("voucher").flatMap(FundsRecording.normalizedVoucher)
        let amount = row.money("amount")
        let date = row.date("date")
        let component = try row.meaning("component") { try Bureau.component($0) } ?? .other
        let project = try row.meaning("project") { text in
            let project = try projects.one(text)
            try context.authorise("import.funds", project.target(for: context.caller))
            return project
        }
        guard let project, let amount, let date, !row.isRefused else { return nil }
        return (
            project,
            FundsRecording(
                amount: amount, arrivedOn: date, component: component, voucher: voucher,
                by: context.caller.actingPerson)
        )
    }

    private static func key(_ funds: Funds) -> String {
        funds.voucher ?? arrival(funds)
    }

    /// What arrived, where and when.
    private static func arrival(_ funds: Funds) -> String {
        "\(funds.project) \(funds.amount.yuan) \(funds.arrivedOn) \(funds.component.rawValue)"
            + (funds.reverses.map { " \($0)" } ?? "")
    }

    private static func standing(_ store: any Reading) throws -> [Funds] {
        try store.records(Funds.self, RecordFilter()).map(\.record).filter { $0.state != .rejected }
    }

    /// Without what takes funds back, which is no arrival.
    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let projects = try KnownProjects(context.store)
        let byID = Dictionary(uniqueKeysWithValues: projects.all.map { ($0.id, $0) })
        return try Self.standing(context.store).filter { $0.reverses == nil && units.contains($0.unitID) }.map { one in
            let name = byID[one.project].flatMap { projects.name(of: $0) } ?? ""
            return [
                .text(projects.named(name).count == 1 ? name : one.project.description), .yuan(one.amount.yuan),
                .text(one.arrivedOn.description), .text(one.component.rawValue), .text(one.voucher),
            ]
        }
    }
}
