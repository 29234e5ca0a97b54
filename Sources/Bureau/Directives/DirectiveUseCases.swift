import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs directive issue P-3 yellow "一周内开工" due:2026-11-30 [to:O-…]`.
    public func issueDirective(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("directive.issue", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.directiveKeys)
            var plain = keyed.plain[...]
            let about = keyed.value("about") ?? plain.popFirst() ?? ""
            let subject = try context.subject(of: about)
            try context.authorise("directive.issue", .unit(subject.unit))
            let colourText = keyed.value("colour") ?? plain.popFirst() ?? ""
            let chinese: [String: Directive.Colour] = [
                "蓝": .blue, "提醒": .blue, "黄": .yellow, "预警": .yellow, "红": .red, "督办": .red,
            ]
            guard let colour = Directive.Colour(rawValue: colourText.lowercased()) ?? chinese[colourText] else {
                throw ProjectDraft.unknown(
                    colourText, Phrase(zh: "颜色", en: "colour"), Directive.Colour.allCases.map(\.rawValue))
            }
            let due =
                try context.dueDate(keyed.value("due"))
                ?? context.calendar.adding(
                    workingDays: 2, to: context.today)
            let text = try context.text(keyed.value("text") ?? plain.joined(separator: " "))
            guard let text, let due, due >= context.today else {
                throw [
                    MissingEvidence(
                        "text", zh: "督办要求与不早于今天的期限", en: "what is to be done, and a limit not in the past",
                        command: "zs directive issue \(about) \(colour.rawValue) TEXT due:…")
                ].refusal(Phrase(zh: "督办单不能下达", en: "the directive cannot be issued"))
            }
            let addressee = try keyed.value("to").map { try Self.officer(named: $0, in: context.store.officers()).id }
            let directive = Directive(
                id: try context.store.nextID(Directive.self), colour: colour, about: subject.id,
                addressee: addressee ?? subject.officer, unit: subject.unit, text: text, issuedOn: context.today,
                issuedBy: caller.actingPerson.principal, dueOn: due)
            try context.store.append("directive.issue", before: nil, after: directive)
            try context.startClock(
                "reply", of: directive.id.description,
                for: directive.addressee.map { .officer($0) } ?? .unit(subject.unit), unit: subject.unit,
                limit: .date(due, at: WriteContext.clockEnd))
            return Outcome(id: directive.id.description, changed: Directive.changes(from: nil, to: directive))
        }
    }

    public func replyDirective(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeDirective("directive.reply", words, caller) { context, directive, text in
            guard directive.state == .issued, let text else { throw Self.directiveState(directive, "reply") }
            directive.reply = text
            directive.repliedAt = context.now
            directive.repliedBy = context.caller.actingPerson.principal
            try context.endClock("reply", of: directive.id.description)
        }
    }

    public func closeDirective(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeDirective("directive.close", words, caller) { context, directive, text in
            guard directive.state != .closed else { throw Self.directiveState(directive, "close") }
            directive.closingNote = text
            directive.closedAt = context.now
            directive.closedBy = context.caller.actingPerson.principal
            try context.endClock("reply", of: directive.id.description, void: "closed")
        }
    }

    private func changeDirective(
        _ verb: String, _ words: CommandWords, _ caller: Caller,
        _ change: @escaping @Sendable (WriteContext, inout Directive, TextStub?) throws -> Void
    ) async throws -> CommandResult {
        try await execute(verb, caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.directiveKeys)
            let text = keyed.plain.first ?? ""
            guard let id = DirectiveID(text), let before = try context.store.record(Directive.self, id) else {
                throw ZhaoshangError(
                    .notFound, zh: "没有这张督办单：\(text)", en: "no such directive: \(text)",
                    hint: Phrase(zh: "查看：zs directive list", en: "see: zs directive list"))
            }
            try context.authorise(
                verb, before.addressee.map { .officer($0, in: before.unitID) } ?? .unit(before.unitID))
            var after = before
            let rest = keyed.value("text") ?? keyed.plain.dropFirst().joined(separator: " ")
            try change(context, &after, context.text(rest))
            try context.store.append(verb, before: before, after: after)
            return Outcome(id: id.description, changed: Directive.changes(from: before, to: after))
        }
    }

    private static func directiveState(_ directive: Directive, _ verb: String) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(directive.id) 状态为 \(directive.state.rawValue)，或没有写内容",
            en: "\(directive.id) is \(directive.state.rawValue), or nothing was written",
            hint: Phrase(
                zh: "用法：zs directive \(verb) \(directive.id) 内容", en: "usage: zs directive \(verb) \(directive.id) TEXT"
            ))
    }

    static let directiveKeys: [String: String] = [
        "about": "about", "对象": "about", "colour": "colour", "color": "colour", "颜色": "colour", "text": "text",
        "内容": "text", "reason": "text", "note": "text", "reply": "text", "due": "due", "到期": "due", "期限": "due",
        "to": "to", "officer": "to", "责任人": "to",
    ]
}

extension WriteContext {
    /// The record that a directive is about: its id in full, its unit, and who works on it.
    fileprivate func subject(of text: String) throws -> (id: String, unit: UnitID, officer: OfficerID?) {
        if let noun = RecordNouns.type(ofID: text), let found = try subject(text, noun) { return found }
        if text.first == "U" || text.first == "u", let unit = UnitID(text), tree.byID[unit] != nil {
            return (unit.description, unit, nil)
        }
        if text.first == "T" || text.first == "t", let id = TaskID(text), let task = try store.task(id) {
            if case .officer(let officer) = task.subject { return (id.description, task.unit, officer) }
            return (id.description, task.unit, nil)
        }
        throw ZhaoshangError(
            .notFound, zh: "没有这条记录：\(text)", en: "no such record: \(text)",
            hint: Phrase(zh: "编号如 P-3、L-7、T-12、U-2", en: "ids look like P-3, L-7, T-12, U-2"))
    }

    private func subject<Record: PromotionRecord>(
        _ text: String, _ type: Record.Type
    ) throws -> (id: String, unit: UnitID, officer: OfficerID?)? {
        guard let id = Identifier<Record.Kind>(text), let record = try store.record(type, id), let unit = record.unit
        else { return nil }
        let officer = (record as? Project)?.people.manager ?? (record as? Lead)?.owner
        return (id.description, unit, officer)
    }
}
