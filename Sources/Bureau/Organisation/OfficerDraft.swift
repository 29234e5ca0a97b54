import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Words about an officer, applied to what is known of him. The same for the verb and for an imported row.
struct OfficerDraft {
    /// All there are, so that codes and logins stay one officer's.
    var officers: [Officer]
    let tree: UnitTree
    let today: CivilDate

    func applying(_ keyed: KeyedWords, to officer: Officer) throws -> Officer {
        var officer = officer
        if let name = keyed.value("name") { officer.name = name }
        if let name = keyed.value("name_en") { officer.nameEn = name }
        if let pinyin = keyed.value("pinyin") { officer.pinyin = pinyin.lowercased() }
        if let code = keyed.value("code")?.lowercased() {
            if officers.contains(where: { $0.code == code && $0.id != officer.id }) {
                throw ZhaoshangError(.conflict, zh: "人员代码 \(code) 已存在", en: "there is an officer \(code) already")
            }
            officer.code = code
        }
        if let uids = keyed.list("uid") { officer.uids = try uids.map(uid(for: officer.id)) }
        if let roles = keyed.list("role") { officer.roles = try roles.map(OfficerWords.role).sorted() }
        if let capacity = keyed.value("capacity") {
            guard let number = Int(capacity), number >= 0 else {
                throw ZhaoshangError(.badText, zh: "容量须为整数：\(capacity)", en: "capacity is a whole number: \(capacity)")
            }
            officer.capacity = number
        }
        if let skills = keyed.list("skills") { officer.skills = skills }
        if let active = keyed.value("active") { officer.active = UnitWords.yes(active) }
        if let named = keyed.value("unit") {
            let unit = try Bureau.unit(named: named, in: tree).id
            let from = try keyed.value("from").map { try DateReading.date($0, today: today) } ?? today
            officer.memberships = OfficerWords.moved(officer.memberships, to: unit, from: from)
        }
        return officer
    }

    /// A login belongs to one officer.
    private func uid(for officer: OfficerID) -> (String) throws -> UInt32 {
        { text in
            guard let uid = UInt32(text) else {
                throw ZhaoshangError(.badText, zh: "uid 须为数字：\(text)", en: "a uid is a number: \(text)")
            }
            if let other = officers.first(where: { $0.active && $0.uids.contains(uid) && $0.id != officer }) {
                throw ZhaoshangError(
                    .conflict, zh: "uid \(uid) 已属于 \(other.id) \(other.name)",
                    en: "uid \(uid) belongs to \(other.id) \(other.name)",
                    hint: Phrase(
                        zh: "先修改：zs officer edit \(other.id) uid:", en: "first: zs officer edit \(other.id) uid:"))
            }
            return uid
        }
    }
}

extension WriteContext {
    func officerDraft() throws -> OfficerDraft {
        OfficerDraft(officers: try store.officers(), tree: tree, today: today)
    }
}
