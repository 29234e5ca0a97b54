import Bureau
import FoundationEssentials
import Identifiers
import Promotion
import ReportModel
import SQLiteStore
import Testing
import WorkCalendar

/// A project as a test plans it: when it came to each stage, its formal agreement and the money that arrived.
struct PlannedProject {
    var number: Int64
    var unit: Int64 = 2
    var kind = ProjectKind.new
    var stages: [(stage: Stage, on: String)]
    /// Whole yuan of the formal agreement, signed on the day of the stage.
    var contract: Int64 = 0
    var funds: [(yuan: Int64, on: String, component: FundsComponent)] = []
    var industry = "C3962"
    var eastern = false
    var terminated: (on: String, reason: TerminationReason)?
}

extension BureauFixture {
    /// Records projects with their agreements and verified funds, in one command.
    func record(_ projects: [PlannedProject], id: String = "projects") async throws {
        _ = try await store.write(Command(id: id, actor: "uid:0", verb: "setup", digest: [2])) { writing in
            for planned in projects {
                let project = try planned.project(at: writing.now)
                try writing.append(
                    NewEvent("project.added", project.id, RecordChanged<Project>(before: nil, after: project)))
                if let agreement = try planned.agreement(for: project) {
                    try writing.append(
                        NewEvent("agreement.added", agreement.id, RecordChanged(before: nil, after: agreement)))
                }
                for record in try planned.fundsRecords(for: project) {
                    try writing.append(NewEvent("funds.added", record.id, RecordChanged(before: nil, after: record)))
                }
            }
            return Outcome()
        }
    }

    func add<Record: PromotionRecord>(_ record: Record, id: String) async throws { try await add([record], id: id) }

    func add<Record: PromotionRecord>(_ records: [Record], id: String) async throws {
        _ = try await store.write(Command(id: id, actor: "uid:0", verb: "setup", digest: [4])) { writing in
            for record in records {
                try writing.append(
                    NewEvent("\(Record.noun).added", record.id, RecordChanged<Record>(before: nil, after: record)))
            }
            return Outcome()
        }
    }

    /// One more person of the bureau; the login uid is 1000 + number.
    func hire(_ number: Int64, _ code: String, _ roles: [Role]) async throws {
        _ = try await store.write(Command(id: "hire \(code)", actor: "uid:0", verb: "setup", digest: [9])) { writing in
            let officer = Officer(
                id: OfficerID(number), code: code, name: code, uids: [UInt32(1000 + number)], roles: roles,
                memberships: [Membership(unit: UnitID(1), from: CivilDate(ordinal: 18_000))], active: true)
            try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
            _ = try writing.nextNumber("O")
            return Outcome()
        }
    }

    /// Moves the clock and has somebody write a line: a report knows the time of the last event.
    func pass(to moment: String) async throws {
        try await move(to: moment)
        try await log("记事")
    }

    /// What a use case would append for one record.
    func change<Record: PromotionRecord>(_ before: Record, _ after: Record, id: String) async throws {
        _ = try await store.write(Command(id: id, actor: "uid:0", verb: "setup", digest: [3])) { writing in
            try writing.append(
                NewEvent("\(Record.noun).edited", before.id, RecordChanged<Record>(before: before, after: after)))
            return Outcome()
        }
    }

    func figures(_ kind: String, _ period: String, unit: String = "bn") async throws -> [String: Double] {
        try await bureau.previewReport(kind: kind, period: period, caller: caller(0, unit: unit)).figures
            .compactMapValues(\.value)
    }
}

extension PlannedProject {
    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

    func project(at now: Instant) throws -> Project {
        var project = Project(
            id: ProjectID(number), name: TextStub(id: number, digest: "p\(number)"), unit: UnitID(unit), kind: kind,
            facts: ProjectFacts(industry: industry, eastern: eastern), contractValue: Money(yuan: contract))
        var previous: Stage?
        for (stage, on) in stages {
            project.steps.append(
                StageStep(
                    kind: previous == nil ? .entered : .advanced, from: previous, to: stage, date: try Self.day(on),
                    recordedAt: now, by: "uid:0", unit: UnitID(unit)))
            project.stage = stage
            previous = stage
        }
        if let terminated {
            let day = try Self.day(terminated.on)
            project.steps.append(
                StageStep(
                    kind: .terminated, from: project.stage, to: project.stage, date: day, recordedAt: now, by: "uid:0",
                    unit: UnitID(unit)))
            project.termination = Termination(on: day, reason: terminated.reason)
        }
        return project
    }

    func agreement(for project: Project) throws -> Agreement? {
        guard let signed = project.reached(.signed) else { return nil }
        return Agreement(
            id: AgreementID(number), project: project.id, form: .formal, amount: Money(yuan: contract),
            signedOn: signed,
            counted: Money(yuan: contract), isFirst: true, unit: UnitID(unit), officer: nil,
            credit: project.effectiveCredit, eastern: eastern, section: String(industry.prefix(1)))
    }

    func fundsRecords(for project: Project) throws -> [Funds] {
        try funds.enumerated().map { index, arrived in
            var record = Funds(
                id: FundsID(number * 10 + Int64(index)), project: project.id, amount: Money(yuan: arrived.yuan),
                arrivedOn: try Self.day(arrived.on), component: arrived.component, voucher: "V\(number)-\(index)",
                state: .verified, reportedBy: ActingPerson(by: "O-2"), unit: UnitID(unit), officer: nil,
                credit: project.effectiveCredit, eastern: eastern)
            record.decidedBy = ActingPerson(by: "O-1")
            return record
        }
    }
}
