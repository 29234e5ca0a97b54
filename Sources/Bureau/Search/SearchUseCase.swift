import Identifiers
public import Labels
import Promotion
import WorkCalendar

/// What a search shows of a record.
public struct FoundRecord: Sendable {
    public var hit: SearchHit
    public var unitName: Phrase?
    /// The text around the first word.
    public var snippet: String
}

public struct SearchAnswer: Sendable {
    public var found: [FoundRecord]
    /// Some kind has more than the limit.
    public var hasMore: Bool
}

extension Bureau {
    /// `zs search WORDS… [kind: unit: since: until: period: limit:]`: among what the caller may read.
    public func search(_ words: CommandWords, caller: Caller) async throws -> SearchAnswer {
        let request = try SearchRequest(words)
        return try await read(caller) { context in
            let keyed = request.keyed
            var query = SearchQuery(words: request.terms)
            if let kinds = try request.kinds() { query.kinds = kinds }
            try context.authoriseSearch()
            query.dates = try keyed.dates(today: context.today)
            if let name = keyed.value("unit") ?? caller.unit?.description {
                let unit = try Self.unit(named: name, in: context.tree).id
                try context.authorise("search", .unit(unit))
                query.units = context.tree.subtree(of: unit)
                query.includesShared = false
            }
            let limit = try request.limit()
            query.limit = limit + 1
            let hits = try query.units == nil ? context.search(query) : context.store.search(query)
            var shown: [FoundRecord] = []
            for kind in query.kinds {
                for hit in hits.filter({ $0.kind == kind }).prefix(limit) {
                    shown.append(
                        FoundRecord(
                            hit: hit, unitName: hit.unit.flatMap { context.tree.byID[$0]?.name },
                            snippet: SearchSnippet.of(hit.content, around: query.words)))
                }
            }
            return SearchAnswer(found: shown, hasMore: shown.count < hits.count)
        }
    }
}

extension ReadContext {
    /// Whoever may search nothing is told so, whatever the lists allow.
    fileprivate func authoriseSearch() throws { _ = try caller.reach("search") }

    /// Each kind as far as its list reaches: who may list the records of every unit finds them too.
    fileprivate func search(_ query: SearchQuery) throws -> [SearchHit] {
        try query.kinds.flatMap { kind in
            var query = query
            query.kinds = [kind]
            if try caller.reach("\(kind.rawValue).list") < .all {
                query.units = tree.subtree(of: try contextUnit())
            }
            return try store.search(query)
        }
    }
}

/// A search as typed: known keys are filters, every other word is looked for, whatever is in it.
private struct SearchRequest: Sendable {
    let terms: [FoldedText]
    let keyed: KeyedWords

    init(_ words: CommandWords) throws {
        var filters = words
        var terms: [String] = []
        filters.words = []
        for word in words.words {
            let key = word.prefix { $0 != ":" && $0 != "：" }
            if key.count < word.count, Self.keys[key.lowercased()] != nil {
                filters.words.append(word)
            } else {
                terms.append(word)
            }
        }
        keyed = try KeyedWords(filters, keys: Self.keys, allowPlain: false)
        self.terms = terms.map { FoldedText($0) }.filter { !$0.isEmpty }
        guard self.terms.isEmpty else { return }
        throw ZhaoshangError(
            .usage, zh: "要找什么？", en: "nothing to look for",
            hint: Phrase(zh: "例如：zs search 渝新能源 kind:日志", en: "for example: zs search 渝新能源 kind:entry"))
    }

    func kinds() throws -> [SearchKind]? {
        guard let names = keyed.list("kind") else { return nil }
        let wanted = try names.map { name in
            if let kind = SearchKind.named(name) { return kind }
            let known = SearchKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ZhaoshangError(
                .usage, zh: "不能搜索的类别：\(name)", en: "not a kind that can be searched: \(name)",
                hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["kind": .text(name)])
        }
        return SearchKind.allCases.filter(wanted.contains)
    }

    func limit() throws -> Int {
        guard let text = keyed.value("limit") else { return 20 }
        if let limit = Int(text), (1...1000).contains(limit) { return limit }
        throw ZhaoshangError(
            .usage, zh: "limit 须为 1 到 1000", en: "limit must be 1 to 1000", details: ["limit": .text(text)])
    }

    private static let keys: [String: String] = [
        "kind": "kind", "类别": "kind", "类型": "kind", "unit": "unit", "机构": "unit", "since": "since", "from": "since",
        "自": "since", "until": "until", "to": "until", "至": "until", "period": "period", "期间": "period", "on": "on",
        "日期": "on", "limit": "limit", "条数": "limit",
    ]
}
