import Identifiers
import Labels
public import WorkCalendar

/// 注水嫌疑: something about a project's figures that somebody ought to look at. It decides nothing.
public struct PaddingFlag: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case startedBeforeSigned, fundsAboveContract, sameVoucherTwice, roundFundsWithoutVoucher
        case sameEnterpriseTwoNames, contractAtTwoEvents, unchangedProgressText, quarterEndSpike
    }

    public var kind: Kind
    /// Ids of what shows it.
    public var evidence: [String]

    public init(_ kind: Kind, _ evidence: [String]) {
        self.kind = kind
        self.evidence = evidence
    }
}

/// A line of a project's log: its id, its day and its words.
public struct ProgressNote: Hashable, Sendable {
    public var id: String
    public var date: CivilDate
    public var text: String

    public init(id: String, date: CivilDate, text: String) {
        self.id = id
        self.date = date
        self.text = text
    }
}

extension PaddingFlag {
    /// Every suspicion about the project, in the order of the kinds. `others` are the other projects with what belongs
    /// to them; `notes` its log, oldest first.
    public static func all(
        of dossier: ProjectDossier, others: [ProjectDossier] = [], notes: [ProgressNote] = []
    ) -> [PaddingFlag] {
        [
            startedBeforeSigned(dossier), fundsAboveContract(dossier), sameVoucherTwice(dossier, others),
            roundFundsWithoutVoucher(dossier), sameEnterpriseTwoNames(dossier, others),
            contractAtTwoEvents(dossier, others), unchangedProgressText(notes), quarterEndSpike(dossier),
        ].compactMap(\.self)
    }

    private static func flag(_ kind: Kind, _ evidence: [String]) -> PaddingFlag? {
        evidence.isEmpty ? nil : PaddingFlag(kind, evidence)
    }

    private static func startedBeforeSigned(_ dossier: ProjectDossier) -> PaddingFlag? {
        guard let started = dossier.project.reached(.started) else { return nil }
        let signed = dossier.agreements.first { $0.isFirst }?.signedOn ?? dossier.project.reached(.signed)
        guard let signed, started < signed else { return nil }
        return flag(.startedBeforeSigned, [dossier.project.id.description])
    }

    private static func fundsAboveContract(_ dossier: ProjectDossier) -> PaddingFlag? {
        guard dossier.statedFunds > dossier.project.contractValue else { return nil }
        return flag(
            .fundsAboveContract, dossier.funds.filter { $0.state != .rejected }.map(\.id.description))
    }

    /// The store refuses the same number; here digits alone are compared, so that `记-0012` and `记12号` meet.
    private static func sameVoucherTwice(_ dossier: ProjectDossier, _ others: [ProjectDossier]) -> PaddingFlag? {
        let all = dossier.funds + others.flatMap(\.funds)
        let counts = Dictionary(grouping: all.filter { $0.voucherMark != nil }, by: \.voucherMark)
        let ids = Set(dossier.funds.compactMap(\.voucherMark)).flatMap { mark in
            counts[mark].map { $0.count > 1 ? $0.map(\.id) : [] } ?? []
        }
        return flag(.sameVoucherTwice, Set(ids).sorted().map(\.description))
    }

    private static func roundFundsWithoutVoucher(_ dossier: ProjectDossier) -> PaddingFlag? {
        flag(
            .roundFundsWithoutVoucher,
            dossier.funds.filter {
                $0.state != .rejected && $0.voucher == nil && $0.amount.yuan.isMultiple(of: 1_000_000)
            }.map(\.id.description))
    }

    /// The local company stands in another project under another investor.
    private static func sameEnterpriseTwoNames(
        _ dossier: ProjectDossier, _ others: [ProjectDossier]
    ) -> PaddingFlag? {
        guard let code = dossier.project.localCode else { return nil }
        return flag(
            .sameEnterpriseTwoNames,
            others.filter {
                $0.project.localCode == code && $0.project.id != dossier.project.id
                    && $0.project.enterprise != dossier.project.enterprise
            }.map(\.project.id.description))
    }

    private static func contractAtTwoEvents(_ dossier: ProjectDossier, _ others: [ProjectDossier]) -> PaddingFlag? {
        var evidence: [String] = []
        for agreement in dossier.standingAgreements {
            if let repeats = agreement.repeats { evidence += [repeats.description, agreement.id.description] }
            guard agreement.form == .formal, let document = agreement.document else { continue }
            for other in others.flatMap(\.standingAgreements) where other.form == .formal && other.document == document
            {
                evidence += [agreement.id.description, other.id.description]
            }
        }
        return flag(.contractAtTwoEvents, Set(evidence).sorted())
    }

    private static func unchangedProgressText(_ notes: [ProgressNote]) -> PaddingFlag? {
        // Spaces, punctuation, width and case are no news; what two people write on one day is one piece of news.
        let said = notes.map { FoldedText($0.text).text.filter { $0.isLetter || $0.isNumber } }
        var evidence: [String] = []
        for (index, text) in said.enumerated().dropFirst() where !text.isEmpty && text == said[index - 1] {
            let pair = [notes[index - 1], notes[index]]
            guard pair[0].date < pair[1].date else { continue }
            evidence += pair.map(\.id).filter { !evidence.contains($0) }
        }
        return flag(.unchangedProgressText, evidence)
    }

    /// More than half of the funds, in two or more records, arrived in the last seven days of quarters.
    private static func quarterEndSpike(_ dossier: ProjectDossier) -> PaddingFlag? {
        let counted = dossier.funds.filter { $0.state != .rejected && $0.reverses == nil }
        let late = counted.filter { funds in
            Period(.quarter, containing: funds.arrivedOn).days.upperBound - funds.arrivedOn < 7
        }
        func sum(_ funds: [Funds]) -> Int64 { funds.reduce(0) { $0 + $1.amount.yuan } }
        guard counted.count >= 3, late.count >= 2, sum(late) > sum(counted) - sum(late) else { return nil }
        return flag(.quarterEndSpike, late.map(\.id.description))
    }
}
