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
                enterprises: try context.enterprises(of: links), tags: draft.tags, kind: draft.kind,
                amount: draft.amount, attributes: draft.attributes)
            try context.store.append(NewEvent("entry.logged", entry.id, EntryChanged(before: nil, after: entry)))
            _ = try context.settleInventory(officer: officer.id, on: date)
            var changes = [Change("entry", to: entry.id.description)]
            changes += try context.noteActivity(nil, entry)
            if rest.flag("feedback") { changes += try context.recordFeedback(lead.id) }
            return Outcome(id: lead.id.description, changed: changes, related: ["entry": entry.id.description])
        }
    }
}

extension WriteContext {
    /// What a line means for the leads and claims it tells of: the first contact answers, a line with substance is progress,
    /// and recorded work keeps a claim. However the line came in, was edited or withdrawn, the effect is that of the lines
    /// that stand.
    ///
    /// - Parameter before: the line as it stood; nil when it is new.
    func noteActivity(_ before: Entry?, _ after: Entry) throws -> [Change] {
        var changes: [Change] = []
        for name in Set((before?.linkedRecords ?? []) + after.linkedRecords).sorted() {
            guard name.hasPrefix(LeadKey.prefix), let id = LeadID(name), let lead = try store.record(Lead.self, id)
            else { continue }
            changes += try note(lead, before, after)
        }
        try keepClaims(before, after)
        return changes
    }

    private func note(_ lead: Lead, _ before: Entry?, _ after: Entry) throws -> [Change] {
        let name = lead.id.description
        var notes = try lead.course.notes ?? notes(of: lead, apartFrom: after.id)
        let known = notes.first { $0.entry == after.id }
        // Somebody's line about a lead that is not theirs is no work on it.
        guard known != nil || (try? authorise("lead.note", lead.accessTarget)) != nil else { return [] }
        let old = try lead.noted(notes, lines(notes, apart: before))
        notes.removeAll { $0.entry == after.id }
        let stands = !after.withdrawn && after.linkedRecords.contains(name)
        var judged: (lead: Lead, all: [EntryID: LeadNote.Judgement])
        if stands, LeadNote.hasSubstance(after, apartFrom: name) {
            let contact = LeadNote.isContact(after) ? known?.contactAt ?? now : nil
            func with(_ saidAt: Instant) throws -> (Lead, [EntryID: LeadNote.Judgement]) {
                let all = notes + [NotedLine(entry: after.id, saidAt: saidAt, contactAt: contact)]
                return try lead.noted(all, lines(all, apart: after))
            }
            judged = try with(known?.saidAt ?? now)
            // Words that did not count and do now were said now.
            if let known, old.1[known.entry] != .counts, judged.all[after.id] == .counts { judged = try with(now) }
        } else {
            judged = try lead.noted(notes, lines(notes, apart: nil))
        }
        var changes: [Change] = []
        if stands { changes.append(Change("\(name).note", to: (judged.all[after.id] ?? .withoutSubstance).rawValue)) }
        guard judged.lead != lead else { return changes }
        try record("lead.noted", lead, judged.lead)
        return changes
            + Lead.changes(from: lead, to: judged.lead).map { Change("\(name).\($0.field)", from: $0.from, to: $0.to) }
    }

    /// Of a lead whose lines were not kept yet: those of the log, each since it was logged.
    private func notes(of lead: Lead, apartFrom entry: EntryID) throws -> [NotedLine] {
        let name = lead.id.description
        return try store.entries(EntryFilter(record: name, includeAutomatic: false)).filter {
            $0.entry.id != entry && LeadNote.hasSubstance($0.entry, apartFrom: name)
        }.map {
            NotedLine(
                entry: $0.entry.id, saidAt: $0.recordedAt,
                contactAt: LeadNote.isContact($0.entry) ? $0.recordedAt : nil)
        }
    }

    /// The lines that stand, with their words; one of them as `entry` has it.
    private func lines(_ notes: [NotedLine], apart entry: Entry?) throws -> [EntryID: LeadNote.Line] {
        let entries = try notes.compactMap { note in
            note.entry == entry?.id ? entry : try store.entry(note.entry)?.entry
        }.filter { !$0.withdrawn }
        let texts = try store.texts(entries.compactMap { $0.text?.id })
        return Dictionary(
            entries.map { ($0.id, LeadNote.Line(entry: $0, text: $0.text.flatMap { texts[$0.id] })) }
        ) { $1 }
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
