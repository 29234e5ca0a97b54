import Cadence
import Identifiers
import Labels
import Promotion

extension Bureau {
    /// `zs audit verify`.
    public func verifyAudit(caller: Caller) async throws -> ChainReport {
        try await read(caller) { try $0.authorise("audit.verify", .none) }
        return try await store.verifyChain()
    }

    /// `zs audit show [after:SEQ] [limit:N]`: the log itself, oldest first.
    public func showAudit(_ words: CommandWords, caller: Caller) async throws -> [Event] {
        try await read(caller) { context in
            try context.authorise("audit.show", .none)
            let keyed = try KeyedWords(words, keys: ["after": "after", "limit": "limit"], allowPlain: false)
            let limit = keyed.value("limit").flatMap { Int($0) } ?? 100
            let head = try context.store.headSeq()
            let after = keyed.value("after").flatMap { Int64($0) } ?? max(0, head - Int64(limit))
            return try context.store.events(after: after, limit: limit)
        }
    }

    /// `zs history ID`: everything that happened to one record, newest first.
    public func history(_ text: String, caller: Caller) async throws -> [EventDescription] {
        try await read(caller) { context in
            let subject = try context.visibleSubject(text)
            let events = try context.store.events(subject: subject, limit: 200)
            guard !events.isEmpty else {
                throw ZhaoshangError(
                    .notFound, zh: "没有 \(subject) 的记录", en: "nothing is recorded of \(subject)",
                    hint: Phrase(zh: "编号如 J-12、T-3、O-1、U-2、R-4", en: "ids look like J-12, T-3, O-1, U-2, R-4"))
            }
            return try events.map { try EventDescription($0) }
        }
    }

    /// `zs doctor [--rebuild]`.
    public func doctor(rebuild: Bool, caller: Caller) async throws -> [Inspection] {
        let verb = rebuild ? "doctor.rebuild" : "doctor"
        try await read(caller) { try $0.authorise(verb, .none) }
        var findings = try await store.inspect()
        let chain = try await store.verifyChain()
        findings.append(
            Inspection(
                name: "hash_chain", ok: chain.firstBadSeq == nil,
                finding: chain.firstBadSeq.map { "first bad seq \($0)" }))
        if rebuild {
            let report = try await store.rebuild()
            findings.append(
                Inspection(name: "rebuild", ok: report.firstDifference == nil, finding: report.firstDifference))
        }
        return findings
    }
}

extension ReadContext {
    /// The record's id in its full form, if the caller may see it.
    fileprivate func visibleSubject(_ text: String) throws -> String {
        let wanted = text.uppercased()
        switch wanted.first {
        case "J":
            let entry = try Bureau.entry(text, store).entry
            try authorise("history", .officer(entry.officer, in: entry.unit))
            return entry.id.description
        case "T":
            let task = try Bureau.task(text, store)
            try authorise("history", .unit(task.unit))
            return task.id.description
        case "U":
            let unit = try Bureau.unit(named: text, in: tree)
            try authorise("history", .unit(unit.id))
            return unit.id.description
        case "O":
            let officer = try Bureau.officer(named: text, in: store.officers())
            try authorise("history", officer.latestUnit.map { .officer(officer.id, in: $0) } ?? .none)
            return officer.id.description
        default:
            if let noun = RecordNouns.type(ofID: text), let subject = try visibleRecord(text, noun) { return subject }
            try authorise("history", .none)
            return RuleID(text)?.description ?? text
        }
    }

    private func visibleRecord<Record: PromotionRecord>(_ text: String, _ type: Record.Type) throws -> String? {
        guard let id = Identifier<Record.Kind>(text) else { return nil }
        let unit = try store.record(type, id)?.unit
        try authorise("history", unit.map { .unit($0) } ?? .none)
        return id.description
    }
}
