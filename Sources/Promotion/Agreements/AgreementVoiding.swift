public import Identifiers
public import Labels
public import WorkCalendar

/// 作废: why an agreement stands no longer, and who said so. From then on it counts for nothing.
public struct AgreementVoiding: Hashable, Sendable, Codable {
    public var on: CivilDate
    public var by: ActingPerson
    public var reason: TextStub

    public init(on: CivilDate, by: ActingPerson, reason: TextStub) {
        self.on = on
        self.by = by
        self.reason = reason
    }

    /// The agreement as it stays in the records, and the project without what it counted.
    ///
    /// What it counted is taken back on the day it was signed, so the next report shows it as a correction. Refused, all
    /// reasons at once, while something still leans on it: a later agreement, or a stage that needs a formal one.
    /// `recordedBy` are those who recorded it: a figure is taken back by somebody else.
    public func applied(
        to agreement: Agreement, in dossier: ProjectDossier, recordedBy: ActingPerson
    ) throws(ZhaoshangError) -> (agreement: Agreement, project: Project) {
        let id = agreement.id
        if let earlier = agreement.voiding {
            throw ZhaoshangError(
                .conflict, zh: "\(id) 已于 \(earlier.on) 作废", en: "\(id) was voided on \(earlier.on) already",
                hint: Phrase(zh: "查看：zs history \(id)", en: "see: zs history \(id)"))
        }
        if let same = by.shared(with: recordedBy) { throw StageMachine.samePerson(same) }
        let leaning = Self.leaning(on: agreement, dossier)
        guard leaning.isEmpty else {
            throw leaning.refusal(Phrase(zh: "\(id) 不能作废", en: "\(id) cannot be voided"))
        }
        var after = agreement
        after.voiding = self
        after.counted = .zero
        after.isFirst = false
        var project = dossier.project
        project.contractValue = Money(yuan: project.contractValue.yuan - agreement.counted.yuan)
        return (after, project)
    }

    private static func leaning(on agreement: Agreement, _ dossier: ProjectDossier) -> [MissingEvidence] {
        let project = dossier.project
        let others = dossier.agreements.filter { $0.voiding == nil && $0.id != agreement.id }
        let bases = others.filter { $0.form == .formal && $0.repeats == nil }
        let isLastBase = agreement.form == .formal && agreement.repeats == nil && bases.isEmpty
        var missing = others.filter {
            $0.supersedes == agreement.id || $0.repeats == agreement.id || (isLastBase && $0.form == .supplement)
        }.map {
            MissingEvidence(
                "void.\($0.id)", zh: "先作废依附于它的 \($0.id)", en: "\($0.id), which rests on it, is voided first",
                command: "zs agreement void \($0.id) reason:…")
        }
        if let signed = project.reached(.signed), agreement.form == .formal, agreement.repeats == nil,
            !bases.contains(where: { $0.signedOn <= signed })
        {
            missing.append(
                MissingEvidence(
                    "stage", zh: "“\(project.stage.title.zh)”须有正式协议，先更正阶段",
                    en: "\(project.stage.rawValue) needs a formal agreement: the stage is corrected first",
                    command: "zs project correct \(project.id) approved reason:…"))
        }
        return missing
    }
}
