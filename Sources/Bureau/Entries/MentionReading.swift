import Identifiers
import Labels
import Promotion

/// What a name behind an @ means.
struct MentionReading {
    let store: any Reading
    let tree: UnitTree
    let officers: [Officer]

    /// The record that answers to the name; nil when none does.
    func link(_ name: String) throws -> EntryLink? {
        if let noun = RecordNouns.type(ofID: name), let record = try existing(name, noun) { return .record(record) }
        let wanted = name.lowercased()
        var found: [(link: EntryLink, label: String)] = []
        for unit in tree.byID.values.sorted(by: { $0.id < $1.id }) where unit.active {
            let names = [
                unit.code, unit.id.description.lowercased(), unit.name.zh.lowercased(), unit.name.en.lowercased(),
            ]
            if names.contains(wanted) { found.append((.unit(unit.id), "\(unit.id) \(unit.name.zh)")) }
        }
        for officer in officers where officer.active {
            let names = [
                officer.code, officer.id.description.lowercased(), officer.name.lowercased(),
                officer.nameEn?.lowercased(), officer.pinyin,
            ]
            if names.contains(wanted) { found.append((.officer(officer.id), "\(officer.id) \(officer.name)")) }
        }
        if found.count > 1 {
            throw Self.ambiguous(name, found.map(\.label))
        }
        if let found = found.first { return found.link }
        if let enterprise = try Bureau.knownEnterprise(named: name, store) { return .record(enterprise.id.description) }
        return try work(named: name).map { .record($0) }
    }

    /// The project or lead of this name; a lead that became a project gives the project.
    private func work(named name: String) throws -> String? {
        let wanted = FoldedText(name)
        guard !wanted.isEmpty else { return nil }
        var projects: Set<ProjectID> = []
        var leads: [Lead] = []
        for hit in try store.search(SearchQuery(words: [wanted], kinds: [.project, .lead], limit: Self.mostNamesakes)) {
            switch hit.kind {
            case .project:
                guard let project = try store.record(Project.self, ProjectID(hit.number)),
                    try isName(project.name, wanted)
                else { continue }
                projects.insert(project.id)
            default:
                guard let lead = try store.record(Lead.self, LeadID(hit.number)), lead.duplicateOf == nil,
                    try isName(lead.title, wanted)
                else { continue }
                leads.append(lead)
            }
        }
        let found =
            projects.sorted().map(\.description)
            + leads.filter { !($0.project.map(projects.contains) ?? false) }.map(\.id).sorted().map(\.description)
        guard found.count > 1 else { return found.first }
        throw Self.ambiguous(name, found.map { "\($0) \(name)" })
    }

    /// Projects and leads that share words with a name, before the names are compared whole.
    private static let mostNamesakes = 200

    private func isName(_ stub: TextStub, _ wanted: FoldedText) throws -> Bool {
        try store.text(stub.id).map { FoldedText($0) == wanted } ?? false
    }

    private static func ambiguous(_ name: String, _ candidates: [String]) -> ZhaoshangError {
        let first = candidates[0].prefix { $0 != " " }
        return ZhaoshangError(
            .ambiguous, zh: "@\(name) 对应多条记录", en: "@\(name) names more than one record",
            hint: Phrase(zh: "请使用编号，如 @\(first)", en: "use the id, as in @\(first)"),
            details: ["name": .text(name), "candidates": .list(candidates)])
    }

    private func existing<Record: PromotionRecord>(_ name: String, _ type: Record.Type) throws -> String? {
        guard let id = Identifier<Record.Kind>(name), try store.record(type, id) != nil else { return nil }
        return id.description
    }
}
