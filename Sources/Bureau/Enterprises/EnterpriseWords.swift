import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The words of an enterprise.
struct EnterpriseWords {
    let codes: CodeTables
    let today: CivilDate
    let store: any Reading

    static let keys: [String: String] = [
        "name": "name", "名称": "name", "name_en": "name_en", "英文名": "name_en", "uscc": "uscc", "信用代码": "uscc",
        "统一社会信用代码": "uscc", "country": "country", "国家": "country", "registration": "registration",
        "注册号": "registration", "former": "former", "曾用名": "former", "group": "group", "parent": "group", "集团": "group",
        "division": "division", "区划": "division", "industry": "industry", "行业": "industry", "tags": "tags",
        "tag": "tags", "标签": "tags", "settled": "settled", "落户": "settled", "research": "research", "研发机构": "research",
    ]

    func apply(_ keyed: KeyedWords, to enterprise: Enterprise) throws -> Enterprise {
        var enterprise = enterprise
        if let name = keyed.value("name") ?? (enterprise.name.isEmpty ? keyed.plain.joined(separator: " ") : nil) {
            if !enterprise.name.isEmpty, enterprise.name != name, !enterprise.formerNames.contains(enterprise.name) {
                enterprise.formerNames.append(enterprise.name)
            }
            enterprise.name = name
        }
        if let name = keyed.value("name_en") { enterprise.nameEn = name == "-" ? nil : name }
        if let text = keyed.value("uscc") { enterprise.uscc = try Self.uscc(text)?.code }
        if let country = keyed.value("country") { enterprise.country = try Self.country(country) }
        if let number = keyed.value("registration") { enterprise.registration = number == "-" ? nil : number }
        if let names = keyed.list("former") {
            for name in names where !enterprise.formerNames.contains(name) { enterprise.formerNames.append(name) }
        }
        if let group = keyed.value("group") {
            enterprise.group = group == "-" ? nil : try parent(group, of: enterprise)
        }
        if let code = keyed.value("division") { enterprise.division = try division(code) }
        if let code = keyed.value("industry") { enterprise.industry = try industry(code) }
        if let tags = keyed.list("tags") { enterprise.tags = tags == ["-"] ? [] : try tags.map(Self.tag) }
        if let settled = keyed.value("settled") { enterprise.isSettled = UnitWords.yes(settled) }
        if let research = keyed.value("research") { enterprise.hasResearch = UnitWords.yes(research) }
        return enterprise
    }

    /// Names in one cell. Not parted at a comma of ASCII, which stands in `Co., Ltd.`.
    static func names(_ text: String) -> [String] {
        text.split { "；;、，\n\r".contains($0) }.map { ImportText.plain(String($0)) }.filter { !$0.isEmpty }
    }

    private static func uscc(_ text: String) throws -> USCC? {
        if text == "-" { return nil }
        do { return try USCC(text) } catch { throw error.error }
    }

    private static func country(_ text: String) throws -> String? {
        if text == "-" { return nil }
        let code = text.uppercased()
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw ZhaoshangError(
                .badCode, zh: "国家代码须为两个字母：\(text)", en: "a country is two letters of ISO 3166: \(text)",
                hint: Phrase(zh: "例如 country:US", en: "for example country:US"))
        }
        return code
    }

    private static func tag(_ text: String) throws -> Enterprise.Tag {
        if let tag = Enterprise.Tag(word: text) { return tag }
        let known = Enterprise.Tag.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .usage, zh: "未知的企业标签：\(text)", en: "unknown tag of an enterprise: \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["tag": .text(text)])
    }

    private func division(_ text: String) throws -> String? {
        if text == "-" { return nil }
        do { return try codes.divisions.check(text, on: today).code } catch { throw error.error }
    }

    private func industry(_ text: String) throws -> String? {
        if text == "-" { return nil }
        do { return try codes.industries.check(text).description } catch { throw error.error }
    }

    private func parent(_ text: String, of enterprise: Enterprise) throws -> EnterpriseID {
        let above = try Bureau.enterprise(named: text, store)
        var current: Enterprise? = above
        while let one = current {
            guard one.id != enterprise.id else {
                throw ZhaoshangError(
                    .refused, zh: "\(above.id) 属于 \(enterprise.id) 的集团，不能在其上",
                    en: "\(above.id) is below \(enterprise.id)")
            }
            current = try one.group.flatMap { try store.record(Enterprise.self, $0) }
        }
        return above.id
    }
}
