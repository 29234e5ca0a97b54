public import Identifiers
public import Labels
public import Promotion

/// Who asks, as the daemon knows it: the login on the other end of the socket, and in whose name it acts.
public struct Caller: Sendable {
    /// Login uid of the client process.
    public var uid: UInt32
    /// Root and the daemon's own uid.
    public var isAdministrator: Bool
    /// The officer of this login.
    public var officer: Officer?
    /// The officer named by `--as`.
    public var actingAs: Officer?
    /// The unit named by `--unit`.
    public var unit: UnitID?
    public var language: Language
    public var commandID: String
    /// SHA-256 of the request.
    public var digest: [UInt8]
    public var dryRun: Bool

    public init(
        uid: UInt32, isAdministrator: Bool, officer: Officer?, actingAs: Officer?, unit: UnitID?,
        language: Language, commandID: String, digest: [UInt8], dryRun: Bool
    ) {
        self.uid = uid
        self.isAdministrator = isAdministrator
        self.officer = officer
        self.actingAs = actingAs
        self.unit = unit
        self.language = language
        self.commandID = commandID
        self.digest = digest
        self.dryRun = dryRun
    }

    /// The officer whose rights count and whose work it is.
    public var principal: Officer? { actingAs ?? officer }

    /// How the log names the one who typed.
    public var actor: String { officer.map(\.id.description) ?? "uid:\(uid)" }

    /// How the log names the one in whose name it was typed, where that is somebody else.
    public var onBehalf: String? {
        guard let actingAs, actingAs.id != officer?.id else { return nil }
        return actingAs.id.description
    }

    /// Roles that count. An administrator who acts as an officer has that officer's roles and no more.
    public var roles: Set<Role> {
        if let principal { return Set(principal.roles).union(actsAsAdministrator ? [.admin] : []) }
        return isAdministrator ? [.admin] : []
    }

    /// Administrators keep their own rights while they do not act as somebody else.
    var actsAsAdministrator: Bool { isAdministrator && actingAs == nil }
}

/// What a request says about its caller, before anything is looked up.
public struct CallerClaim: Sendable {
    public var uid: UInt32
    public var isAdministrator: Bool
    /// Officer id or code, from `--as`.
    public var actingAs: String?
    /// Unit id or code, from `--unit`.
    public var unit: String?
    public var language: Language
    public var commandID: String
    public var digest: [UInt8]
    public var dryRun: Bool

    public init(
        uid: UInt32, isAdministrator: Bool, actingAs: String? = nil, unit: String? = nil, language: Language = .en,
        commandID: String, digest: [UInt8] = [], dryRun: Bool = false
    ) {
        self.uid = uid
        self.isAdministrator = isAdministrator
        self.actingAs = actingAs
        self.unit = unit
        self.language = language
        self.commandID = commandID
        self.digest = digest
        self.dryRun = dryRun
    }
}
