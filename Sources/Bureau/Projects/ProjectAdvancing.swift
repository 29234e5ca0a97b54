import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs project advance P-3 signed date:10-22 amount:3.5亿`: with an amount the formal agreement is recorded first.
    public func advanceProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.advance", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.advanceKeys)
            let word = keyed.value("stage") ?? keyed.plain.first ?? ""
            guard let stage = Stage(word: word) else {
                throw ProjectDraft.unknown(word, Phrase(zh: "阶段", en: "stage"), Stage.allCases.map(\.rawValue))
            }
            let pending = project.pending.flatMap { $0.to == stage ? $0 : nil }
            let date = try context.date(keyed.value("date")) ?? pending?.date ?? context.today
            if let text = keyed.value("local") { try context.setLocal(text, of: &project) }
            if let code = keyed.value("uscc") { project.localCode = try ProjectDraft.code(code) }
            if stage == .landed { try context.completeLocal(&project) }
            if stage == .signed, keyed.value("amount") != nil {
                try StageMachine.checkPath(project, stage, date, today: context.today)
                let (agreement, changed) = try context.recordAgreement(
                    project, form: .formal, date: date, keyed: keyed)
                try context.store.append("agreement.add", before: nil, after: agreement)
                project = changed
            }
            let officers = try context.store.officers()
            let named = try keyed.value("by").map { try Bureau.officer(named: $0, in: officers).id }
            let own = caller.principal?.roles.contains(.officer) == true ? caller.principal?.id : nil
            let act = StageAdvance(
                to: stage, date: date, now: context.now, by: caller.actingPerson, capacities: caller.capacities,
                officer: named ?? own, namesOfficer: named != nil,
                evidence: StageEvidence(
                    deed: keyed.value("deed"), permit: keyed.value("permit"), photos: keyed.value("photos"),
                    acceptance: keyed.value("acceptance"), output: try context.money(keyed.value("output")),
                    tax: try context.money(keyed.value("tax"))),
                reason: try context.text(keyed.value("reason")))
            var dossier = try context.store.dossier(of: project)
            dossier.project = project
            let machine = StageMachine(policy: try context.store.projectPolicy(on: date))
            project = try machine.advance(dossier, act)
        }
    }

    /// `zs project decline P-3 [signed] reason:…`: the second person does not sign.
    public func declineProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.decline", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.advanceKeys)
            let word = keyed.value("stage") ?? keyed.plain.first
            let stage = word.flatMap { Stage(word: $0) }
            if let word, stage == nil {
                throw ProjectDraft.unknown(word, Phrase(zh: "阶段", en: "stage"), Stage.allCases.map(\.rawValue))
            }
            try keyed.requireEvidence(
                [("reason", Phrase(zh: "驳回的原因", en: "the reason"))], "zs project decline \(project.id)",
                Phrase(zh: "不能驳回", en: "cannot be declined"))
            guard let reason = try context.text(keyed.value("reason")) else { return }
            project = try StageDecline(to: stage, now: context.now, by: caller.actingPerson, reason: reason)
                .applied(to: project)
        }
    }

    /// `zs project correct P-3 landed reason:…`: back to an earlier stage; with `date:` the right date of the stage.
    public func correctProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeProject("project.correct", words, caller) { context, project, rest in
            let keyed = try KeyedWords(rest, keys: Self.advanceKeys)
            let word = keyed.value("stage") ?? keyed.plain.first ?? ""
            guard let stage = Stage(word: word) else {
                throw ProjectDraft.unknown(word, Phrase(zh: "阶段", en: "stage"), Stage.allCases.map(\.rawValue))
            }
            guard let reason = try context.text(keyed.value("reason")) else {
                throw [
                    MissingEvidence(
                        "reason", zh: "更正的原因", en: "the reason of the correction",
                        command: "zs project correct \(project.id) \(stage.rawValue) reason:…")
                ].refusal(Phrase(zh: "不能更正", en: "cannot be corrected"))
            }
            project = try StageCorrection(
                to: stage, date: context.date(keyed.value("date")),
                keepsLater: keyed.value("keep").map(UnitWords.yes) ?? false, now: context.now,
                by: caller.actingPerson, reason: reason
            ).applied(to: project)
        }
    }

    /// `zs project review P-3 joint passed date:… doc:…`; a returned one sends the project back to negotiating.
    public func reviewProject(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("project.review", caller, work: true) { context in
            let project = try context.store.project(named: words.words.first ?? "")
            try context.authorise("project.review", .unit(project.unitID))
            try StageMachine.checkStanding(project, Phrase(zh: "不能评审", en: "cannot be reviewed"))
            let keyed = try KeyedWords(
                CommandWords(Array(words.words.dropFirst()), options: words.options), keys: Self.advanceKeys)
            let (body, result) = try Self.reviewWords(keyed)
            let date = try context.date(keyed.value("date")) ?? context.today
            guard date <= context.today else {
                throw ZhaoshangError(
                    .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                    hint: Phrase(zh: "今天是 \(context.today)", en: "today is \(context.today)"))
            }
            let conditions = try context.text(keyed.value("reason"))
            if result == .returned, conditions == nil {
                throw [
                    MissingEvidence(
                        "conditions", zh: "退回的条件", en: "the conditions of the return",
                        command: "zs project review \(project.id) \(body.rawValue) returned conditions:…")
                ].refusal(Phrase(zh: "评审不能登记", en: "the review cannot be recorded"))
            }
            let commitments =
                body == .fairCompetition ? try context.gatedCommitments(of: project, keyed.list("commitment")) : []
            let review = Review(
                id: try context.store.nextID(Review.self), project: project.id, unit: project.unitID, body: body,
                result: result, document: keyed.value("doc"), date: date, conditions: conditions,
                commitments: commitments.map(\.id), recordedBy: caller.actingPerson.principal)
            try context.store.append("project.review", before: nil, after: review)
            for commitment in commitments {
                var after = commitment
                after.fairCompetition = result
                try context.store.append("commitment.reviewed", before: commitment, after: after)
            }
            var changed = Review.changes(from: nil, to: review)
            if result == .returned, project.stage == .reviewing, body != .fairCompetition {
                let act = StageAdvance(
                    to: .negotiating, date: max(date, project.lastDate ?? date), now: context.now,
                    by: caller.actingPerson, capacities: [.screener], reason: conditions)
                let after = try StageMachine().advance(ProjectDossier(project: project, reviews: [review]), act)
                try context.store.append("project.returned", before: project, after: after)
                changed += Project.changes(from: project, to: after)
            }
            return Outcome(id: project.id.description, changed: changed, related: ["review": review.id.description])
        }
    }

    private static func reviewWords(_ keyed: KeyedWords) throws -> (Review.Body, Review.Result) {
        var plain = keyed.plain[...]
        let bodyText = keyed.value("body") ?? keyed.value("kind") ?? plain.popFirst() ?? ""
        let folded = bodyText.lowercased().filter { $0 != "-" && $0 != "_" }
        let short: [String: Review.Body] = [
            "领导小组": .leadingGroup, "常务会": .governmentExecutive, "常委会": .partyCommittee, "公平竞争": .fairCompetition,
        ]
        guard
            let body = Review.Body.allCases.first(where: {
                $0.rawValue.lowercased() == folded || $0.title.zh == bodyText
            }) ?? short[bodyText]
        else {
            throw ProjectDraft.unknown(bodyText, Phrase(zh: "评审", en: "review"), Review.Body.allCases.map(\.rawValue))
        }
        // Never supposed: a review without its result is no review.
        let resultText = keyed.value("result") ?? plain.popFirst() ?? ""
        let written: [String: Review.Result] = [
            "通过": .passed, "pass": .passed, "退回": .returned, "return": .returned, "未通过": .failed, "否决": .failed,
            "fail": .failed,
        ]
        let resultWord = resultText.lowercased()
        guard let result = Review.Result(rawValue: resultWord) ?? written[resultWord] else {
            throw ProjectDraft.unknown(
                resultText, Phrase(zh: "结果", en: "result"), Review.Result.allCases.map(\.rawValue))
        }
        return (body, result)
    }

    static let advanceKeys: [String: String] = [
        "stage": "stage", "阶段": "stage", "date": "date", "on": "date", "日期": "date", "amount": "amount",
        "金额": "amount", "event": "event", "活动": "event", "doc": "doc", "document": "doc", "文号": "doc",
        "by": "by", "officer": "by", "经办": "by",
        "deed": "deed", "lease": "deed", "土地证": "deed", "租赁": "deed", "permit": "permit", "施工许可": "permit",
        "photos": "photos", "照片": "photos", "acceptance": "acceptance", "验收": "acceptance", "output": "output",
        "产值": "output", "tax": "tax", "税收": "tax", "uscc": "uscc", "信用代码": "uscc", "reason": "reason",
        "local": "local", "local_enterprise": "local", "本地企业": "local",
        "原因": "reason", "conditions": "reason", "条件": "reason", "keep": "keep", "保留": "keep", "body": "body",
        "review": "body", "评审": "body",
        "result": "result", "结果": "result", "commitment": "commitment", "承诺": "commitment",
        "supersedes": "supersedes", "取代": "supersedes", "project": "project", "项目": "project", "kind": "kind",
        "类型": "kind",
    ].merging(ForeignReading.keys) { $1 }
}

extension WriteContext {
    /// The commitments that a fair-competition review is about: those named, else all that need one.
    func gatedCommitments(of project: Project, _ named: [String]?) throws -> [Commitment] {
        let all = try store.records(Commitment.self, RecordFilter([.equals("project", project.id)])).map(\.record)
        guard let named else { return all.filter { $0.category.needsFairCompetition && $0.state != .voided } }
        return try named.map { text in
            if let id = CommitmentID(text), let found = all.first(where: { $0.id == id }) { return found }
            throw ZhaoshangError(
                .notFound, zh: "\(project.id) 没有承诺 \(text)", en: "\(project.id) has no commitment \(text)",
                hint: Phrase(
                    zh: "查看：zs commitment list project:\(project.id)",
                    en: "see: zs commitment list project:\(project.id)"))
        }
    }

    func recordAgreement(
        _ project: Project, form: Agreement.Form, date: CivilDate, keyed: KeyedWords
    ) throws -> (Agreement, Project) {
        let foreign = try ForeignReading.amount(keyed, today: today)
        guard let amount = try money(keyed.value("amount")) ?? foreign?.yuan else {
            throw [
                MissingEvidence(
                    "amount", zh: "金额", en: "the amount",
                    command: "zs agreement add \(project.id) \(form.rawValue) amount:…")
            ].refusal(Phrase(zh: "协议不能登记", en: "the agreement cannot be recorded"))
        }
        let event = keyed.value("event")
        let campaign = event.flatMap { $0.first == "G" || $0.first == "g" ? CampaignID($0) : nil }
        if let campaign, try store.record(Campaign.self, campaign) == nil {
            throw ZhaoshangError(
                .notFound, zh: "没有活动 \(campaign)", en: "no such campaign: \(campaign)",
                hint: Phrase(zh: "查看：zs campaign list", en: "see: zs campaign list"))
        }
        var dossier = try store.dossier(of: project)
        dossier.project = project
        return try AgreementRecording(
            form: form, amount: amount, foreign: foreign?.amount, signedOn: date, document: keyed.value("doc"),
            campaign: campaign, event: campaign == nil ? text(event) : nil,
            supersedes: keyed.value("supersedes").flatMap { AgreementID($0) }
        ).applied(to: dossier, id: store.nextID(Agreement.self), today: today)
    }
}
