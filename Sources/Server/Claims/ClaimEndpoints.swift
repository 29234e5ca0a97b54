import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var claims: [Endpoint] {
        [
            endpoint(Routes.claimList) { call, caller in
                let views = try await bureau.listClaims(call.words, caller: caller)
                return ClaimsDocument(claims: views.map { ClaimRecord($0, call.language) })
            },
            endpoint(Routes.claimShow) { call, caller in
                let view = try await bureau.showClaim(call.parameter("id"), caller: caller)
                return ClaimDocument(
                    claim: ClaimRecord(view, call.language),
                    history: try await bureau.historyRecords(view.claim.id.description, caller))
            },
            write(Routes.claimFile, Bureau.fileClaim),
            write(Routes.claimExtend, Bureau.extendClaim),
            write(Routes.claimRelease, Bureau.releaseClaim),
            write(Routes.claimArbitrate, Bureau.arbitrateClaim),
        ]
    }
}

extension ClaimRecord {
    init(_ view: ClaimView, _ language: Language) {
        let claim = view.claim
        self.init(
            id: claim.id.description, state: claim.state.rawValue, unit: claim.unitID.description,
            officer: claim.officer.description, filedAt: claim.filedAt.iso8601, threshold: claim.threshold.rawValue,
            investment: claim.investment.yuan, lastActivityOn: claim.lastActivityOn.description,
            conflicts: claim.conflicts.map { Conflict(claim: $0.claim.description, ground: $0.ground.rawValue) },
            credit: claim.credit.map { Share(unit: $0.unit.description, percent: $0.percent) },
            clocks: view.clocks.map { ClockRecord($0) })
        enterprise = claim.enterprise?.description
        investor = view.investor
        chain = claim.chain
        lead = claim.lead?.description
        unitName = view.unitName[language]
        officerName = view.officerName[language]
        foreignAmount = claim.foreign?.description
        evidence = view.evidence
        expiresOn = claim.expiresOn?.description
        daysLeft = view.daysLeft
        warning = view.warning
        decidedAt = claim.decidedAt?.iso8601
        decidedBy = claim.decidedBy?.description
        reason = view.reason
    }
}
