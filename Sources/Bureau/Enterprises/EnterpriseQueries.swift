import Identifiers
import Labels
public import Promotion
import WorkCalendar

extension Bureau {
    /// The enterprise, and the one that was asked for when that was merged into it.
    public func showEnterprise(_ text: String, caller: Caller) async throws -> Enterprise {
        try await read(caller) { context in
            try context.authorise("enterprise.show", .none)
            return try Self.enterprise(named: text, context.store)
        }
    }

    /// `zs enterprise list [division: industry: group: tag: settled: after: limit:]`, merged ones left out.
    public func listEnterprises(_ words: CommandWords, caller: Caller) async throws -> [Enterprise] {
        try await read(caller) { context in
            try context.authorise("enterprise.list", .none)
            let keyed = try KeyedWords(
                words,
                keys: EnterpriseWords.keys.merging(["after": "after", "limit": "limit"]) { first, _ in first },
                allowPlain: false)
            var filter = RecordFilter(
                [.isAbsent("merged_into")], limit: keyed.value("limit").flatMap { Int($0) } ?? 1000)
            if let code = keyed.value("division") { filter.conditions.append(.equals("division", code)) }
            if let code = keyed.value("industry") { filter.conditions.append(.equals("industry", code)) }
            if let group = keyed.value("group") {
                filter.conditions.append(.equals("parent_group", try Self.enterprise(named: group, context.store).id))
            }
            if let settled = keyed.value("settled") {
                filter.conditions.append(.equals("is_settled", .number(UnitWords.yes(settled) ? 1 : 0)))
            }
            filter.after = keyed.value("after").flatMap { EnterpriseID($0)?.number }
            let tags = (keyed.list("tags") ?? []).compactMap { Enterprise.Tag(word: $0) }
            return try context.store.records(Enterprise.self, filter).map(\.record)
                .filter { one in tags.allSatisfy { one.tags.contains($0) } }
        }
    }

    /// `zs enterprise find TEXT`: candidates with their score and why, nearest first.
    public func findEnterprises(_ words: CommandWords, caller: Caller) async throws -> [EnterpriseCandidate] {
        let text = words.words.joined(separator: " ")
        return try await read(caller) { context in
            try context.authorise("enterprise.find", .none)
            let exact = try Self.enterprises(named: text, context.store)
            var found = exact.map { EnterpriseCandidate(enterprise: $0, score: 1, reason: "name") }
            if let code = (try? USCC(text))?.code, found.first?.enterprise.uscc == code {
                found[0].reason = "code"
            }
            func add(_ more: [EnterpriseCandidate]) {
                for one in more where !found.contains(where: { $0.enterprise.id == one.enterprise.id }) {
                    found.append(one)
                }
            }
            add(try Self.candidates([text], threshold: 0.5, context.store))
            let term = FoldedText(text)
            let query = SearchQuery(words: [term], kinds: [.enterprise])
            for hit in term.isEmpty ? [] : try context.store.search(query) {
                guard let one = try context.store.record(Enterprise.self, EnterpriseID(hit.number)) else { continue }
                let last = try Self.survivor(of: one, context.store)
                let score = EnterpriseNames.similarity(last.name, text)
                add([EnterpriseCandidate(enterprise: last, score: score, reason: "contains")])
            }
            return Array(found.prefix(20))
        }
    }
}
