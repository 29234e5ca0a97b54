import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs project add NAME [lead:L-7] [@企业] amount:… reason:…`.
    public func addProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await execute("project.add", caller, work: true) { context in
            let draft = try ProjectDraft(words, codes: codes)
            let lead = try context.followedLead(draft.keyed.value("lead"))
            let name =
                draft.keyed.value("name") ?? draft.keyed.plain.filter { !$0.hasPrefix("@") }.joined(separator: " ")
            var missing: [MissingEvidence] = []
            if name.isEmpty, lead == nil {
                missing.append(
                    MissingEvidence("name", zh: "项目名称", en: "the name", command: "zs project add NAME …"))
            }
            if lead == nil, draft.keyed.value("reason") == nil {
                missing.append(
                    MissingEvidence(
                        "reason", zh: "线索，或直接建项的原因", en: "a lead, or the reason for entering it directly",
                        command: "zs project add \(name) lead:L-…|reason:…"))
            }
            guard missing.isEmpty else {
                throw missing.refusal(Phrase(zh: "项目不能登记", en: "the project cannot be added"))
            }
            let unit =
                try draft.keyed.value("unit").map { try Bureau.unit(named: $0, in: context.tree).id }
                ?? lead?.unitID ?? Self.contextUnit(caller, context.tree, today: context.today)
            // Only to read the words; the creation below decides.
            var shape = Project(
                id: ProjectID(1), name: TextStub(id: 0, digest: ""), unit: unit, kind: .new,
                facts: lead.map { ProjectFacts($0, codes.eastern) } ?? ProjectFacts(),
                people: ProjectPeople(manager: lead?.owner ?? caller.principal?.id), enterprise: lead?.enterprise,
                investors: lead?.investor.map { [Investor(name: $0)] } ?? [], credit: lead?.credit ?? [])
            try draft.apply(to: &shape, context)
            try context.authorise("project.add", shape.target(for: caller))
            let stub = try name.isEmpty ? lead?.title : context.store.keep(text: name)
            let reason = try context.text(draft.keyed.value("reason"))
            let origin = lead.map { ProjectCreation.Origin.lead($0.id) } ?? reason.map { .direct(reason: $0) }
            guard let stub, let origin else { return Outcome() }
            let creation = ProjectCreation(
                name: stub, origin: origin, unit: shape.unitID, kind: shape.kind, facts: shape.facts,
                people: shape.people, enterprise: shape.enterprise, investors: shape.investors, credit: shape.credit,
                date: try context.date(draft.keyed.value("date")) ?? context.today,
                overridesDuplicate: draft.keyed.value("duplicate").map(UnitWords.yes) ?? false)
            var project = try context.create(creation)
            project.localEnterprise = shape.localEnterprise
            project.localCode = shape.localCode
            try context.store.append("project.add", before: nil, after: project)
            if let before = lead {
                var after = before
                after.project = project.id
                try context.record("lead.became_project", before, after)
            }
            return Outcome(
                id: project.id.description, changed: Project.changes(from: nil, to: project))
        }
    }

    /// `zs project edit P-3 key:value …`.
    public func editProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await changeProject("project.edit", words, caller) { context, project, rest in
            let draft = try ProjectDraft(rest, codes: codes)
            if let name = draft.keyed.value("name") { project.name = try context.store.keep(text: name) }
            try draft.apply(to: &project, context)
            project.major = try context.store.projectPolicy(on: context.today).isMajor(project.facts)
        }
    }

    /// Loads the project that the first word names, lets `change` decide, and appends what became of it.
    func changeProject(
        _ verb: String, _ words: CommandWords, _ caller: Caller,
        _ change: @escaping @Sendable (WriteContext, inout Project, CommandWords) throws -> Void
    ) async throws -> CommandResult {
        try await execute(verb, caller, work: true) { context in
            let before = try context.store.project(named: words.words.first ?? "")
            try context.authorise(verb, before.target(for: caller))
            var after = before
            try change(context, &after, CommandWords(Array(words.words.dropFirst()), options: words.options))
            // What the change appended itself has already moved the record on.
            let present = try context.store.record(Project.self, before.id) ?? before
            try context.store.append(verb, before: present, after: after)
            return Outcome(id: after.id.description, changed: Project.changes(from: before, to: after))
        }
    }

    /// `zs project suspend P-3 review:2026-12-01 reason:…`.
    public func suspendProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.suspend", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.stopKeys)
            let id = project.id
            try keyed.requireEvidence(
                [("review", Phrase(zh: "复查日", en: "the review date")), ("reason", Phrase(zh: "原因", en: "the reason"))],
                "zs project suspend \(id)", Phrase(zh: "\(id) 不能暂缓", en: "\(id) cannot be suspended"))
            guard let review = try context.dueDate(keyed.value("review")),
                let reason = try context.text(keyed.value("reason"))
            else { return }
            project = try context.stop(keyed).suspended(
                project, until: review, reason: reason, policy: context.store.projectPolicy(on: context.today))
            try context.startClock(
                "suspension", of: id.description, for: project.workSubject, unit: project.unitID,
                limit: .date(review, at: WriteContext.clockEnd))
        }
    }

    public func resumeProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.resume", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.stopKeys)
            project = try context.stop(keyed).resumed(
                project, reason: context.text(keyed.value("reason") ?? keyed.plain.first))
            try context.endClock("suspension", of: project.id.description)
        }
    }

    /// `zs project terminate P-3 competitor to:合肥 [reason:…]`.
    public func terminateProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.terminate", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.stopKeys)
            let code = keyed.value("code") ?? keyed.plain.first ?? keyed.value("reason") ?? ""
            let chinese: [String: TerminationReason] = [
                "资金": .funding, "用地": .site, "政策": .policy, "环境": .environment, "竞争": .competitor, "撤回": .withdrew,
                "评审未过": .failedReview, "违约": .breach,
            ]
            let folded = code.lowercased()
            guard
                let reason = TerminationReason.allCases.first(where: { $0.rawValue.lowercased() == folded })
                    ?? chinese[code]
            else {
                throw ProjectDraft.unknown(
                    code, Phrase(zh: "终止原因", en: "reason code"), TerminationReason.allCases.map(\.rawValue))
            }
            let note = keyed.value("note") ?? (keyed.value("reason") == code ? nil : keyed.value("reason"))
            project = try context.stop(keyed).terminated(
                project, reason: reason, note: context.text(note), destination: keyed.value("destination"))
            for task in try context.store.tasks(
                TaskFilter(source: project.id.description, states: [.open, .returned], product: .clock))
            {
                try context.endClock(task.clock ?? task.occurrence, of: project.id.description, void: "terminated")
            }
        }
    }

    static let stopKeys = [
        "review": "review", "until": "review", "复查": "review", "至": "review", "reason": "reason", "原因": "reason",
        "date": "date", "on": "date", "日期": "date", "to": "destination", "destination": "destination",
        "去向": "destination", "code": "code", "note": "note", "备注": "note",
    ]
}

extension WriteContext {
    func stop(_ keyed: KeyedWords) throws -> ProjectStop {
        ProjectStop(date: try date(keyed.value("date")) ?? today, now: now, by: caller.actingPerson)
    }

    /// The lead a project comes from; refused unless its verdict is to follow it and it has no project yet.
    func followedLead(_ text: String?) throws -> Lead? {
        guard let text else { return nil }
        guard let id = LeadID(text), let lead = try store.record(Lead.self, id) else {
            throw ZhaoshangError(
                .notFound, zh: "没有这条线索：\(text)", en: "no such lead: \(text)",
                hint: Phrase(zh: "查看：zs lead list", en: "see: zs lead list"))
        }
        guard lead.state == .followed else {
            throw [
                MissingEvidence(
                    "verdict", zh: "\(id) 的研判结论“跟进”", en: "the verdict follow of \(id)",
                    command: "zs lead screen \(id) scores:… verdict:follow reason:…")
            ].refusal(Phrase(zh: "项目不能登记", en: "the project cannot be added"))
        }
        if let project = lead.project {
            throw ZhaoshangError(
                .conflict, zh: "\(id) 已成为 \(project)", en: "\(id) became \(project) already",
                hint: Phrase(zh: "查看：zs project show \(project)", en: "see: zs project show \(project)"),
                details: ["project": .text(project.description)])
        }
        return lead
    }

    /// The project of a creation, not appended yet.
    func create(_ creation: ProjectCreation) throws -> Project {
        let siblings = try creation.enterprise.map {
            try store.records(Project.self, RecordFilter([.equals("enterprise", $0)])).map(\.record)
        }
        return try creation.project(
            id: store.nextID(Project.self), siblings: siblings ?? [], policy: store.projectPolicy(on: today), now: now,
            by: caller.actingPerson)
    }
}

extension ProjectFacts {
    /// What the lead knew.
    init(_ lead: Lead, _ provinces: EasternProvinces) {
        let facts = lead.facts
        self.init(
            industry: facts.industry, chain: facts.chain, origin: facts.region,
            eastern: facts.region.map(provinces.contains) ?? false, country: facts.country,
            plannedTotal: facts.investment, foreign: facts.foreign, land: facts.land, energy: facts.energy,
            output: facts.output, tax: facts.tax, jobs: facts.jobs, tier: lead.tier?.rawValue)
    }
}

extension KeyedWords {
    /// Refuses with everything that is missing and one command that gives it.
    func requireEvidence(_ names: [(String, Phrase)], _ command: String, _ act: Phrase) throws {
        let missing = names.filter { value($0.0)?.isEmpty ?? true }.map {
            MissingEvidence($0.0, zh: $0.1.zh, en: $0.1.en, command: "\(command) \($0.0):…")
        }
        guard missing.isEmpty else { throw missing.refusal(act) }
    }
}
