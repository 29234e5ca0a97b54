import Identifiers
import Labels
import Promotion

/// The enterprises of the records as rows of a ledger name them. One that was merged gives the one it was merged into.
struct KnownEnterprises {
    private var byID: [EnterpriseID: Enterprise] = [:]
    private var byCode: [String: EnterpriseID] = [:]
    private var byRegistration: [String: EnterpriseID] = [:]
    private var byName: [FoldedText: Set<EnterpriseID>] = [:]

    init(_ store: any Reading) throws {
        let all = try store.records(Enterprise.self, RecordFilter()).map(\.record)
        for one in all { byID[one.id] = one }
        for one in all {
            var last = one
            while let next = last.merge?.into, let survivor = byID[next] { last = survivor }
            if let code = one.uscc { byCode[code] = last.id }
            if let key = Self.registration(of: one) { byRegistration[key] = last.id }
            for name in one.allNames { byName[FoldedText(name), default: []].insert(last.id) }
        }
    }

    /// Those that were not merged into another one.
    var standing: [Enterprise] { byID.values.filter { $0.merge == nil }.sorted { $0.id < $1.id } }

    subscript(id: EnterpriseID) -> Enterprise? { byID[id] }

    static func registration(of one: Enterprise) -> String? {
        guard let country = one.country, let number = one.registration else { return nil }
        return "\(country) \(number)"
    }

    /// By credit code, else by foreign registration, else by exactly a name of it, present or former. A name never
    /// stands for an enterprise with another code.
    func same(as row: Enterprise) -> [Enterprise] {
        if let code = row.uscc, let id = byCode[code] { return [byID[id]].compactMap(\.self) }
        if let key = Self.registration(of: row), let id = byRegistration[key] { return [byID[id]].compactMap(\.self) }
        return named(row.name).filter { !$0.contradicts(row) }
    }

    func named(_ name: String) -> [Enterprise] {
        (byName[FoldedText(name)] ?? []).sorted().compactMap { byID[$0] }
    }

    /// By id, credit code or exactly a name.
    func all(_ text: String) -> [Enterprise] {
        if let id = EnterpriseID(text), text.first?.isLetter == true, let one = byID[id] {
            return [one.merge.flatMap { byID[$0.into] } ?? one]
        }
        if let code = (try? USCC(text))?.code, let id = byCode[code] { return [byID[id]].compactMap(\.self) }
        return named(text)
    }

    /// A name by which `one` finds it again, its code or id where others have the name.
    func title(_ id: EnterpriseID) -> String? {
        guard let one = all(id.description).first else { return nil }
        return named(one.name).count == 1 ? one.name : one.uscc ?? one.id.description
    }

    /// The only one that the words mean.
    func one(_ text: String) throws(ZhaoshangError) -> Enterprise? {
        let found = all(text)
        guard found.count > 1 else { return found.first }
        throw ZhaoshangError(
            .ambiguous, zh: "“\(text)”对应多家企业", en: "\"\(text)\" names more than one enterprise",
            hint: Phrase(zh: "写编号或信用代码", en: "write the id or the credit code"),
            details: ["candidates": .list(found.map { "\($0.id) \($0.name)" })])
    }
}

extension Enterprise {
    /// Both have a code, or a registration abroad, and not the same.
    func contradicts(_ other: Enterprise) -> Bool {
        if let code = uscc, let second = other.uscc { return code != second }
        if let key = KnownEnterprises.registration(of: self), let second = KnownEnterprises.registration(of: other) {
            return key != second
        }
        return (uscc != nil && other.registration != nil) || (registration != nil && other.uscc != nil)
    }
}
