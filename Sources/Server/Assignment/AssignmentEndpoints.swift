import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var assignment: [Endpoint] {
        [
            endpoint(Routes.assignSolve) { call, caller in
                let solution = try await bureau.solveAssignment(call.bytes, caller: caller)
                return AssignmentSolutionDocument(
                    total: solution.total, pairs: solution.pairs.map { [$0.row, $0.column] },
                    unassigned: solution.unassigned)
            },
            endpoint(Routes.assignSimulate) { call, caller in
                AssignmentExplanationDocument(
                    try await bureau.simulateAssignment(call.parameter("id"), caller: caller), call.language)
            },
            endpoint(Routes.assignExplain) { call, caller in
                AssignmentExplanationDocument(
                    try await bureau.explainAssignment(call.parameter("id"), caller: caller), call.language)
            },
            endpoint(Routes.assignFairness) { call, caller in
                AssignmentFairnessDocument(
                    try await bureau.assignmentFairness(call.words, caller: caller), call.language)
            },
            endpoint(Routes.assignRun) { call, caller in
                let answer = try await bureau.runAssignment(call.words, caller: caller)
                return AssignmentReply(
                    try await WriteReply(answer.made.result, schema: AssignmentDetail.schema, call, bureau),
                    AssignmentDetail(
                        assignments: documents(answer.made, answer.fairness.officers, call.language),
                        fairness: AssignmentFairnessDocument(answer.fairness, call.language)))
            },
            endpoint(Routes.leadAssign) { call, caller in
                let made = try await bureau.assignLead(call.words, caller: caller)
                return AssignmentReply(
                    try await WriteReply(made.result, schema: AssignmentDetail.schema, call, bureau),
                    AssignmentDetail(
                        assignments: documents(made, try await bureau.officersByID(), call.language)))
            },
        ]
    }

    private func documents(
        _ made: MadeAssignments, _ officers: [OfficerID: Officer], _ language: Language
    ) -> [AssignmentExplanationDocument] {
        made.assignments.map { assignment in
            var document = AssignmentExplanationDocument(AssignmentView(assignment, officers), language)
            document.next = made.next[assignment.lead].map {
                AssignmentNextRecord(officer: $0.officer.description, cost: $0.cost)
            }
            return document
        }
    }
}

extension AssignmentExplanationDocument {
    init(_ view: AssignmentView, _ language: Language) {
        func name(_ id: OfficerID) -> String? { view.officers[id]?.name(in: language) }
        self.init(
            lead: view.lead.description, officer: view.officer.description, officerName: name(view.officer),
            unit: view.unit.description, step: view.step.rawValue, rule: view.rule, alarm: view.alarm,
            candidates: view.candidates.map { candidate in
                AssignmentCandidateRecord(
                    officer: candidate.officer.description, officerName: name(candidate.officer),
                    kept: candidate.kept, reason: candidate.reason.rawValue, text: candidate.text[language],
                    load: candidate.load, capacity: candidate.capacity,
                    score: candidate.cost.map(Double.init)
                        ?? Ratio(numerator: Int64(candidate.load), denominator: Int64(candidate.capacity))
                        .decimalValue)
            })
        if !view.terms.isEmpty {
            terms = view.terms.map { AssignmentTermRecord(name: $0.name, cost: $0.cost) }
            cost = view.terms.reduce(0) { $0 + $1.cost }
        }
        guard let made = view.assignment else { return }
        id = made.id.description
        at = made.at.iso8601
        by = made.by?.description
        previous = made.previous?.description
        reason = view.reason
    }
}

extension AssignmentFairnessDocument {
    init(_ view: FairnessView, _ language: Language) {
        let fairness = view.fairness
        self.init(
            unit: view.unit.description, from: view.dates.lowerBound.description, to: view.dates.upperBound.description,
            lowest: fairness.lowest?.decimalValue, highest: fairness.highest?.decimalValue, mean: fairness.mean,
            gini: fairness.gini?.decimalValue,
            officers: fairness.shares.map { share in
                OfficerShareRecord(
                    officer: share.officer.description, officerName: view.officers[share.officer]?.name(in: language),
                    load: share.load, capacity: share.capacity, ratio: share.ratio.decimalValue,
                    assigned: share.assigned)
            })
    }
}

extension Officer {
    fileprivate func name(in language: Language) -> String {
        language == .en ? nameEn ?? name : name
    }
}
