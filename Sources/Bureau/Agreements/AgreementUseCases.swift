import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs agreement add P-3 formal amount:8亿 date:10-22 [event:…] [supersedes:A-1]`.
    public func addAgreement(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("agreement.add", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.advanceKeys)
            var plain = keyed.plain[...]
            let before = try context.store.project(named: keyed.value("project") ?? plain.popFirst() ?? "")
            try context.authorise("agreement.add", before.target(for: caller))
            let word = keyed.value("kind") ?? plain.popFirst() ?? ""
            let chinese: [String: Agreement.Form] = [
                "意向": .intent, "框架": .framework, "正式": .formal, "补充": .supplement,
            ]
            guard let form = Agreement.Form(rawValue: word.lowercased()) ?? chinese[word] else {
                throw ProjectDraft.unknown(
                    word, Phrase(zh: "协议类型", en: "kind of agreement"), Agreement.Form.allCases.map(\.rawValue))
            }
            let date = try context.date(keyed.value("date")) ?? context.today
            let (agreement, after) = try context.recordAgreement(before, form: form, date: date, keyed: keyed)
            try context.store.append("agreement.add", before: nil, after: agreement)
            try context.store.append("project.contract", before: before, after: after)
            let changed = Agreement.changes(from: nil, to: agreement) + Project.changes(from: before, to: after)
            return Outcome(id: agreement.id.description, changed: changed)
        }
    }
}
