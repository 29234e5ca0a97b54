import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var organisation: [Endpoint] {
        [
            endpoint(Routes.unitList) { call, caller in
                UnitsDocument(units: try await bureau.listUnits(call.words, caller: caller).map { UnitRecord($0) })
            },
            endpoint(Routes.unitShow) { call, caller in
                let unit = try await bureau.showUnit(call.parameter("id"), caller: caller)
                let officers = try await bureau.listOfficers(
                    CommandWords(["unit:\(unit.id)"]), caller: caller)
                return UnitDocument(
                    unit: UnitRecord(unit),
                    officers: officers.filter { $0.latestUnit == unit.id }.map {
                        OfficerReference(id: $0.id.description, name: $0.name)
                    }, history: try await bureau.historyRecords(unit.id.description, caller))
            },
            write(Routes.unitAdd, Bureau.addUnit),
            write(Routes.unitEdit, Bureau.editUnit),
            endpoint(Routes.officerList) { call, caller in
                let officers = try await bureau.listOfficers(call.words, caller: caller)
                let names = try await unitNames(caller, call.language)
                return OfficersDocument(officers: officers.map { OfficerRecord($0, names) })
            },
            endpoint(Routes.officerShow) { call, caller in
                let officer = try await bureau.showOfficer(call.parameter("id"), caller: caller)
                return OfficerDocument(
                    officer: OfficerRecord(officer, try await unitNames(caller, call.language)),
                    memberships: officer.memberships.map {
                        DateRange(
                            from: $0.from.description, until: $0.until?.description, unit: $0.unit.description)
                    }, history: try await bureau.historyRecords(officer.id.description, caller))
            },
            write(Routes.officerAdd, Bureau.addOfficer),
            write(Routes.officerEdit, Bureau.editOfficer),
            write(Routes.officerLeave, Bureau.recordLeave),
            write(Routes.officerRoster, Bureau.recordRoster),
            write(Routes.officerDeactivate, Bureau.deactivateOfficer),
        ]
    }

    private func unitNames(_ caller: Caller, _ language: Language) async throws -> [UnitID: String] {
        let units = try await bureau.listUnits(CommandWords(), caller: caller)
        return Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.name[language]) })
    }
}

extension UnitRecord {
    init(_ unit: Promotion.Unit) {
        self.init(
            id: unit.id.description, code: unit.code, kind: unit.kind.rawValue, nameZh: unit.name.zh,
            nameEn: unit.name.en, parent: unit.parent?.description, division: unit.division, circle: unit.circle,
            chains: unit.chains, rankGroup: unit.rankGroup, active: unit.active)
    }
}

extension OfficerRecord {
    init(_ officer: Officer, _ unitNames: [UnitID: String]) {
        self.init(
            id: officer.id.description, code: officer.code, name: officer.name, nameEn: officer.nameEn,
            unit: officer.latestUnit?.description, unitName: officer.latestUnit.flatMap { unitNames[$0] },
            roles: officer.roles.map(\.rawValue), uids: officer.uids.map { Int64($0) }, capacity: officer.capacity,
            skills: officer.skills,
            leave: officer.leave.map {
                DateRange(from: $0.from.description, until: $0.until.description)
            }, roster: officer.roster.map { DateRange(from: $0.from.description, until: $0.until.description) },
            active: officer.active)
    }
}
