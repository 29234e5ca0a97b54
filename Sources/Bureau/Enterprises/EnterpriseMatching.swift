import Identifiers
import Labels
public import Promotion

/// An enterprise that a name may mean, and why.
public struct EnterpriseCandidate: Sendable {
    public var enterprise: Enterprise
    /// From 0 to 1, see `EnterpriseName.similarity`; 1 for the same code.
    public var score: Double
    /// `code`, `name`, `former_name`, `contains`.
    public var reason: String
}

extension Bureau {
    /// The enterprise that a word means: by id, credit code, foreign registration, by its name or a former one, by what
    /// is left of a name without legal form and place, and at last by its short name. One that was merged gives the one it was merged into.
    ///
    /// - Throws: `notFound`, and `ambiguous` with the candidates: a name is never guessed.
    static func enterprise(named text: String, _ store: any Reading) throws -> Enterprise {
        if let one = try knownEnterprise(named: text, store) { return one }
        throw ZhaoshangError(
            .notFound, zh: "没有这家企业：\(text)", en: "no such enterprise: \(text)",
            hint: Phrase(zh: "查找：zs enterprise find \(text)", en: "look for it: zs enterprise find \(text)"),
            details: ["name": .text(text)])
    }

    /// The same, and nil where no enterprise is meant.
    static func knownEnterprise(named text: String, _ store: any Reading) throws -> Enterprise? {
        let found = try enterprises(named: text, store)
        guard found.count > 1 else { return found.first }
        throw ZhaoshangError(
            .ambiguous, zh: "“\(text)”对应多家企业", en: "\"\(text)\" names more than one enterprise",
            hint: Phrase(zh: "请使用编号", en: "use the id"),
            details: ["name": .text(text), "candidates": .list(found.map { "\($0.id) \($0.name)" })])
    }

    /// Every enterprise that a word means, by id; merged ones are replaced by what they were merged into, and none is no error.
    static func enterprises(named text: String, _ store: any Reading) throws -> [Enterprise] {
        if let id = EnterpriseID(text), text.first?.isLetter == true, let one = try store.record(Enterprise.self, id) {
            return [try survivor(of: one, store)]
        }
        if let code = try? USCC(text) {
            let exact = try store.records(Enterprise.self, RecordFilter([.equals("uscc", code.code)]))
            if !exact.isEmpty { return try survivors(of: exact.map(\.record), store) }
        }
        let folded = FoldedText(text)
        let named = try holding(folded, store).filter { $0.allNames.contains { FoldedText($0) == folded } }
        if !named.isEmpty { return try survivors(of: named, store) }
        let wanted = EnterpriseName(text)
        let near = try holding(FoldedText(wanted.core), store).map { one in
            (enterprise: one, names: one.allNames.map { EnterpriseName($0) })
        }
        let same = near.filter { $0.names.contains { $0.core == wanted.core } }
        let meant = same.isEmpty ? near.filter { $0.names.contains { wanted.isShort(for: $0) } } : same
        return try survivors(of: meant.map(\.enterprise), store)
    }

    /// Enterprises with the words in a name or code: the index of the search knows them without reading all.
    private static func holding(_ words: FoldedText, _ store: any Reading) throws -> [Enterprise] {
        guard !words.isEmpty else { return [] }
        return try store.search(SearchQuery(words: [words], kinds: [.enterprise], limit: 1000))
            .compactMap { try store.record(Enterprise.self, EnterpriseID($0.number)) }
    }

    /// Where merging leads.
    static func survivor(of enterprise: Enterprise, _ store: any Reading) throws -> Enterprise {
        var current = enterprise
        while let next = current.merge?.into, let one = try store.record(Enterprise.self, next) { current = one }
        return current
    }

    private static func survivors(of found: [Enterprise], _ store: any Reading) throws -> [Enterprise] {
        var kept: [Enterprise] = []
        for one in found {
            let last = try survivor(of: one, store)
            if !kept.contains(where: { $0.id == last.id }) { kept.append(last) }
        }
        return kept.sorted { $0.id < $1.id }
    }

    /// Itself and all that were merged into it: what a list of something by enterprise looks for.
    static func identities(of id: EnterpriseID, _ store: any Reading) throws -> [EnterpriseID] {
        var found = [id]
        var next = 0
        while next < found.count {
            let merged = try store.records(Enterprise.self, RecordFilter([.equals("merged_into", found[next])]))
            found += merged.map(\.record.id)
            next += 1
        }
        return found
    }

    /// Enterprises whose name, English name or a former name is near, nearest first; merged ones are left out.
    static func candidates(
        _ names: [String], threshold: Double, _ store: any Reading, except: EnterpriseID? = nil
    ) throws -> [EnterpriseCandidate] {
        let wanted = names.map { EnterpriseName($0) }
        // What is rare in a name leads to few; beyond the limit one gram is as common as another.
        let probes = try wanted.reduce(into: Set<Int64>()) { probes, name in
            probes.formUnion(
                try name.probes(threshold: threshold) { try store.nameFrequency(of: $0, atMost: 10_000) })
        }
        let near = try store.enterprises(withNameGrams: probes)
        var found: [EnterpriseCandidate] = []
        for one in try store.records(Enterprise.self, RecordFilter([.anyOf("id", near), .isAbsent("merged_into")]))
            .map(\.record)
        where one.id != except {
            var best = EnterpriseCandidate(enterprise: one, score: 0, reason: "name")
            for name in one.allNames {
                let taken = EnterpriseName(name)
                for other in wanted {
                    let score = taken.similarity(to: other)
                    if score > best.score {
                        best.score = score
                        best.reason = one.formerNames.contains(name) ? "former_name" : "name"
                    }
                }
            }
            if best.score >= threshold { found.append(best) }
        }
        return found.sorted { ($1.score, $0.enterprise.id) < ($0.score, $1.enterprise.id) }
    }
}
