import Identifiers
import Promotion
import WorkCalendar

/// Projects that share something which only one of them should have: a local company, the document of a contract, or
/// the digits and amount of a voucher. What is suspicious about a project does not depend on what else is listed.
struct ProjectKin {
    private var byKey: [String: [ProjectDossier]] = [:]

    init(of dossiers: [ProjectDossier], _ store: any Reading) throws {
        let codes = dossiers.compactMap(\.project.localCode?.code)
        let documents = dossiers.flatMap(\.standingAgreements).filter { $0.form == .formal }.compactMap(\.document)
        let amounts = dossiers.flatMap(\.funds).filter { $0.voucherMark != nil }.map(\.signedAmount.yuan)
        var ids = Set(dossiers.map(\.project.id))
        let own = ids
        ids.formUnion(try store.records(Project.self, Self.filter("local_code", codes)).map(\.record.id))
        ids.formUnion(try store.records(Agreement.self, Self.filter("document", documents)).map(\.record.project))
        let funds = RecordFilter([.anyOf("amount", Set(amounts).sorted().map(FacetValue.number))])
        ids.formUnion(try store.records(Funds.self, funds).map(\.record.project))
        let others = try store.records(
            Project.self, RecordFilter([.anyOf("id", ids.subtracting(own).sorted())])
        ).map(\.record)
        for dossier in dossiers + (others.isEmpty ? [] : try store.dossiers(of: others)) {
            for key in Self.keys(of: dossier) { byKey[key, default: []].append(dossier) }
        }
    }

    /// The others of its kind, each once, in the order of their numbers.
    func others(than dossier: ProjectDossier) -> [ProjectDossier] {
        var found: [ProjectID: ProjectDossier] = [:]
        for other in Self.keys(of: dossier).flatMap({ byKey[$0] ?? [] }) where other.project.id != dossier.project.id {
            found[other.project.id] = other
        }
        return found.values.sorted { $0.project.id < $1.project.id }
    }

    private static func keys(of dossier: ProjectDossier) -> Set<String> {
        var keys = Set(dossier.funds.compactMap(\.voucherMark).map { "voucher " + $0 })
        keys.formUnion(
            dossier.standingAgreements.filter { $0.form == .formal }.compactMap(\.document).map { "document " + $0 })
        if let code = dossier.project.localCode { keys.insert("company " + code.code) }
        return keys
    }

    private static func filter(_ facet: String, _ values: [String]) -> RecordFilter {
        RecordFilter([.anyOf(facet, Set(values).sorted())])
    }
}

extension Reading {
    /// Lines that somebody typed about each project in the twelve months up to a day, oldest first: what was written
    /// earlier no longer says how a project goes.
    func progressNotes(of projects: [ProjectID], through day: CivilDate) throws -> [ProjectID: [ProgressNote]] {
        var filter = EntryFilter(dates: day.adding(months: -12)...day, includeAutomatic: false)
        filter.records = projects.map(\.description)
        let entries = try entries(filter).map(\.entry)
        let texts = try texts(entries.compactMap { $0.text?.id })
        let wanted = Set(projects)
        var notes: [ProjectID: [ProgressNote]] = [:]
        for entry in entries {
            guard let text = entry.text.flatMap({ texts[$0.id] }) else { continue }
            let note = ProgressNote(id: entry.id.description, date: entry.date, text: text)
            for project in entry.linkedRecords.compactMap({ ProjectID($0) }) where wanted.contains(project) {
                notes[project, default: []].append(note)
            }
        }
        return notes
    }
}
