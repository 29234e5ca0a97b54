import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs lead add TITLE source:… [amount: industry: chain: region: … @investor]`.
    public func addLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await leadCommand("lead.add", caller) { context in
            var lead = try context.newLead(LeadDraft(words), codes: codes)
            lead.registeredBy = context.caller.principal?.id
            try context.authorise("lead.add", lead.accessTarget)
            try context.record("lead.added", nil, lead)
            return Outcome(id: lead.id.description, changed: Lead.changes(from: nil, to: lead))
        }
    }

    /// `zs lead edit L-7 amount:15亿 …`.
    public func editLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await leadCommand("lead.edit", caller) { context in
            let (before, rest) = try context.lead(words, "lead.edit")
            let after = try context.applying(LeadDraft(rest), to: before, codes: codes)
            guard after != before else { throw Self.nothingToChange("zs lead edit \(before.id) amount:12亿") }
            try context.record("lead.edited", before, after)
            return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
        }
    }

    /// `zs lead transfer L-7 unit:… --reason` moves it within the bureau; `to:…` out of it.
    public func transferLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("lead.transfer", caller) { context in
            let (before, rest) = try context.lead(words, "lead.transfer")
            let keyed = try KeyedWords(rest, keys: LeadTransfer.keys, allowPlain: false)
            let after = try context.transferred(before, keyed)
            try context.record("lead.transferred", before, after)
            return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
        }
    }

    /// `zs lead merge L-9 into:L-3`.
    public func mergeLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("lead.merge", caller) { context in
            let (before, rest) = try context.lead(words, "lead.merge")
            let keyed = try KeyedWords(rest, keys: ["into": "into", "到": "into", "并入": "into"])
            guard let name = keyed.value("into") ?? keyed.plain.first else {
                throw ZhaoshangError(
                    .incomplete, zh: "缺少：保留的线索", en: "missing: the lead that stays",
                    hint: Phrase(
                        zh: "例如：zs lead merge \(before.id) into:L-3",
                        en: "for example: zs lead merge \(before.id) into:L-3"),
                    details: ["missing": ["into"]])
            }
            let other = try LeadNaming.lead(name, context.store)
            let after = try LeadMachine.merged(before, into: other, on: context.today)
            try context.record("lead.merged", before, after)
            return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
        }
    }

    /// `zs lead unmerge L-9`.
    public func unmergeLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("lead.unmerge", caller) { context in
            let (before, _) = try context.lead(words, "lead.unmerge")
            let policy = try context.store.leadPolicy(on: context.today)
            let after = try LeadMachine.unmerged(before, policy: policy, on: context.today)
            try context.record("lead.unmerged", before, after)
            return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
        }
    }

    /// `zs lead reopen L-9`: a cultivated or declined lead is screened again.
    public func reopenLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await leadCommand("lead.reopen", caller) { context in
            let (before, _) = try context.lead(words, "lead.reopen")
            let policy = try context.store.leadPolicy(on: context.today)
            let after = try LeadMachine.reopened(
                before, policy: policy, supervisor: context.caller.roles.contains(.supervisor), at: context.now)
            try context.record("lead.reopened", before, after)
            return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
        }
    }

    /// A command about a lead is a line of the officer's day and may start or end clocks.
    func leadCommand(
        _ verb: String, _ caller: Caller, work: Bool = true,
        _ body: @escaping @Sendable (WriteContext) throws -> Outcome
    ) async throws -> CommandResult {
        let result = try await execute(verb, caller, work: work, body)
        await rouse(caller)
        return result
    }
}

enum LeadNaming {
    static func lead(_ text: String, _ reading: any Reading) throws -> Lead {
        if let id = LeadID(text), let lead = try reading.record(Lead.self, id) { return lead }
        throw ZhaoshangError(
            .notFound, zh: "没有这条线索：\(text)", en: "no such lead: \(text)",
            hint: Phrase(zh: "查看：zs lead list", en: "see: zs lead list"), details: ["id": .text(text)])
    }
}

extension WriteContext {
    /// The lead that the first word names, if the caller may use the verb on it, and the words after.
    func lead(_ words: CommandWords, _ verb: String) throws -> (Lead, CommandWords) {
        let lead = try LeadNaming.lead(words.words.first ?? "", store)
        try authorise(verb, lead.accessTarget)
        return (lead, CommandWords(Array(words.words.dropFirst()), options: words.options))
    }

    fileprivate func transferred(_ lead: Lead, _ keyed: KeyedWords) throws -> Lead {
        let reason = keyed.value("reason")
        if let name = keyed.value("unit") {
            return try movedToUnit(lead, named: name, reason: reason)
        }
        guard let destination = keyed.value("to"), let reason else {
            throw ZhaoshangError(
                .incomplete, zh: "流转须写明去向和理由", en: "a transfer needs where to and why",
                hint: Phrase(
                    zh: "区外：zs lead transfer \(lead.id) to:永川区 reason:…；本局：unit:bn-ne",
                    en: "out of the bureau: zs lead transfer \(lead.id) to:Yongchuan reason:…; within: unit:bn-ne"),
                details: ["missing": ["to", "reason"]])
        }
        var after = try LeadMachine.judged(lead, .transfer, vetoes: [], project: nil, at: now)
        after.destination = try store.keep(text: destination + "（" + reason + "）")
        after.credit = try keyed.value("credit").map { try CreditReading.shares($0, tree) } ?? []
        return after
    }

    private func movedToUnit(_ lead: Lead, named name: String, reason: String?) throws -> Lead {
        guard lead.state == .assigned || lead.state == .registered else {
            throw ZhaoshangError(
                .refused, zh: "只有已登记、已分派的线索可在机构间流转", en: "only registered and assigned leads move between units",
                hint: Phrase(
                    zh: "研判中的线索先退回：zs lead screen \(lead.id) --return",
                    en: "a lead in screening goes back first: zs lead screen \(lead.id) --return"))
        }
        guard reason != nil else {
            throw ZhaoshangError(
                .incomplete, zh: "跨机构流转须说明理由", en: "a move to another unit needs a reason",
                hint: Phrase(zh: "补充：reason:…", en: "add: reason:…"), details: ["missing": ["reason"]])
        }
        let unit = try Bureau.unit(named: name, in: tree).id
        guard lead.state == .assigned else {
            var after = lead
            after.unitID = unit
            return after
        }
        // A lead is never without an owner: the head of the unit has it until it is assigned on.
        guard let head = try head(of: unit) else {
            throw ZhaoshangError(
                .refused, zh: "\(name) 没有负责人接收", en: "\(name) has no head to take it",
                hint: Phrase(
                    zh: "直接指定人员：zs lead assign \(lead.id) O-… --reason …",
                    en: "name somebody: zs lead assign \(lead.id) O-… --reason …"))
        }
        return try LeadMachine.assigned(lead, to: head, unit: unit, reason: true, at: now)
    }

    /// The active leader of a unit with the lowest number.
    func head(of unit: UnitID) throws -> OfficerID? {
        try store.officers().first { $0.active && $0.roles.contains(.leader) && $0.unit(on: today) == unit }?.id
    }
}

enum LeadTransfer {
    static let keys = [
        "unit": "unit", "机构": "unit", "to": "to", "去向": "to", "reason": "reason", "理由": "reason", "事由": "reason",
        "credit": "credit", "分成": "credit",
    ]
}

extension Lead {
    var accessTarget: AccessTarget {
        (owner ?? registeredBy).map { .officer($0, in: unitID) } ?? .unit(unitID)
    }
}

/// Shares of credit as people write them: `bn-ne=60,bn-eq=40`.
enum CreditReading {
    static func shares(_ text: String, _ tree: UnitTree) throws -> [CreditShare] {
        var shares: [CreditShare] = []
        for part in text.split(whereSeparator: { ",，;；".contains($0) }) {
            let sides = part.split(whereSeparator: { "=＝".contains($0) })
            guard sides.count == 2, let percent = Int(sides[1].filter { $0 != "%" }), (1...100).contains(percent) else {
                throw form(text)
            }
            let unit = try Bureau.unit(named: String(sides[0]), in: tree).id
            guard !shares.contains(where: { $0.unit == unit }) else { throw form(text) }
            shares.append(CreditShare(unit: unit, percent: percent))
        }
        let sum = shares.reduce(0) { $0 + $1.percent }
        guard sum == 100 else {
            throw ZhaoshangError(
                .refused, zh: "分成合计 \(sum)%，应为 100%", en: "the shares add up to \(sum)%, not 100%",
                hint: Phrase(zh: "例如：bn-ne=60,bn-eq=40", en: "for example: bn-ne=60,bn-eq=40"),
                details: ["sum": .number(Int64(sum))])
        }
        return shares
    }

    private static func form(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .badText, zh: "看不懂的分成：\(text)", en: "not shares of credit: \(text)",
            hint: Phrase(zh: "例如：bn-ne=60,bn-eq=40", en: "for example: bn-ne=60,bn-eq=40"),
            details: ["credit": .text(text)])
    }
}
