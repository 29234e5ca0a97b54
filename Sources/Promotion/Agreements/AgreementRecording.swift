public import Identifiers
public import Labels
public import WorkCalendar

/// An agreement on its way into the records: what it counts for follows from those the project has.
public struct AgreementRecording: Hashable, Sendable {
    public var form: Agreement.Form
    public var amount: Money
    public var foreign: ForeignAmount?
    public var signedOn: CivilDate
    public var document: String?
    public var campaign: CampaignID?
    public var event: TextStub?
    public var supersedes: AgreementID?

    public init(
        form: Agreement.Form, amount: Money, foreign: ForeignAmount? = nil, signedOn: CivilDate,
        document: String? = nil, campaign: CampaignID? = nil, event: TextStub? = nil, supersedes: AgreementID? = nil
    ) {
        self.form = form
        self.amount = amount
        self.foreign = foreign
        self.signedOn = signedOn
        self.document = document
        self.campaign = campaign
        self.event = event
        self.supersedes = supersedes
    }

    /// The record, and the project with its new contract value.
    ///
    /// A project is counted once, by its first formal agreement. A further one replaces an earlier one, or shows it
    /// again at another event and counts for nothing; an increment is a supplement.
    public func applied(
        to dossier: ProjectDossier, id: AgreementID, today: CivilDate
    ) throws(ZhaoshangError) -> (agreement: Agreement, project: Project) {
        var project = dossier.project
        try StageMachine.checkStanding(project, Phrase(zh: "不能登记协议", en: "takes no agreement"))
        guard signedOn <= today else {
            throw ZhaoshangError(
                .badDate, zh: "\(signedOn) 还没有到", en: "\(signedOn) is in the future",
                hint: Phrase(zh: "今天是 \(today)", en: "today is \(today)"))
        }
        let replaced = try replacedAgreement(dossier)
        let effect = try effect(dossier, replaced)
        let credit = project.effectiveCredit
        let agreement = Agreement(
            id: id, project: project.id, form: form, amount: amount, foreign: foreign, signedOn: signedOn,
            document: document, campaign: campaign, event: event, supersedes: supersedes, repeats: effect.repeats,
            counted: effect.counted, isFirst: effect.isFirst, unit: project.unitID, officer: project.people.manager,
            credit: credit, eastern: project.facts.eastern, section: project.facts.section)
        do {
            project.contractValue = try project.contractValue.adding(effect.counted)
        } catch {
            throw ZhaoshangError(.badMoney, error.message, hint: error.hint)
        }
        return (agreement, project)
    }

    private struct Effect {
        var counted = Money.zero
        var isFirst = false
        var repeats: AgreementID?
    }

    private func replacedAgreement(_ dossier: ProjectDossier) throws(ZhaoshangError) -> Agreement? {
        guard let supersedes else { return nil }
        guard let found = dossier.standingAgreements.first(where: { $0.id == supersedes }) else {
            throw ZhaoshangError(
                .notFound, zh: "\(dossier.project.id) 没有协议 \(supersedes)",
                en: "\(dossier.project.id) has no agreement \(supersedes)",
                hint: Phrase(
                    zh: "查看：zs agreement list project:\(dossier.project.id)",
                    en: "see: zs agreement list project:\(dossier.project.id)"))
        }
        guard !dossier.standingAgreements.contains(where: { $0.supersedes == supersedes }) else {
            throw ZhaoshangError(
                .conflict, zh: "\(supersedes) 已被取代", en: "\(supersedes) was superseded already",
                hint: Phrase(
                    zh: "查看：zs agreement list project:\(dossier.project.id)",
                    en: "see: zs agreement list project:\(dossier.project.id)"))
        }
        return found
    }

    private func effect(_ dossier: ProjectDossier, _ replaced: Agreement?) throws(ZhaoshangError) -> Effect {
        let counted = dossier.formalAgreements.filter { $0.repeats == nil }
        switch form {
        case .intent, .framework: return Effect()
        case .supplement:
            guard !counted.isEmpty else {
                throw [
                    MissingEvidence(
                        "agreement.formal", zh: "被补充的正式协议", en: "the formal agreement that it supplements",
                        command: "zs agreement add \(dossier.project.id) formal amount:… date:…")
                ].refusal(Phrase(zh: "补充协议不能登记", en: "the supplement cannot be recorded"))
            }
            return Effect(counted: amount)
        case .formal:
            guard let first = counted.first else { return Effect(counted: amount, isFirst: true) }
            if let replaced, replaced.form == .formal || replaced.form == .supplement {
                return Effect(counted: Money(yuan: amount.yuan - replaced.counted.yuan))
            }
            if event != nil || campaign != nil { return Effect(repeats: first.id) }
            let id = dossier.project.id
            throw ZhaoshangError(
                .conflict, zh: "\(id) 已有正式协议 \(first.id)，一个项目只计一次",
                en: "\(id) has the formal agreement \(first.id): a project is counted once",
                hint: Phrase(
                    zh: "追加投资：zs agreement add \(id) supplement amount:…；取代：加 supersedes:\(first.id)；"
                        + "再次展示：加 event:…",
                    en: "more money: zs agreement add \(id) supplement amount:…; in its place: "
                        + "supersedes:\(first.id); shown again: event:…"),
                details: ["formal": .text(first.id.description)])
        }
    }
}
