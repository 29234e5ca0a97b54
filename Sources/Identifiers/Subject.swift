/// Whom a task belongs to.
public enum Subject: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    case unit(UnitID)
    case officer(OfficerID)

    /// Reads `U-3` and `O-5`; the prefix is needed.
    public init?(_ text: some StringProtocol) {
        switch text.first {
        case "U", "u": if let id = UnitID(text) { self = .unit(id) } else { return nil }
        case "O", "o": if let id = OfficerID(text) { self = .officer(id) } else { return nil }
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .unit(let id): return id.description
        case .officer(let id): return id.description
        }
    }

    /// Units before officers, then by number.
    public static func < (left: Subject, right: Subject) -> Bool {
        switch (left, right) {
        case (.unit(let left), .unit(let right)): return left < right
        case (.officer(let left), .officer(let right)): return left < right
        case (.unit, .officer): return true
        case (.officer, .unit): return false
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let subject = Subject(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a unit or an officer")
        }
        self = subject
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
