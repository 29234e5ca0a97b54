/// Work that comes back. Due and wait are those of the revision that holds now.
public struct RuleRecord: Hashable, Sendable, Codable {
    public var id: String
    public var code: String
    public var nameZh: String
    public var nameEn: String
    public var level: String
    public var product: String
    /// The unit for which, and for all below which, it holds.
    public var scope: String
    /// Who gets a task: `officers role:officer`, `units kind:taskForce`, `scope`.
    public var subjects: String
    /// The level whose tasks it gathers.
    public var gathers: String?
    public var due: String
    public var wait: String
    /// First period.
    public var from: String
    /// Last period.
    public var until: String?
    public var revision: Int

    public init(
        id: String, code: String, nameZh: String, nameEn: String, level: String, product: String, scope: String,
        subjects: String, gathers: String? = nil, due: String, wait: String, from: String, until: String? = nil,
        revision: Int
    ) {
        self.id = id
        self.code = code
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.level = level
        self.product = product
        self.scope = scope
        self.subjects = subjects
        self.gathers = gathers
        self.due = due
        self.wait = wait
        self.from = from
        self.until = until
        self.revision = revision
    }

    enum CodingKeys: String, CodingKey {
        case id, code, level, product, scope, subjects, gathers, due, wait, from, until, revision
        case nameZh = "name_zh"
        case nameEn = "name_en"
    }
}

/// Rules, by number.
public struct RulesDocument: WireDocument {
    public static let schema = "zhaoshang/rules.v1"

    public var schema: String = Self.schema
    public var rules: [RuleRecord]

    public init(rules: [RuleRecord]) {
        self.rules = rules
    }
}
