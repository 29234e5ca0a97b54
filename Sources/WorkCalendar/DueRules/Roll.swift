/// What to do with a date that is not a working day.
public enum Roll: String, CaseIterable, Hashable, Sendable, Codable {
    /// Leave it.
    case none
    /// Take the next working day.
    case following
    /// Take the working day before.
    case preceding
    /// Following, but preceding when that would leave the owning period.
    case modifiedFollowing = "modified-following"
    /// Preceding, but following when that would leave the owning period.
    case modifiedPreceding = "modified-preceding"
}

extension Roll: CustomStringConvertible {
    public var description: String { rawValue }
}
