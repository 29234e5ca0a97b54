import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The words of a contact, each kept as an erasable text.
enum ContactWords {
    static let keys: [String: String] = [
        "name": "name", "姓名": "name", "title": "title", "职务": "title", "phone": "phone", "电话": "phone",
        "mobile": "mobile", "手机": "mobile", "email": "email", "邮箱": "email",
    ]

    /// The contact with what was typed in place of what stood there; `-` takes a value away.
    static func apply(_ keyed: KeyedWords, to contact: Contact, _ store: any Writing) throws -> Contact {
        var contact = contact
        func stub(_ key: String, _ before: TextStub?) throws -> TextStub? {
            guard let text = keyed.value(key) else { return before }
            if text == "-" || text.isEmpty { return nil }
            try check(key, text)
            if let before, try store.text(before.id) == text { return before }
            return try store.keep(text: text)
        }
        contact.name = try stub("name", contact.name)
        contact.title = try stub("title", contact.title)
        contact.phone = try stub("phone", contact.phone)
        contact.mobile = try stub("mobile", contact.mobile)
        contact.email = try stub("email", contact.email)
        guard contact.name != nil else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：姓名", en: "missing: name", hint: Phrase(zh: "补充：name:…", en: "add: name:…"),
                details: ["missing": ["name"]])
        }
        return contact
    }

    private static func check(_ key: String, _ text: String) throws {
        switch key {
        case "phone", "mobile":
            let digits = text.filter { $0.isASCII && $0.isNumber }.count
            let isNumber = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-() .".contains($0)) }
            guard digits < 5 || !isNumber else { return }
            throw ZhaoshangError(
                .badText, zh: "电话号码只含数字，至少 5 位", en: "a number has digits, at least five",
                hint: Phrase(zh: "例如：mobile:13800131234、phone:023-66221234", en: "for example mobile:13800131234"),
                details: ["key": .text(key)])
        case "email":
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count != 2 || parts.contains("") else { return }
            throw ZhaoshangError(
                .badText, zh: "邮箱应为 name@domain", en: "an address is name@domain", details: ["key": .text(key)])
        default: return
        }
    }

    static func contact(_ text: String?, _ store: any Reading) throws -> Contact {
        guard let text, let id = ContactID(text) else {
            throw ZhaoshangError(
                .usage, zh: "请指明联系人编号", en: "name the contact",
                hint: Phrase(zh: "查看：zs contact list", en: "see: zs contact list"))
        }
        if let contact = try store.record(Contact.self, id) { return contact }
        throw unknown(id)
    }

    static func unknown(_ id: ContactID) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "没有这个联系人：\(id)", en: "no such contact: \(id)",
            hint: Phrase(zh: "查看：zs contact list", en: "see: zs contact list"), details: ["id": .text(id.description)])
    }
}

extension Contact {
    var accessTarget: AccessTarget { owner.map { .officer($0, in: unitID) } ?? .unit(unitID) }

    /// Everything about the person.
    var person: [TextStub] { [name, title, phone, mobile, email].compactMap(\.self) }
}
