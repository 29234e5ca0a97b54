import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs lead note L-7 TEXT [+call] [amount:] [@P-3]`: a line of the day that tells of the lead; `--feedback` says that
    /// the introducer was answered.
    public func noteLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("lead.note", caller, work: false) { context in
            let (lead, rest) = try context.lead(words, "lead.note")
            let officer = try context.requirePrincipal("lead note")
            var draft = try EntryDraft(rest, today: context.today)
            // Whoever answers an enterprise in time must not be late for want of a tag.
            if draft.kind == nil { draft.kind = CaptureVocabulary.openingContact(of: draft.text) }
            let date = draft.date ?? context.today
            let unit = try context.unit(of: officer, on: date)
            try context.checkContent(draft, zero: false, officer: officer, date: date)
            var links = try context.links(for: draft.mentions)
            if !links.contains(.record(lead.id.description)) { links.insert(.record(lead.id.description), at: 0) }
            let entry = Entry(
                id: EntryID(try context.store.nextNumber("J")), date: date, officer: officer.id, unit: unit,
                source: .typed, text: draft.text.isEmpty ? nil : try context.store.keep(text: draft.text), links: links,
                tags: draft.tags, kind: draft.kind, amount: draft.amount, attributes: draft.attributes)
            try context.store.append(NewEvent("entry.logged", entry.id, EntryChanged(before: nil, after: entry)))
            _ = try context.settleInventory(officer: officer.id, on: date)
            var changes = [Change("entry", to: entry.id.description)]
            changes += try context.noteActivity(entry, text: draft.text)
            if rest.flag("feedback") { changes += try context.recordFeedback(lead.id) }
            return Outcome(id: lead.id.description, changed: changes, related: ["entry": entry.id.description])
        }
    }
}

extension WriteContext {
    /// What a line means for the leads it tells of: the first contact answers, and a line with substance is progress.
    /// However the line came in, the effect is the same.
    func noteActivity(_ entry: Entry, text: String) throws -> [Change] {
        var changes: [Change] = []
        for name in entry.linkedRecords {
            guard name.hasPrefix(LeadKey.prefix), let id = LeadID(name), let before = try store.record(Lead.self, id),
                (try? authorise("lead.note", before.accessTarget)) != nil
            else { continue }
            let previous = try before.course.progressEntry.flatMap { try store.entry($0)?.entry.text }
                .flatMap { try store.text($0.id) }
            let judgement = LeadNote.judge(entry, text: text, previous: previous, apartFrom: name)
            var after = before
            if entry.kind.map(LeadNote.contacts.contains) ?? false, after.course.firstContactAt == nil {
                after.course.firstContactAt = now
            }
            if judgement == .counts {
                after.course.progressAt = now
                after.course.progressEntry = entry.id
            }
            changes.append(Change("\(name).note", to: judgement.rawValue))
            guard after != before else { continue }
            try record("lead.noted", before, after)
            changes += Lead.changes(from: before, to: after).map {
                Change("\(name).\($0.field)", from: $0.from, to: $0.to)
            }
        }
        try keepClaims(behind: entry)
        return changes
    }

    fileprivate func recordFeedback(_ id: LeadID) throws -> [Change] {
        guard let before = try store.record(Lead.self, id) else { return [] }
        guard before.introducer != nil, before.course.verdictAt != nil else {
            throw ZhaoshangError(
                .refused, zh: before.introducer == nil ? "\(id) 没有引荐人" : "\(id) 还没有研判结论",
                en: before.introducer == nil ? "\(id) has no introducer" : "\(id) has no verdict yet",
                hint: Phrase(zh: "查看：zs lead show \(id)", en: "see: zs lead show \(id)"))
        }
        var after = before
        after.course.feedbackAt = now
        try record("lead.answered", before, after)
        return Lead.changes(from: before, to: after)
    }
}
