import Identifiers

/// What can be searched, in the order in which results show. A record of the pipeline is found by its `names` and `texts`;
/// a noun becomes searchable by a case here.
public enum SearchKind: String, CaseIterable, Sendable {
    case enterprise, lead, project, entry

    /// The prefix of its ids.
    public var prefix: String {
        switch self {
        case .enterprise: EnterpriseKey.prefix
        case .lead: LeadKey.prefix
        case .project: ProjectKey.prefix
        case .entry: EntryKey.prefix
        }
    }

    /// Every spelling of a kind in `kind:`.
    public static func named(_ word: String) -> SearchKind? {
        switch word.lowercased() {
        case "enterprise", "enterprises", "企业", "e": .enterprise
        case "lead", "leads", "线索", "l": .lead
        case "project", "projects", "项目", "p": .project
        case "entry", "entries", "log", "日志", "j": .entry
        default: nil
        }
    }
}
