import Identifiers
import Labels
import Promotion

/// The projects of the records as rows of a ledger name them.
struct KnownProjects {
    let all: [Project]
    /// Names and investors of them.
    let texts: [Int64: String]
    private let byName: [String: [Project]]

    init(_ store: any Reading) throws {
        let all = try store.records(Project.self, RecordFilter()).map(\.record)
        let texts = try store.texts(all.flatMap { [$0.name] + $0.investors.compactMap(\.name) }.map(\.id))
        self.all = all
        self.texts = texts
        byName = Dictionary(grouping: all) { texts[$0.name.id] ?? "" }
    }

    func named(_ name: String) -> [Project] { byName[name] ?? [] }

    func name(of project: Project) -> String? { texts[project.name.id] }

    /// By id or exactly its name.
    func one(_ text: String) throws(ZhaoshangError) -> Project {
        if let id = ProjectID(text), let project = all.first(where: { $0.id == id }) { return project }
        let found = named(text)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            throw ZhaoshangError(
                .notFound, zh: "没有这个项目：\(text)", en: "no such project: \(text)",
                hint: Phrase(zh: "查看：zs project list", en: "see: zs project list"))
        }
        throw ZhaoshangError(
            .ambiguous, zh: "有 \(found.count) 个项目叫“\(text)”", en: "\(found.count) projects are called \"\(text)\"",
            hint: Phrase(zh: "写项目编号", en: "write the id of the project"),
            details: ["candidates": .list(found.map(\.id.description))])
    }
}
