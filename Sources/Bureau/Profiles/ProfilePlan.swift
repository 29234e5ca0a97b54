/// What applying a profile does to one item of it.
public struct ProfilePlanItem: Sendable, Codable, Hashable {
    public enum Act: String, Sendable, Codable {
        /// It is not there yet.
        case add
        /// It still says what the profile said last time, and the profile says something else now.
        case update
        /// Somebody has changed it since; the profile leaves it alone.
        case kept
        /// It says what the profile says.
        case unchanged
    }

    /// `unit/bn-ne`, `rule/bn.inventory`.
    public var key: String
    public var act: Act
    /// The record: `U-3`; absent before it is added.
    public var id: String?
    public var from: String?
    public var to: String

    public init(key: String, act: Act, id: String?, from: String?, to: String) {
        self.key = key
        self.act = act
        self.id = id
        self.from = from
        self.to = to
    }

    /// Compares three states of an item: what is there, what the profile wrote last, what it says now.
    static func decide(key: String, id: String?, current: String?, lastWritten: String?, wanted: String) -> Self {
        let act: Act
        if let current {
            if current == wanted {
                act = .unchanged
            } else {
                act = current == lastWritten ? .update : .kept
            }
        } else {
            // Something the profile once wrote and a person took away stays away.
            act = lastWritten == nil ? .add : .kept
        }
        return Self(key: key, act: act, id: id, from: current, to: wanted)
    }
}
