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
public enum ImportPlanKey: IdentifierKind { public static let prefix = "I" }
public enum EnterpriseKey: IdentifierKind { public static let prefix = "E" }
public enum ContactKey: IdentifierKind { public static let prefix = "X" }
public enum LeadKey: IdentifierKind { public static let prefix = "L" }
public enum ScreeningKey: IdentifierKind { public static let prefix = "Q" }
public enum AssignmentKey: IdentifierKind { public static let prefix = "Z" }
public enum ClaimKey: IdentifierKind { public static let prefix = "C" }
public enum ProjectKey: IdentifierKind { public static let prefix = "P" }
public enum ReviewKey: IdentifierKind { public static let prefix = "V" }
public enum AgreementKey: IdentifierKind { public static let prefix = "A" }
public enum FundsKey: IdentifierKind { public static let prefix = "F" }
public enum CommitmentKey: IdentifierKind { public static let prefix = "H" }
public enum MilestoneKey: IdentifierKind { public static let prefix = "B" }
public enum DirectiveKey: IdentifierKind { public static let prefix = "D" }
public enum CampaignKey: IdentifierKind { public static let prefix = "G" }
public enum BackfillKey: IdentifierKind { public static let prefix = "BF" }
public enum ChannelKey: IdentifierKind { public static let prefix = "W" }

public typealias UnitID = Identifier<UnitKey>
public typealias OfficerID = Identifier<OfficerKey>
public typealias EntryID = Identifier<EntryKey>
public typealias ImportPlanID = Identifier<ImportPlanKey>
public typealias RuleID = Identifier<RuleKey>
public typealias TaskID = Identifier<TaskKey>
public typealias EnterpriseID = Identifier<EnterpriseKey>
public typealias ContactID = Identifier<ContactKey>
public typealias LeadID = Identifier<LeadKey>
public typealias ScreeningID = Identifier<ScreeningKey>
public typealias AssignmentID = Identifier<AssignmentKey>
public typealias ClaimID = Identifier<ClaimKey>
public typealias ProjectID = Identifier<ProjectKey>
public typealias ReviewID = Identifier<ReviewKey>
public typealias AgreementID = Identifier<AgreementKey>
public typealias FundsID = Identifier<FundsKey>
public typealias CommitmentID = Identifier<CommitmentKey>
public typealias MilestoneID = Identifier<MilestoneKey>
public typealias DirectiveID = Identifier<DirectiveKey>
public typealias CampaignID = Identifier<CampaignKey>
public typealias BackfillID = Identifier<BackfillKey>
public typealias ChannelID = Identifier<ChannelKey>
