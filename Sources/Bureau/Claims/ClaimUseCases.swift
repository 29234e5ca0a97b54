import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs claim file @INVESTOR amount:12亿 [chain: lead: evidence:]`, or `zs claim file lead:L-7` with the lead's facts.
    public func fileClaim(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("claim.file", caller) { context in
            let officer = try context.requirePrincipal("claim file")
            let policy = try context.store.claimPolicy(on: context.today)
            let draft = try context.newClaim(words, officer: officer, policy: policy)
            try context.authorise("claim.file", draft.accessTarget)
            let conflicts = try context.conflicts(of: draft)
            var claim = ClaimMachine.filed(draft, conflicts: conflicts, policy: policy)
            if claim.state == .pending {
                claim.arbitrationDueAt = context.arbitrationLimit(policy).due(context.calendar)?.at
            }
            try context.record("claim.filed", nil, claim)
            var changes = FirstTalkClaim.changes(from: nil, to: claim)
            // The other side is told, and so is whoever files.
            for rival in try context.rivals(of: claim) {
                try context.settleClocks(of: rival)
                changes.append(Change("told", to: "\(rival.officer) \(rival.id)"))
            }
            return Outcome(id: claim.id.description, changed: changes)
        }
    }

    /// `zs claim extend C-1 [until:DATE] reason:…`.
    public func extendClaim(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("claim.extend", caller) { context in
            let (before, keyed) = try context.claim(words, "claim.extend")
            try keyed.require([("reason", Phrase(zh: "理由", en: "reason"))])
            let after = try ClaimMachine.extended(
                before, until: keyed.value("until").map { try DateReading.date($0, today: context.today) },
                reason: context.store.keep(text: keyed.value("reason") ?? ""), on: context.today,
                policy: context.store.claimPolicy(on: context.today))
            try context.record("claim.extended", before, after)
            return Outcome(id: before.id.description, changed: FirstTalkClaim.changes(from: before, to: after))
        }
    }

    /// `zs claim release C-1 reason:…`: the pending claim behind it holds from now on.
    public func releaseClaim(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("claim.release", caller) { context in
            let (before, keyed) = try context.claim(words, "claim.release")
            try keyed.require([("reason", Phrase(zh: "理由", en: "reason"))])
            let after = try ClaimMachine.released(
                before, reason: context.store.keep(text: keyed.value("reason") ?? ""), at: context.now,
                by: context.caller.principal?.id)
            try context.record("claim.released", before, after)
            try context.advanceQueue(behind: [after])
            return Outcome(id: before.id.description, changed: FirstTalkClaim.changes(from: before, to: after))
        }
    }

    /// `zs claim arbitrate C-2 for:C-1 reason:… [credit:bn-ne=60,bn-eq=40]`: one claim holds, those against it end.
    public func arbitrateClaim(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("claim.arbitrate", caller) { context in
            let officer = try context.requirePrincipal("claim arbitrate")
            let (claim, keyed) = try context.claim(words, "claim.arbitrate")
            try keyed.require([
                ("for", Phrase(zh: "保留哪一条（for:C-…）", en: "the claim that holds (for:C-…)")),
                ("reason", Phrase(zh: "理由", en: "reason")),
            ])
            let sides = try [claim] + context.rivals(of: claim)
            let winner = try ClaimNaming.claim(keyed.value("for") ?? "", context.store)
            guard sides.count > 1, claim.state.isLive, sides.contains(where: { $0.id == winner.id }) else {
                throw ClaimNaming.noContest(claim, sides, winner)
            }
            let credit = try keyed.value("credit").map { try CreditReading.shares($0, context.tree) } ?? []
            let decided = ClaimMachine.arbitrated(
                sides, winner: winner.id, credit: credit,
                reason: try context.store.keep(text: keyed.value("reason") ?? ""), at: context.now, by: officer.id,
                policy: try context.store.claimPolicy(on: context.today))
            var changes: [Change] = []
            // Those that end first: the one that holds is then without rivals.
            for (before, after) in zip(sides, decided).sorted(by: { $1.1.id == winner.id && $0.1.id != winner.id }) {
                try context.record("claim.arbitrated", before, after)
                changes.append(
                    Change("\(after.id).state", from: before.state.rawValue, to: after.state.rawValue))
            }
            try context.advanceQueue(behind: decided)
            if !credit.isEmpty {
                changes.append(Change("credit", to: credit.map { "\($0.unit)=\($0.percent)" }.joined(separator: " ")))
            }
            return Outcome(id: claim.id.description, changed: changes)
        }
    }
}

extension WriteContext {
    fileprivate func newClaim(
        _ words: CommandWords, officer: Officer, policy: ClaimPolicy
    ) throws -> FirstTalkClaim {
        let line: CaptureLine
        let (about, rest) = ClaimWords.about(words.words)
        do {
            line = try CaptureLine(words: rest, knownKeys: ClaimWords.keys)
        } catch {
            throw error.error
        }
        var values: [String: String] = about
        for attribute in line.attributes { values[attribute.key] = attribute.value }
        let lead = try values["lead"].map { try LeadNaming.lead($0, store) }
        if let lead { try authorise("lead.show", lead.accessTarget) }
        let typed = try ForeignReading.amount(KeyedWords(values: values), today: today)
        let investment = try values["amount"].map { try EntryDraft.money($0) } ?? typed?.yuan ?? lead?.facts.investment
        let foreign = typed?.amount ?? lead?.facts.foreign
        let named = line.mentions.first ?? values["investor"]
        var missing: [(String, Phrase)] = []
        if named == nil, lead?.enterprise == nil, lead?.investor == nil {
            missing.append(("investor", Phrase(zh: "投资方（@名称）", en: "investor (@name)")))
        }
        if investment == nil { missing.append(("amount", Phrase(zh: "投资额", en: "amount"))) }
        let evidence = values["evidence"] ?? (line.text.isEmpty ? nil : line.text)
        if evidence == nil { missing.append(("evidence", Phrase(zh: "首报依据", en: "evidence"))) }
        guard missing.isEmpty else { throw ClaimWords.incomplete(missing) }
        guard let threshold = policy.thresholdClass(investment: investment, foreign: foreign) else {
            throw ClaimWords.belowThreshold(policy)
        }
        let unit = try self.unit(of: officer, on: today)
        var (enterprise, investor) = (lead?.enterprise, lead?.investor)
        if let named { (enterprise, investor) = try self.investor(named: named) }
        return FirstTalkClaim(
            id: try store.nextID(FirstTalkClaim.self), enterprise: enterprise, investor: investor,
            chain: values["chain"] ?? lead?.facts.chain, lead: lead?.id, unit: unit, officer: officer.id, filedAt: now,
            threshold: threshold, investment: investment ?? .zero, foreign: foreign,
            evidence: try store.keep(text: evidence ?? ""), state: .pending, expiresOn: nil, conflicts: [])
    }

    /// Live claims of others about the same investor and chain; a second one of the same unit is refused.
    fileprivate func conflicts(of claim: FirstTalkClaim) throws -> [ClaimConflict] {
        let live = try liveClaims()
        let texts = try store.texts((live + [claim]).compactMap(\.investor).map(\.id))
        let own = try party(of: claim, texts)
        var conflicts: [ClaimConflict] = []
        for other in live {
            if let chain = claim.chain, let its = other.chain, chain != its { continue }
            guard let ground = own.ground(for: try party(of: other, texts)) else { continue }
            guard other.unitID != claim.unitID else {
                throw ZhaoshangError(
                    .refused, zh: "本机构已有首报 \(other.id)", en: "your unit has \(other.id) for it already",
                    hint: Phrase(
                        zh: "延期：zs claim extend \(other.id) reason:…",
                        en: "extend it: zs claim extend \(other.id) reason:…"),
                    details: ["claim": .text(other.id.description)])
            }
            conflicts.append(ClaimConflict(claim: other.id, ground: ground))
        }
        return conflicts
    }

    private func party(of claim: FirstTalkClaim, _ texts: [Int64: String]) throws -> ClaimParty {
        let typed = [claim.investor.flatMap { texts[$0.id] }].compactMap(\.self)
        guard let id = claim.enterprise, let known = try store.record(Enterprise.self, id) else {
            return ClaimParty(enterprise: claim.enterprise, names: typed)
        }
        return ClaimParty(
            enterprise: known.merge?.into ?? known.id, code: known.uscc, group: known.group,
            names: [known.name, known.nameEn].compactMap(\.self) + typed, formerNames: known.formerNames)
    }

    /// The claim that the first word names, if the caller may use the verb on it, and the words after.
    fileprivate func claim(_ words: CommandWords, _ verb: String) throws -> (FirstTalkClaim, KeyedWords) {
        let claim = try ClaimNaming.claim(words.words.first ?? "", store)
        try authorise(verb, claim.accessTarget)
        let rest = CommandWords(Array(words.words.dropFirst()), options: words.options)
        return (claim, try KeyedWords(rest, keys: ClaimWords.deciding, allowPlain: false))
    }
}

extension FirstTalkClaim {
    var accessTarget: AccessTarget { .officer(officer, in: unitID) }
}

enum ClaimNaming {
    static func claim(_ text: String, _ reading: any Reading) throws -> FirstTalkClaim {
        if let id = ClaimID(text), let claim = try reading.record(FirstTalkClaim.self, id) { return claim }
        throw ZhaoshangError(
            .notFound, zh: "没有这条首报首谈：\(text)", en: "no such claim: \(text)",
            hint: Phrase(zh: "查看：zs claim list", en: "see: zs claim list"), details: ["id": .text(text)])
    }

    static func noContest(
        _ claim: FirstTalkClaim, _ sides: [FirstTalkClaim], _ winner: FirstTalkClaim
    ) -> ZhaoshangError {
        let list = sides.map(\.id.description).joined(separator: " ")
        return ZhaoshangError(
            .refused,
            zh: sides.count < 2 ? "\(claim.id) 没有冲突，无须仲裁" : "\(winner.id) 不在此次冲突中：\(list)",
            en: sides.count < 2 ? "\(claim.id) stands against no other" : "\(winner.id) is no side of it: \(list)",
            hint: Phrase(zh: "查看：zs claim show \(claim.id)", en: "see: zs claim show \(claim.id)"),
            details: ["sides": .list(sides.map(\.id.description))])
    }
}
