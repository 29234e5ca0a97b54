import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Reading {
    func project(named text: String) throws -> Project {
        if let id = ProjectID(text), let project = try record(Project.self, id) { return project }
        throw ZhaoshangError(
            .notFound, zh: "没有这个项目：\(text)", en: "no such project: \(text)",
            hint: Phrase(zh: "查看：zs project list", en: "see: zs project list"), details: ["id": .text(text)])
    }

    func dossier(of project: Project) throws -> ProjectDossier {
        try dossiers(of: [project])[0]
    }

    /// The projects with everything that belongs to them: one query a noun, whatever their number.
    func dossiers(of projects: [Project]) throws -> [ProjectDossier] {
        let filter = RecordFilter([.anyOf("project", projects.map(\.id))])
        let reviews = Dictionary(grouping: try records(Review.self, filter).map(\.record), by: \.project)
        let agreements = Dictionary(grouping: try records(Agreement.self, filter).map(\.record), by: \.project)
        let funds = Dictionary(grouping: try records(Funds.self, filter).map(\.record), by: \.project)
        let commitments = Dictionary(grouping: try records(Commitment.self, filter).map(\.record), by: \.project)
        let milestones = Dictionary(grouping: try records(Milestone.self, filter).map(\.record), by: \.project)
        return projects.map {
            ProjectDossier(
                project: $0, reviews: reviews[$0.id] ?? [], agreements: agreements[$0.id] ?? [],
                funds: funds[$0.id] ?? [], commitments: commitments[$0.id] ?? [], milestones: milestones[$0.id] ?? [])
        }
    }
}

extension Project {
    /// Whoever works on the project has it as an own record; for others it is a record of its unit.
    func target(for caller: Caller) -> AccessTarget {
        let workers = [people.manager, people.agent].compactMap(\.self)
        if let own = caller.principal?.id, workers.contains(own) { return .officer(own, in: unitID) }
        return workers.first.map { .officer($0, in: unitID) } ?? .unit(unitID)
    }

    /// Whose work a step is, for clocks.
    var workSubject: Subject { (people.agent ?? people.manager).map { .officer($0) } ?? .unit(unitID) }
}

extension Caller {
    var actingPerson: ActingPerson { ActingPerson(by: actor, onBehalf: onBehalf) }

    /// In what capacities the caller's roles let them move a project.
    var capacities: Set<StageAdvance.Capacity> {
        var found: Set<StageAdvance.Capacity> = []
        if roles.contains(.officer) || roles.contains(.clerk) || roles.contains(.commissioner) {
            found.insert(.officer)
        }
        if roles.contains(.screener) { found.insert(.screener) }
        if roles.contains(.supervisor) { found.insert(.supervisor) }
        return found
    }
}

extension ReadContext {
    func filterUnits(_ verb: String, _ keyed: KeyedWords) throws -> [UnitID]? {
        if let name = keyed.value("unit") {
            let unit = try Bureau.unit(named: name, in: tree)
            try authorise(verb, .unit(unit.id))
            return tree.subtree(of: unit.id)
        }
        if caller.principal == nil, caller.unit == nil {
            try authorise(verb, .none)
            return nil
        }
        let unit = try scope(verb)
        return tree.subtree(of: unit)
    }
}
