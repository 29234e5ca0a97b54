import Identifiers
import Labels
import Promotion
import WorkCalendar

/// A line of capture taken apart, before it becomes an entry.
struct EntryDraft {
    var text: String
    var mentions: [String]
    var tags: [String]
    var kind: ActivityKind?
    var amount: Money?
    var attributes: [String: String]
    var date: CivilDate?

    init(_ command: CommandWords, today: CivilDate) throws {
        let line: CaptureLine
        do {
            line = try CaptureLine(words: command.words, knownKeys: CaptureVocabulary.keys)
        } catch {
            throw error.error
        }
        text = line.text
        mentions = line.mentions
        tags = line.tags
        attributes = [:]
        for attribute in line.attributes {
            switch attribute.key {
            case "amount": amount = try Self.money(attribute.value)
            case "date": date = try DateReading.date(attribute.value, today: today)
            case "kind": kind = try Self.kind(attribute.value)
            case "stage": throw Self.stageRefused(attribute.value)
            default: attributes[attribute.key] = attribute.value
            }
        }
        try Self.refusePersonal(tags + attributes.values)
        // What a tag says of the kind counts unless the line says it outright.
        kind = kind ?? tags.lazy.compactMap(CaptureVocabulary.kind).first
        if let on = command.option("on") { date = try DateReading.date(on, today: today) }
    }

    /// Tags and attributes are counted by name in figures that stay; what may have to be erased belongs in the text.
    static func refusePersonal(_ words: [String]) throws {
        guard let word = words.sorted().first(where: PersonalWord.isPersonal) else { return }
        throw ZhaoshangError(
            .refused, zh: "标签和属性会计入报表、无法删除，不能写号码或邮箱：\(word)",
            en: "tags and attributes stay in reports for good; a number or address has no place there: \(word)",
            hint: Phrase(
                zh: "写进正文，或登记联系人：zs contact add E-… mobile:…",
                en: "write it in the text, or: zs contact add E-… mobile:…"))
    }

    static func money(_ text: String) throws -> Money {
        do {
            return try Money(parsing: text)
        } catch {
            throw ZhaoshangError(
                .badMoney, error.message, hint: error.hint,
                details: ["amount": .text(text), "reason": .text(error.code)])
        }
    }

    private static func kind(_ text: String) throws -> ActivityKind {
        if let kind = CaptureVocabulary.kind(text) { return kind }
        let known = ActivityKind.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .badText, zh: "未知的类型：\(text)", en: "unknown kind: \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["kind": .text(text)])
    }

    private static func stageRefused(_ stage: String) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "日志只记录，不推进项目阶段（stage:\(stage)）",
            en: "the log records and never moves a stage (stage:\(stage))",
            hint: Phrase(
                zh: "推进阶段：zs project advance P-… \(stage)", en: "to move it: zs project advance P-… \(stage)"),
            details: ["stage": .text(stage)])
    }
}

extension WriteContext {
    /// Names of units and officers and ids of records become links to them; any other name is kept as it was typed. A
    /// name that two records answer to is never guessed.
    func links(for mentions: [String]) throws -> [EntryLink] {
        guard !mentions.isEmpty else { return [] }
        let reading = MentionReading(store: store, tree: tree, officers: try store.officers())
        return try mentions.map { name in
            if let link = try reading.link(name) { return link }
            return .name(try store.keep(text: name))
        }
    }
}

extension WriteContext {
    /// Enterprises behind the leads and projects that a line links to.
    func enterprises(of links: [EntryLink]) throws -> [EnterpriseID]? {
        let found = try links.compactMap { link -> EnterpriseID? in
            guard case .record(let name) = link else { return nil }
            if let lead = LeadID(name) { return try store.record(Lead.self, lead)?.enterprise }
            guard let id = ProjectID(name), let project = try store.record(Project.self, id) else { return nil }
            return project.investors.lazy.compactMap(\.enterprise).first ?? project.enterprise
        }
        return found.isEmpty ? nil : Set(found).sorted()
    }
}
