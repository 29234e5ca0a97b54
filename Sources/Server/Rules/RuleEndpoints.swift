import Bureau
import Cadence
import Identifiers
import Labels
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var rules: [Endpoint] {
        [
            endpoint(Routes.ruleList) { call, caller in
                RulesDocument(rules: try await bureau.listRules(call.words, caller: caller).map { RuleRecord($0) })
            },
            endpoint(Routes.ruleShow) { call, caller in
                let view = try await bureau.showRule(call.parameter("id"), caller: caller)
                let rule = view.rule
                return RuleDocument(
                    rule: RuleRecord(rule), revisions: rule.revisions.map { RuleRevisionRecord($0) },
                    history: try await bureau.historyRecords(rule.id.description, caller),
                    pauses: rule.pauses?.map {
                        RulePauseRecord(
                            from: $0.from.key, until: $0.until?.key, policy: $0.resumed?.rawValue,
                            reason: view.reasons[$0.reason.id])
                    }, watermark: view.watermark?.key)
            },
            write(Routes.ruleAdd, Bureau.addRule),
            write(Routes.ruleEdit, Bureau.editRule),
            write(Routes.ruleEnd, Bureau.endRule),
            write(Routes.rulePause, Bureau.pauseRule),
            write(Routes.ruleResume, Bureau.resumeRule),
            write(Routes.ruleBackfill, Bureau.backfillRule),
        ]
    }
}

extension RuleRecord {
    init(_ rule: Rule) {
        let last = rule.revisions.last
        self.init(
            id: rule.id.description, code: rule.code, nameZh: rule.name.zh, nameEn: rule.name.en,
            level: rule.level.adverb, product: rule.product.rawValue, scope: rule.scope.description,
            subjects: rule.fanOut.description, gathers: rule.gathers?.adverb, due: last?.due.description ?? "",
            wait: last?.wait.description ?? "", from: rule.start?.key ?? "", until: rule.until?.key,
            revision: last?.number ?? 0)
    }
}

extension RuleRevisionRecord {
    init(_ revision: RuleRevision) {
        self.init(
            number: revision.number, from: revision.from.key, due: revision.due.description,
            draft: revision.draft?.description, comments: revision.comments?.description,
            freeze: revision.freeze?.description, agendaMinutesBefore: revision.agendaMinutesBefore,
            wait: revision.wait.description, catchUp: revision.catchUp.rawValue,
            ladder: revision.ladder.map(\.wording))
    }
}

extension LadderStep {
    var wording: String {
        let when: String
        switch moment {
        case .percent(let percent): when = "\(percent)%"
        case .workingDaysAfter(let days): when = "+\(days)wd"
        case .daysBefore(let days): when = "-\(days)d"
        }
        return ([when] + tells + (act.map { [$0] } ?? [])).joined(separator: " ")
    }
}
