import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs milestone add P-3 "取得施工许可" due:2026-11-30 [weight:2] [owner:O-…]`.
    public func addMilestone(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("milestone.add", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.milestoneKeys)
            var plain = keyed.plain[...]
            let project = try context.store.project(named: keyed.value("project") ?? plain.popFirst() ?? "")
            try context.authorise("milestone.add", project.target(for: caller))
            let due = try context.dueDate(keyed.value("due"))
            let text = try context.text(keyed.value("text") ?? plain.joined(separator: " "))
            guard let due, let text else {
                let command = "zs milestone add \(project.id) TEXT due:…"
                var missing: [MissingEvidence] = []
                if text == nil { missing.append(MissingEvidence("text", zh: "节点", en: "what it is", command: command)) }
                if due == nil { missing.append(MissingEvidence("due", zh: "日期", en: "the date", command: command)) }
                throw missing.refusal(Phrase(zh: "节点不能登记", en: "the milestone cannot be recorded"))
            }
            let owner = try keyed.value("owner").map { try Self.officer(named: $0, in: context.store.officers()).id }
            let milestone = Milestone(
                id: try context.store.nextID(Milestone.self), project: project.id, text: text, dueOn: due,
                weight: max(1, try keyed.value("weight").map { try ProjectDraft.whole("weight", $0) } ?? 1),
                unit: project.unitID, owner: owner ?? project.people.agent ?? project.people.manager)
            try context.store.append("milestone.add", before: nil, after: milestone)
            try context.startClock(
                "due", of: milestone.id.description,
                for: milestone.owner.map { .officer($0) } ?? .unit(project.unitID), unit: project.unitID,
                limit: .date(due, at: WriteContext.clockEnd))
            return Outcome(id: milestone.id.description, changed: Milestone.changes(from: nil, to: milestone))
        }
    }

    /// `zs milestone done B-1 [date:…]`.
    public func finishMilestone(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("milestone.done", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.milestoneKeys)
            let text = keyed.plain.first ?? ""
            guard let id = MilestoneID(text), let before = try context.store.record(Milestone.self, id) else {
                throw ZhaoshangError(
                    .notFound, zh: "没有这个节点：\(text)", en: "no such milestone: \(text)",
                    hint: Phrase(zh: "查看：zs milestone list", en: "see: zs milestone list"))
            }
            let project = try context.store.project(named: before.project.description)
            try context.authorise("milestone.done", project.target(for: caller))
            let date = try context.date(keyed.value("date")) ?? context.today
            guard before.doneOn == nil, date <= context.today else {
                throw ZhaoshangError(
                    .refused, zh: before.doneOn.map { "\(id) 已于 \($0) 完成" } ?? "\(date) 还没有到",
                    en: before.doneOn.map { "\(id) was done on \($0)" } ?? "\(date) is in the future",
                    hint: Phrase(zh: "查看：zs history \(id)", en: "see: zs history \(id)"))
            }
            var after = before
            after.doneOn = date
            try context.store.append("milestone.done", before: before, after: after)
            try context.endClock("due", of: id.description)
            return Outcome(id: id.description, changed: Milestone.changes(from: before, to: after))
        }
    }

    static let milestoneKeys: [String: String] = [
        "project": "project", "项目": "project", "text": "text", "节点": "text", "due": "due", "到期": "due",
        "owner": "owner", "责任人": "owner", "weight": "weight", "权重": "weight", "date": "date", "on": "date",
        "日期": "date",
    ]
}
