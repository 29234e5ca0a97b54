import Identifiers
import Labels
import Testing
import WorkCalendar

@testable import Promotion

/// Every transition of domain §7 with each of its evidence left out, one at a time and all at once.
struct StageMachineTests {
    static let day = CivilDate(ordinal: 20_700)
    static let stub = TextStub(id: 1, digest: "a")

    static func dossier(_ stage: Stage, kind: ProjectKind = .new, total: Int64 = 1_500_000_000) -> ProjectDossier {
        var project = Project(
            id: ProjectID(1), name: stub, unit: UnitID(2), kind: kind,
            facts: ProjectFacts(
                plannedTotal: Money(yuan: total), land: 0, energy: 0, environment: stub,
                output: Money(yuan: 1000)),
            people: ProjectPeople(leader: OfficerID(1)), lead: LeadID(1), enterprise: EnterpriseID(1), stage: stage)
        project.steps = [
            StageStep(
                kind: .entered, from: nil, to: stage, date: day, recordedAt: Instant(day, .midnight), by: "O-2",
                unit: UnitID(2))
        ]
        return ProjectDossier(
            project: project,
            reviews: [Review.Body.joint, .leadingGroup, .governmentExecutive, .partyCommittee].enumerated().map {
                Review(
                    id: ReviewID(Int64($0.offset + 1)), project: project.id, unit: UnitID(2), body: $0.element,
                    result: .passed, document: nil, date: day, conditions: nil, recordedBy: "O-9")
            },
            agreements: [
                Agreement(
                    id: AgreementID(1), project: project.id, form: .formal, amount: Money(yuan: 5), signedOn: day,
                    counted: Money(yuan: 5), isFirst: true, unit: UnitID(2), officer: nil, credit: [], eastern: false,
                    section: nil)
            ])
    }

    static func act(
        _ to: Stage, _ evidence: StageEvidence = StageEvidence(),
        capacities: Set<StageAdvance.Capacity> = [.officer, .screener], by: String = "O-2"
    ) -> StageAdvance {
        StageAdvance(
            to: to, date: day + 1, now: Instant(day + 2, .midnight), by: ActingPerson(by: by), capacities: capacities,
            evidence: evidence, reason: stub)
    }

    static func missing(_ dossier: ProjectDossier, _ act: StageAdvance) -> [String] {
        do throws(ZhaoshangError) {
            _ = try StageMachine().advance(dossier, act)
            return []
        } catch {
            if case .list(let codes) = error.details["missing"] { return codes }
            return [error.code.rawValue]
        }
    }

    @Test func completeEvidenceMovesAlongTheWholePath() {
        let full = StageEvidence(
            deed: "d", permit: "p", acceptance: "a", output: Money(yuan: 800), tax: nil)
        for (from, to) in zip(Stage.allCases, Stage.allCases.dropFirst()) {
            #expect(Self.missing(Self.dossier(from), Self.act(to, full)) == [], "\(from) → \(to)")
        }
        #expect(Self.missing(Self.dossier(.reviewing), Self.act(.negotiating)) == [])
        #expect(Self.missing(Self.dossier(.landed, kind: .lightAsset), Self.act(.producing)) == [])
        #expect(Self.missing(Self.dossier(.landed), Self.act(.producing)) == ["refused"])
    }

    @Test func everyOtherTransitionIsRefused() {
        for from in Stage.allCases {
            for to in Stage.allCases where !StageMachine.next(after: from, kind: .new).contains(to) {
                #expect(Self.missing(Self.dossier(from), Self.act(to)) == ["refused"], "\(from) → \(to)")
            }
        }
    }

