/// A number with the prefix of its kind: `U-3`, `J-1042`. Numbers are given by the store and never used again.
public struct Identifier<Kind: IdentifierKind>: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let number: Int64

    public init(_ number: Int64) {
        self.number = number
    }

    /// Reads `J-1042`, `j1042` and, where the noun is clear, `1042`. Any other prefix gives nil.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        let prefix = Kind.prefix
        if rest.prefix(prefix.count).uppercased() == prefix {
            rest = rest.dropFirst(prefix.count)
            if rest.first == "-" { rest = rest.dropFirst() }
        }
        guard !rest.isEmpty, rest.count <= 18, rest.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int64(rest), number > 0
        else { return nil }
        self.number = number
    }

    public var description: String { "\(Kind.prefix)-\(number)" }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Identifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id of \(Kind.prefix)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

public protocol IdentifierKind: Sendable {
    static var prefix: String { get }
}

public enum UnitKey: IdentifierKind { public static let prefix = "U" }
public enum OfficerKey: IdentifierKind { public static let prefix = "O" }
public enum EntryKey: IdentifierKind { public static let prefix = "J" }
public enum RuleKey: IdentifierKind { public static let prefix = "R" }
public enum TaskKey: IdentifierKind { public static let prefix = "T" }

public typealias UnitID = Identifier<UnitKey>
public typealias OfficerID = Identifier<OfficerKey>
public typealias EntryID = Identifier<EntryKey>
public typealias RuleID = Identifier<RuleKey>
public typealias TaskID = Identifier<TaskKey>
