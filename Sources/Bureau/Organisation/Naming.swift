import Identifiers
import Labels
import Promotion

/// How typed words become records: by id, by code, by exact name. An ambiguous name is never guessed.
extension Bureau {
    static func unit(named text: String, in tree: UnitTree) throws -> Promotion.Unit {
        if let id = UnitID(text), let unit = tree.byID[id] { return unit }
        let wanted = text.lowercased()
        let all = tree.byID.values.sorted { $0.id < $1.id }
        if let byCode = all.first(where: { $0.code == wanted }) { return byCode }
        let named = all.filter { $0.name.zh == text || $0.name.en.lowercased() == wanted }
        return try one(of: named, text, zh: "机构", en: "unit", list: "zs unit list") { "\($0.id) \($0.name.zh)" }
    }

    static func officer(named text: String, in officers: [Officer]) throws -> Officer {
        if let id = OfficerID(text), let officer = officers.first(where: { $0.id == id }) { return officer }
        let wanted = text.lowercased()
        if let byCode = officers.first(where: { $0.code == wanted }) { return byCode }
        let named = officers.filter { $0.name == text || $0.nameEn?.lowercased() == wanted || $0.pinyin == wanted }
        return try one(of: named, text, zh: "人员", en: "officer", list: "zs officer list") { "\($0.id) \($0.name)" }
    }

    private static func one<Record>(
        of found: [Record], _ text: String, zh: String, en: String, list: String, show: (Record) -> String
    ) throws -> Record {
        if found.count == 1, let only = found.first { return only }
        if found.isEmpty {
            throw ZhaoshangError(
                .notFound, zh: "没有这个\(zh)：\(text)", en: "no such \(en): \(text)",
                hint: Phrase(zh: "查看：\(list)", en: "see: \(list)"), details: ["name": .text(text)])
        }
        throw ZhaoshangError(
            .ambiguous, zh: "“\(text)”对应多个\(zh)", en: "\"\(text)\" names more than one \(en)",
            hint: Phrase(zh: "请使用编号", en: "use the id"), details: ["candidates": .list(found.map(show))])
    }
}