    @Test func oneRefusalListsEverythingThatReviewingNeeds() {
        var dossier = Self.dossier(.negotiating)
        dossier.project.facts = ProjectFacts(tier: "A")
        dossier.project.enterprise = nil
        dossier.project.lead = nil
        dossier.project.people.leader = nil
        #expect(
            Self.missing(dossier, Self.act(.reviewing)) == [
                "investor", "planned_total", "land", "energy", "environment", "screening", "leader",
            ])
    }

    /// Domain §7: below 100 M joint; from there the leading group; 500 M the government; 1 bn the party committee.
    @Test(
        arguments: [
            (99_999_999, ["review.joint"]), (100_000_000, ["review.joint", "review.leadingGroup"]),
            (500_000_000, ["review.joint", "review.leadingGroup", "review.governmentExecutive"]),
            (
                1_000_000_000,
                ["review.joint", "review.leadingGroup", "review.governmentExecutive", "review.partyCommittee"]
            ),
        ] as [(Int64, [String])])
    func theTierDecidesWhichBodiesHaveToPass(total: Int64, bodies: [String]) {
        var dossier = Self.dossier(.reviewing, total: total)
        dossier.reviews = []
        #expect(Self.missing(dossier, Self.act(.approved)) == bodies)
    }

    @Test func laterStagesNeedTheirDocuments() {
        let needs: [(Stage, Stage, String)] = [
            (.signed, .landed, "local_enterprise"), (.landed, .started, "permit"),
            (.started, .completed, "acceptance"), (.producing, .atCapacity, "capacity"),
        ]
        for (from, to, code) in needs {
            #expect(Self.missing(Self.dossier(from), Self.act(to)) == [code])
        }
        let below = StageEvidence(output: Money(yuan: 799))
        #expect(Self.missing(Self.dossier(.producing), Self.act(.atCapacity, below)) == ["capacity"])
    }

    @Test func signingNeedsTheAgreementAndEachGatedCommitment() {
        var dossier = Self.dossier(.approved)
        dossier.agreements = []
        dossier.commitments = Commitment.Category.allCases.enumerated().map {
            Commitment(
                id: CommitmentID(Int64($0.offset + 1)), project: ProjectID(1), agreement: nil, text: Self.stub,
                category: $0.element, legalBasis: nil, amount: nil, condition: nil, dueOn: nil, department: nil,
                unit: UnitID(2))
        }
        #expect(
            Self.missing(dossier, Self.act(.signed)) == [
                "agreement.formal", "fair_competition.H-1", "fair_competition.H-5", "fair_competition.H-6",
            ])
    }

    @Test func twoDifferentPeopleSign() throws {
        let entered = try StageMachine().advance(Self.dossier(.approved), Self.act(.signed))
        #expect(entered.stage == .approved)
        #expect(entered.pending?.requestedBy.by == "O-2")
        var dossier = Self.dossier(.approved)
        dossier.project = entered
        #expect(Self.missing(dossier, Self.act(.signed, capacities: [.supervisor])) == ["refused"])
        let signed = try StageMachine().advance(dossier, Self.act(.signed, capacities: [.supervisor], by: "O-9"))
        #expect(signed.stage == .signed)
        #expect(signed.pending == nil)
        #expect(signed.steps.last?.by == "O-2")
        #expect(signed.steps.last?.cosignedBy?.by == "O-9")
    }

    @Test func aCorrectionTakesBackWhatTheStepCountedForAndKeepsIt() throws {
        var project = Self.dossier(.landed).project
        project.steps.append(
            StageStep(
                kind: .advanced, from: .landed, to: .started, date: Self.day + 1,
                recordedAt: Instant(Self.day + 1, .midnight), by: "O-2", unit: UnitID(2)))
        project.stage = .started
        let after = try StageCorrection(
            to: .landed, date: nil, now: Instant(Self.day + 9, .midnight), by: ActingPerson(by: "O-9"),
            reason: Self.stub
        ).applied(to: project)
        #expect(after.stage == .landed)
        #expect(after.steps.count == 3)
        let posted = RecordChanged(before: project, after: after).postings
        #expect(posted.map(\.indicator) == ["K9.count"])
        #expect(posted.map(\.value) == [-1])
        #expect(posted.map(\.date) == [Self.day + 1])
    }

    /// 100 yuan by 33/33/34 and 10 by thirds: parts by hand, largest remainder first.
    @Test func creditLosesNoYuan() {
        let thirds = [(1, 33), (2, 33), (3, 34)].map { CreditShare(unit: UnitID($0.0), percent: $0.1) }
        #expect(CreditShare.split(Money(yuan: 10), by: thirds).map(\.amount.yuan) == [3, 3, 4])
        #expect(CreditShare.split(Money(yuan: -10), by: thirds).map(\.amount.yuan) == [-3, -3, -4])
        for amount in [Int64(1), 7, 99, 101, 999_999_999_999] {
            #expect(CreditShare.split(Money(yuan: amount), by: thirds).reduce(0) { $0 + $1.amount.yuan } == amount)
        }
    }
}
