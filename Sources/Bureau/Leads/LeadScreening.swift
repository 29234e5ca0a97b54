import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs lead screen L-7` takes it up; with scores and a verdict it is judged; `--return` sends it back for facts.
    public func screenLead(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await leadCommand("lead.screen", caller) { context in
            let (before, rest) = try context.lead(words, "lead.screen")
            let keyed = try KeyedWords(rest, keys: ScreeningWords.keys, allowPlain: false)
            if rest.flag("return") {
                let after = try LeadMachine.returned(before)
                try context.record("lead.returned", before, after)
                return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
            }
            if keyed.values.isEmpty {
                let after = try LeadMachine.taken(before, at: context.now)
                try context.record("lead.taken", before, after)
                return Outcome(id: before.id.description, changed: Lead.changes(from: before, to: after))
            }
            return try context.judge(before, keyed, codes)
        }
    }
}

extension WriteContext {
    fileprivate func judge(_ lead: Lead, _ keyed: KeyedWords, _ codes: CodeTables) throws -> Outcome {
        let officer = try requirePrincipal("lead screen")
        let policy = try store.leadPolicy(on: today)
        let card = Scorecard(scores: try ScreeningWords.scores(keyed), weights: policy.weights)
        let vetoes = try ScreeningWords.vetoes(keyed)
        let verdict = try keyed.value("verdict").map(LeadReading.verdict)
        try requireComplete(card, keyed, lead, verdict, vetoes)
        guard let verdict else { return Outcome() }
        // Judging a lead that nobody took up yet takes it up on the way: one command, one line.
        let taken = lead.state == .assigned ? try LeadMachine.taken(lead, at: now) : lead
        var after = try LeadMachine.judged(taken, verdict, vetoes: vetoes, project: nil, at: now)
        let project = try verdict == .follow ? follow(after, keyed, codes) : nil
        after.project = project?.id ?? lead.project
        let screening = Screening(
            id: try store.nextID(Screening.self), lead: lead.id, unit: lead.unitID, officer: officer.id, at: now,
            card: card, vetoes: vetoes, verdict: verdict,
            reason: try keyed.value("reason").map { try store.keep(text: $0) },
            nextStep: try keyed.value("next").map { try store.keep(text: $0) },
            nextStepOn: try keyed.value("on").map { try DateReading.date($0, today: today) })
        try store.append("screening.recorded", before: nil, after: screening)
        if let project { try store.append("project.add", before: nil, after: project) }
        try record("lead.judged", lead, after)
        var related = ["screening": screening.id.description]
        related["project"] = project?.id.description
        return Outcome(
            id: lead.id.description,
            changed: [Change("screening", to: screening.id.description)]
                + [Change("score", to: card.score.percentNumber(decimals: 1))] + Lead.changes(from: lead, to: after),
            related: related)
    }

    /// The project that a followed lead becomes.
    private func follow(_ lead: Lead, _ keyed: KeyedWords, _ codes: CodeTables) throws -> Project {
        try create(
            ProjectCreation(
                name: lead.title, origin: .lead(lead.id), unit: lead.unitID, facts: ProjectFacts(lead, codes.eastern),
                people: ProjectPeople(manager: lead.owner), enterprise: lead.enterprise,
                investors: lead.investor.map { [Investor(name: $0)] } ?? [], credit: lead.credit, date: today,
                overridesDuplicate: keyed.value("duplicate").map(UnitWords.yes) ?? false))
    }

    /// Refuses with everything the screening lacks, and, where the lead is to be followed, with every fact the lead does.
    private func requireComplete(
        _ card: Scorecard, _ keyed: KeyedWords, _ lead: Lead, _ verdict: Verdict?, _ vetoes: [Veto]
    ) throws {
        var missing = card.missing.map(\.rawValue)
        if verdict == nil { missing.append("verdict") }
        if keyed.value("reason") == nil { missing.append("reason") }
        // Without a word of its own missing, the machine names the facts.
        guard !missing.isEmpty else { return }
        let facts = verdict == .follow ? lead.missingFacts.map(\.rawValue) : []
        let words = missing.map { "\($0):…" }.joined(separator: " ")
        let edit = facts.isEmpty ? "" : "zs lead edit \(lead.id) " + facts.map { "\($0):…" }.joined(separator: " ")
        let lacks = missing + facts + (verdict == .follow && !vetoes.isEmpty ? ["veto"] : [])
        throw ZhaoshangError(
            .incomplete, zh: "研判还缺：\(lacks.joined(separator: "、"))",
            en: "the screening lacks: \(lacks.joined(separator: ", "))",
            hint: Phrase(
                zh: "补充：\(words)（各维度 0–5）" + (edit.isEmpty ? "" : "；线索：\(edit)"),
                en: "add: \(words) (each dimension 0–5)" + (edit.isEmpty ? "" : "; to the lead: \(edit)")),
            details: ["missing": .list(lacks)])
    }
}

enum ScreeningWords {
    static let keys: [String: String] = {
        var keys: [String: String] = [
            "verdict": "verdict", "结论": "verdict", "reason": "reason", "理由": "reason", "next": "next", "下步": "next",
            "on": "on", "日期": "on", "veto": "veto", "否决": "veto", "scores": "scores", "评分": "scores",
            "duplicate": "duplicate", "重复": "duplicate",
        ]
        let words = ["产业方向", "方向", "带动", "带动本地产业", "市场", "技术", "环境", "环保", "能耗", "效益"]
        for word in Scorecard.Dimension.allCases.map(\.rawValue) + words {
            if let dimension = Scorecard.Dimension(word: word) { keys[word] = dimension.rawValue }
        }
        return keys
    }()

    /// `market:4 technology:5 …`, or all seven at once in the order of the card: `scores:4,3,5,5,4,3,4`.
    static func scores(_ keyed: KeyedWords) throws -> [String: Int] {
        var scores: [String: Int] = [:]
        if let list = keyed.list("scores") {
            guard list.count == Scorecard.Dimension.allCases.count else {
                throw ZhaoshangError(
                    .badText, zh: "评分应有七项，给了 \(list.count) 项", en: "seven scores are wanted, not \(list.count)",
                    hint: Phrase(
                        zh: "顺序：产业方向 带动 市场 技术 环境 能耗 效益",
                        en: "in the order: " + Scorecard.Dimension.allCases.map(\.rawValue).joined(separator: " ")))
            }
            for (dimension, text) in zip(Scorecard.Dimension.allCases, list) {
                scores[dimension.rawValue] = try score(text, dimension.rawValue)
            }
        }
        for dimension in Scorecard.Dimension.allCases {
            if let text = keyed.value(dimension.rawValue) {
                scores[dimension.rawValue] = try score(text, dimension.rawValue)
            }
        }
        return scores
    }

    private static func score(_ text: String, _ name: String) throws -> Int {
        if let score = Int(text), (0...Scorecard.highest).contains(score) { return score }
        throw ZhaoshangError(
            .badText, zh: "\(name) 应为 0 到 5：\(text)", en: "\(name) takes 0 to 5: \(text)",
            details: ["dimension": .text(name), "score": .text(text)])
    }

    static func vetoes(_ keyed: KeyedWords) throws -> [Veto] {
        try (keyed.list("veto") ?? []).filter { $0 != "-" }.map { word in
            guard let veto = Veto(word: word) else {
                throw LeadReading.unknown(
                    "veto", word, Veto.allCases.map(\.rawValue), Phrase(zh: "否决事项", en: "veto"))
            }
            return veto
        }
    }
}
