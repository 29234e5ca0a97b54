import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs commitment add P-3 land "供地120亩" due:2026-12-31 basis:… department:…`.
    public func addCommitment(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("commitment.add", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.commitmentKeys)
            var plain = keyed.plain[...]
            let project = try context.store.project(named: keyed.value("project") ?? plain.popFirst() ?? "")
            try context.authorise("commitment.add", project.target(for: caller))
            let category = try Self.category(keyed.value("category") ?? plain.popFirst() ?? "")
            let words = keyed.value("text") ?? plain.joined(separator: " ")
            let due = try context.dueDate(keyed.value("due"))
            guard let text = try context.text(words) else {
                throw [
                    MissingEvidence(
                        "text", zh: "承诺内容", en: "what was promised",
                        command: "zs commitment add \(project.id) \(category.rawValue) TEXT due:…")
                ].refusal(Phrase(zh: "承诺不能登记", en: "the commitment cannot be recorded"))
            }
            let department = try keyed.value("department").map { try Self.unit(named: $0, in: context.tree).id }
            let commitment = Commitment(
                id: try context.store.nextID(Commitment.self), project: project.id,
                agreement: keyed.value("agreement").flatMap { AgreementID($0) }, text: text, category: category,
                legalBasis: try context.text(keyed.value("basis")), amount: try context.money(keyed.value("amount")),
                condition: try context.text(keyed.value("condition")), dueOn: due, department: department,
                unit: project.unitID)
            try context.store.append("commitment.add", before: nil, after: commitment)
            if let due {
                let subject = department.map { Subject.unit($0) } ?? project.workSubject
                try context.startClock(
                    "due", of: commitment.id.description, for: subject, unit: department ?? project.unitID,
                    limit: .date(due, at: WriteContext.clockEnd))
            }
            return Outcome(id: commitment.id.description, changed: Commitment.changes(from: nil, to: commitment))
        }
    }

    /// `zs commitment fulfil H-1 [date:…] [state:conditionNotMet|voided] [note:…]`.
    public func fulfilCommitment(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("commitment.fulfil", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.commitmentKeys)
            let text = keyed.plain.first ?? ""
            guard let id = CommitmentID(text), let before = try context.store.record(Commitment.self, id) else {
                throw ZhaoshangError(
                    .notFound, zh: "没有这项承诺：\(text)", en: "no such commitment: \(text)",
                    hint: Phrase(zh: "查看：zs commitment list", en: "see: zs commitment list"))
            }
            let project = try context.store.project(named: before.project.description)
            try context.authorise("commitment.fulfil", project.target(for: caller))
            let stateText = keyed.value("state") ?? "fulfilled"
            let chinese: [String: Commitment.State] = ["兑现": .fulfilled, "条件未达成": .conditionNotMet, "作废": .voided]
            guard
                let state = Commitment.State.allCases.first(where: {
                    $0.rawValue.lowercased() == stateText.lowercased()
                }) ?? chinese[stateText]
            else {
                throw ProjectDraft.unknown(
                    stateText, Phrase(zh: "状态", en: "state"), Commitment.State.allCases.map(\.rawValue))
            }
            guard before.state == .pending || before.state == .conditionNotMet else {
                throw ZhaoshangError(
                    .conflict, zh: "\(id) 已\(before.state == .fulfilled ? "兑现" : "作废")",
                    en: "\(id) is \(before.state.rawValue) already",
                    hint: Phrase(zh: "查看：zs history \(id)", en: "see: zs history \(id)"))
            }
            let date = try context.date(keyed.value("date")) ?? context.today
            guard date <= context.today else {
                throw ZhaoshangError(
                    .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                    hint: Phrase(zh: "今天是 \(context.today)", en: "today is \(context.today)"))
            }
            var after = before
            after.state = state
            after.settledOn = state == .pending || state == .conditionNotMet ? nil : date
            after.note = try context.text(keyed.value("note")) ?? before.note
            try context.store.append("commitment.fulfil", before: before, after: after)
            if state != .pending {
                try context.endClock("due", of: id.description, void: state == .fulfilled ? nil : state.rawValue)
            }
            return Outcome(id: id.description, changed: Commitment.changes(from: before, to: after))
        }
    }

    private static func category(_ text: String) throws -> Commitment.Category {
        let chinese: [String: Commitment.Category] = [
            "土地": .land, "用地": .land, "配套": .infrastructure, "基础设施": .infrastructure, "服务": .service, "租金": .rent,
            "基金": .fund, "财政": .fiscal, "奖补": .fiscal, "人才": .talent,
        ]
        if let category = Commitment.Category(rawValue: text.lowercased()) ?? chinese[text] { return category }
        throw ProjectDraft.unknown(
            text, Phrase(zh: "承诺类别", en: "category"), Commitment.Category.allCases.map(\.rawValue))
    }

    static let commitmentKeys: [String: String] = [
        "project": "project", "项目": "project", "category": "category", "类别": "category", "text": "text", "内容": "text",
        "due": "due", "到期": "due", "department": "department", "部门": "department", "责任单位": "department",
        "basis": "basis", "依据": "basis", "condition": "condition", "条件": "condition", "amount": "amount",
        "金额": "amount", "agreement": "agreement", "协议": "agreement", "state": "state", "状态": "state",
        "date": "date", "on": "date", "日期": "date", "note": "note", "备注": "note", "reason": "note",
    ]
}
