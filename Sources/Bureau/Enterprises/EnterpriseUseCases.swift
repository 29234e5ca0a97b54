import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs enterprise add NAME [uscc: country: registration: name_en: former: group: division: industry: tags: settled:
    /// research:] [--force]`. The same code is refused; a near name needs `--force`.
    public func addEnterprise(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await execute("enterprise.add", caller, work: true) { context in
            try context.authorise("enterprise.add", .none)
            let keyed = try KeyedWords(words, keys: EnterpriseWords.keys)
            let blank = Enterprise(
                id: try context.store.nextID(Enterprise.self), name: "", owner: caller.principal?.id,
                unit: try Self.contextUnit(caller, context.tree, today: context.today), addedOn: context.today)
            let enterprise = try EnterpriseWords(codes: codes, today: context.today, store: context.store)
                .apply(keyed, to: blank)
            try context.check(enterprise, force: words.flag("force"))
            try context.store.append("enterprise.added", before: nil, after: enterprise)
            return Outcome(
                id: enterprise.id.description, changed: Enterprise.changes(from: nil, to: enterprise),
                related: enterprise.creditCode?.warning == nil ? [:] : ["warning": "gb11714"])
        }
    }

    /// `zs enterprise edit E-3 name:…`: the name before becomes a former one.
    public func editEnterprise(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await execute("enterprise.edit", caller, work: true) { context in
            try context.authorise("enterprise.edit", .none)
            let keyed = try KeyedWords(words, keys: EnterpriseWords.keys)
            let before = try Self.enterprise(named: keyed.plain.first ?? "", context.store)
            let after = try EnterpriseWords(codes: codes, today: context.today, store: context.store)
                .apply(keyed, to: before)
            guard after != before else { throw Self.nothingToChange("zs enterprise edit \(before.id) name:…") }
            try context.check(after, force: words.flag("force") || after.allNames == before.allNames)
            try context.store.append("enterprise.edited", before: before, after: after)
            return Outcome(id: after.id.description, changed: Enterprise.changes(from: before, to: after))
        }
    }

    /// `zs enterprise merge E-9 into:E-3 reason:…`: E-9 still resolves, to E-3.
    public func mergeEnterprise(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("enterprise.merge", caller, work: true) { context in
            try context.authorise("enterprise.merge", .none)
            let keyed = try KeyedWords(words, keys: ["into": "into", "并入": "into", "reason": "reason", "原因": "reason"])
            try keyed.require([("into", Phrase(zh: "并入谁", en: "into")), ("reason", Phrase(zh: "原因", en: "reason"))])
            let before = try Self.unmerged(keyed.plain.first ?? "", context.store)
            let into = try Self.enterprise(named: keyed.value("into") ?? "", context.store)
            guard before.merge == nil, into.id != before.id else {
                throw ZhaoshangError(
                    .refused, zh: "\(before.id) 已是 \(into.id)", en: "\(before.id) is \(into.id) already",
                    hint: Phrase(zh: "查看：zs enterprise show \(into.id)", en: "see: zs enterprise show \(into.id)"))
            }
            var after = before
            after.merge = EnterpriseMerge(
                into: into.id, on: context.today, reason: try context.store.keep(text: keyed.value("reason") ?? ""))
            try context.store.append("enterprise.merged", before: before, after: after)
            return Outcome(id: before.id.description, changed: Enterprise.changes(from: before, to: after))
        }
    }

    /// `zs enterprise unmerge E-9`, within `enterprise.unmerge_days`.
    public func unmergeEnterprise(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("enterprise.unmerge", caller, work: true) { context in
            try context.authorise("enterprise.unmerge", .none)
            let before = try Self.unmerged(words.words.first ?? "", context.store)
            guard let on = before.merge?.on else {
                throw ZhaoshangError(.refused, zh: "\(before.id) 没有被合并", en: "\(before.id) is not merged")
            }
            let days = try context.store.number("enterprise.unmerge_days", on: context.today)
            guard context.today - on <= days else {
                throw ZhaoshangError(
                    .refused, zh: "合并已超过 \(days) 天，不能拆分", en: "merged more than \(days) days ago",
                    hint: Phrase(
                        zh: "管理员可放宽：zs setting set enterprise.unmerge_days …",
                        en: "an administrator can widen it: zs setting set enterprise.unmerge_days …"))
            }
            var after = before
            after.merge = nil
            try context.store.append("enterprise.unmerged", before: before, after: after)
            return Outcome(id: before.id.description, changed: Enterprise.changes(from: before, to: after))
        }
    }

    /// The record itself, merged or not.
    private static func unmerged(_ text: String, _ store: any Reading) throws -> Enterprise {
        if let id = EnterpriseID(text), let one = try store.record(Enterprise.self, id) { return one }
        return try enterprise(named: text, store)
    }
}

extension WriteContext {
    /// Refuses what is missing, a code that somebody has, and a name near another unless `force` says they differ.
    func check(_ enterprise: Enterprise, force: Bool) throws {
        guard !enterprise.name.isEmpty else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：名称", en: "missing: name",
                hint: Phrase(
                    zh: "例如：zs enterprise add 渝新能源科技有限公司 uscc:…",
                    en: "for example: zs enterprise add 渝新能源科技有限公司 uscc:…"),
                details: ["missing": .list(["name"])])
        }
        guard (enterprise.country == nil) == (enterprise.registration == nil),
            enterprise.uscc == nil || enterprise.country == nil
        else {
            throw ZhaoshangError(
                .refused, zh: "境外企业写 country: 和 registration:，境内企业写 uscc:",
                en: "a foreign enterprise has country: and registration:, a domestic one uscc:")
        }
        var identity: RecordFilter?
        if let code = enterprise.uscc { identity = RecordFilter([.equals("uscc", code)]) }
        if let country = enterprise.country, let number = enterprise.registration {
            identity = RecordFilter([.equals("registration", number), .equals("country", country)])
        }
        let same = try identity.map { try store.records(Enterprise.self, $0) } ?? []
        if let other = same.first(where: { $0.record.id != enterprise.id })?.record {
            let value = enterprise.uscc ?? enterprise.registration ?? ""
            throw ZhaoshangError(
                .conflict, zh: "\(value) 已登记为 \(other.id) \(other.name)", en: "\(value) is \(other.id) \(other.name)",
                hint: Phrase(zh: "查看：zs enterprise show \(other.id)", en: "see: zs enterprise show \(other.id)"),
                details: ["existing": .text(other.id.description), "code": .text(value)])
        }
        guard !force else { return }
        let percent = try store.number("enterprise.duplicate_similarity", on: today)
        let near = try Bureau.candidates(
            enterprise.allNames, threshold: Double(percent) / 100, store, except: enterprise.id
        ).filter {
            // Two codes are two enterprises, however alike their names.
            $0.enterprise.uscc == nil || enterprise.uscc == nil
        }
        guard let first = near.first else { return }
        throw ZhaoshangError(
            .ambiguous, zh: "可能已登记：\(first.enterprise.id) \(first.enterprise.name)",
            en: "perhaps known already: \(first.enterprise.id) \(first.enterprise.name)",
            hint: Phrase(zh: "确是另一家企业，请加 --force", en: "add --force if it is another enterprise"),
            details: [
                "candidates": .list(near.prefix(10).map { "\($0.enterprise.id) \($0.enterprise.name)" })
            ])
    }
}
