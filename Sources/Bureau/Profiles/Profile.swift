public import Labels

/// A bureau's way of working as a file: units, posts, rules and settings.
public struct Profile: Sendable, Codable, Hashable {
    public struct UnitItem: Sendable, Codable, Hashable {
        public var code: String
        public var kind: String
        public var name: Phrase
        public var parent: String?
        public var division: String?
        public var circle: String?
        public var chains: [String]?
        public var rankGroup: String?

        enum CodingKeys: String, CodingKey {
            case code, kind, name, parent, division, circle, chains
            case rankGroup = "rank_group"
        }
    }

    /// A post: renamed to the person who holds it, or deactivated, by `officer edit`.
    public struct OfficerItem: Sendable, Codable, Hashable {
        public var code: String
        public var name: String
        public var nameEn: String?
        public var unit: String
        public var roles: [String]
        public var capacity: Int?

        enum CodingKeys: String, CodingKey {
            case code, name, unit, roles, capacity
            case nameEn = "name_en"
        }
    }

    public struct RuleItem: Sendable, Codable, Hashable {
        public var code: String
        public var name: Phrase
        public var level: String
        public var product: String
        public var scope: String
        /// `officers:officer,commissioner`, `units:taskForce`, `scope`.
        public var fanOut: String
        public var gathers: String?
        public var due: String
        public var draft: String?
        public var comments: String?
        public var freeze: String?
        public var wait: String?
        public var agendaMinutes: Int?

        enum CodingKeys: String, CodingKey {
            case code, name, level, product, scope, gathers, due, draft, comments, freeze, wait
            case fanOut = "fan_out"
            case agendaMinutes = "agenda_minutes"
        }
    }

    public var name: String
    public var title: Phrase
    public var description: Phrase?
    public var units: [UnitItem]
    public var officers: [OfficerItem]?
    public var rules: [RuleItem]
    public var settings: [String: String]?
}
