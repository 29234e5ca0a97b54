import Identifiers
import Labels
import Promotion

extension DraftContext {
    /// The company founded here for a project, by whatever names it among the enterprises; `-` takes it away.
    func setLocal(_ text: String, of project: inout Project) throws {
        project.localCode = nil
        guard text != "-" else {
            project.localEnterprise = nil
            return
        }
        project.localEnterprise = try Bureau.enterprise(named: text, reading).id
        try completeLocal(&project)
    }

    /// A company that got its code after the project named it has it now.
    func completeLocal(_ project: inout Project) throws {
        guard project.localCode == nil, let id = project.localEnterprise,
            let company = try reading.record(Enterprise.self, id), let code = company.uscc
        else { return }
        project.localCode = try ProjectDraft.code(code)
    }
}
