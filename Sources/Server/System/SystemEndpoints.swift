import Bureau
import HostSystem
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var system: [Endpoint] {
        TransportEndpoints.all + [
            Endpoint(Routes.openapi) { _ in try .json(OpenAPIDocument()) },
            endpoint(Routes.status) { call, caller in
                StatusDocument(try await bureau.status(caller: caller))
            },
            endpoint(Routes.whoami) { call, caller in
                try await whoami(caller, call.language)
            },
            endpoint(Routes.doctor) { call, caller in
                DoctorDocument(try await bureau.doctor(rebuild: false, caller: caller))
            },
            endpoint(Routes.doctorRebuild) { call, caller in
                DoctorDocument(try await bureau.doctor(rebuild: true, caller: caller))
            },
            endpoint(Routes.check) { call, caller in
                let kind = call.parameter("kind")
                let answer = try await bureau.check(
                    kind, call.request.words.joined(separator: " "), caller: caller)
                return CheckDocument(kind, answer, call.language)
            },
        ]
    }

    private func whoami(_ caller: Caller, _ language: Language) async throws -> WhoamiDocument {
        func reference(_ officer: Officer?) -> OfficerReference? {
            officer.map { OfficerReference(id: $0.id.description, name: $0.name) }
        }
        var unit: UnitNaming?
        if let id = caller.unit ?? caller.principal?.latestUnit {
            let record = try await bureau.showUnit(id.description, caller: caller)
            unit = UnitNaming(id: id.description, name: record.name[language])
        }
        return WhoamiDocument(
            uid: Int64(caller.uid), administrator: caller.isAdministrator, officer: reference(caller.officer),
            actingAs: reference(caller.actingAs), unit: unit, roles: caller.roles.sorted().map(\.rawValue))
    }
}

extension StatusDocument {
    init(_ answer: StatusAnswer) {
        self.init(
            version: BuildVersion.current, protocolNumber: ProtocolVersion.current,
            uptimeSeconds: answer.uptimeSeconds, virtualClock: answer.virtualClock, now: answer.now.iso8601,
            database: DatabaseStatus(bytes: answer.databaseBytes, events: answer.events),
            tasks: TaskCounts(open: answer.open, overdue: answer.overdue),
            scheduler: SchedulerStatus(
                watermark: answer.watermark?.iso8601, nextEventAt: answer.nextEventAt?.iso8601, clock: answer.clock,
                clockShows: answer.shown?.iso8601))
    }
}

extension DoctorDocument {
    init(_ findings: [Inspection]) {
        let rebuild = findings.first { $0.name == "rebuild" }
        self.init(
            ok: findings.allSatisfy(\.ok),
            checks: findings.map { DoctorCheck(name: $0.name, ok: $0.ok, text: $0.finding ?? "ok") },
            rebuilt: rebuild.map { _ in true }, firstDifference: rebuild?.finding)
    }
}

extension CheckDocument {
    init(_ kind: String, _ answer: CheckAnswer, _ language: Language) {
        var value = answer.value.map(WireValue.integer)
        if value == nil, answer.ok { value = answer.normalized.map(WireValue.text) }
        self.init(
            kind: kind, ok: answer.ok, value: value, normalized: answer.normalized, zh: answer.text?.zh,
            en: answer.text?.en,
            error: answer.problem.map { problem in
                CheckProblem(
                    code: answer.reason ?? problem.code.rawValue, message: problem.message[language],
                    position: answer.position, expected: answer.expected)
            })
    }
}
