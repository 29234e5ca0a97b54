public import WorkCalendar

/// The seam under the application: no SQL above it. A second store (for fail-over) will stand here.
public protocol Store: Sendable {
    /// One consistent view of the accepted state.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> Value) async throws -> Value

    /// Runs `body` in the next group commit, in a savepoint of its own, and returns after the commit that holds it
    /// reached the disk. A thrown error undoes this command only. `body` runs at most once per attempt and at no other
    /// time than inside the transaction; it must not wait for anything.
    ///
    /// A command whose id was accepted before is not run again: the same digest gives the first result with
    /// `replayed`, another digest throws `conflict`.
    func write(_ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Outcome) async throws
        -> CommandResult

    /// Throws `fenced` when another process has taken the store over, and accepts nothing from then on. Asked before
    /// anything leaves the house: what this process would tell is the other's to tell. A takeover in the same moment is
    /// still possible, so receivers tell repeated deliveries by their key.
    func checkEpoch() async throws

    /// The last accepted event that changed a unit or an officer. Kept in memory: asking costs nothing.
    var organisationRevision: Int64 { get }

    /// Derives every projection again from the log into a scratch database and compares.
    func rebuild() async throws -> RebuildReport

    /// Replays the events up to `seq` into a scratch database and reads from there: the state as of `seq`.
    func read<Value: Sendable>(
        asOf seq: Int64, _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value

    /// Copies of the store that it knows of; they hold what was erased after they were made.
    func copies() throws -> [StoreCopy]

    /// Walks the chain of hashes.
    func verifyChain() async throws -> ChainReport

    /// Structure, foreign keys, roll-ups against postings, counters: what `zs doctor` prints.
    func inspect() async throws -> [Inspection]
}

/// A copy of the store in a file.
public struct StoreCopy: Hashable, Sendable {
    public var path: String
    /// By the clock of the machine.
    public var madeAt: Instant

    public init(path: String, madeAt: Instant) {
        self.path = path
        self.madeAt = madeAt
    }
}

/// What asks for a write.
public struct Command: Sendable {
    /// Made by the client; a retry carries the same one.
    public var id: String
    public var actor: String
    public var onBehalf: String?
    public var verb: String
    /// SHA-256 of the request, so that one id cannot stand for two requests.
    public var digest: [UInt8]
    /// Runs everything and keeps nothing.
    public var dryRun: Bool

    public init(
        id: String, actor: String, onBehalf: String? = nil, verb: String, digest: [UInt8], dryRun: Bool = false
    ) {
        self.id = id
        self.actor = actor
        self.onBehalf = onBehalf
        self.verb = verb
        self.digest = digest
        self.dryRun = dryRun
    }
}

/// What a write says of itself. It is stored with the command id, so it holds no text that people typed.
public struct Outcome: Hashable, Sendable, Codable {
    /// The main record: `J-12`.
    public var id: String?
    public var changed: [Change]
    /// False for what cannot be taken back.
    public var undoable: Bool
    /// Further ids that the answer shows: `task`, `entry`.
    public var related: [String: String]

    public init(id: String? = nil, changed: [Change] = [], undoable: Bool = true, related: [String: String] = [:]) {
        self.id = id
        self.changed = changed
        self.undoable = undoable
        self.related = related
    }
}

/// One field that a write changed. Texts appear as `text#12`, resolved when shown.
public struct Change: Hashable, Sendable, Codable {
    public var field: String
    public var from: String?
    public var to: String?

    public init(_ field: String, from: String? = nil, to: String? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }
}

public struct CommandResult: Sendable {
    public var command: String
    /// Empty for a dry run, and for a command that changed nothing.
    public var events: [Int64]
    public var outcome: Outcome
    /// The id had been accepted before; this is the first answer.
    public var replayed: Bool

    public init(command: String, events: [Int64], outcome: Outcome, replayed: Bool) {
        self.command = command
        self.events = events
        self.outcome = outcome
        self.replayed = replayed
    }
}

public struct RebuildReport: Sendable {
    public var events: Int64
    /// Table, key and column of the first row that differs, in words; nil when equal.
    public var firstDifference: String?

    public init(events: Int64, firstDifference: String?) {
        self.events = events
        self.firstDifference = firstDifference
    }
}

public struct ChainReport: Sendable {
    public var events: Int64
    /// Lower-case hexadecimal of the last hash; of 32 zero bytes for an empty log.
    public var headHash: String
    public var firstBadSeq: Int64?

    public init(events: Int64, headHash: String, firstBadSeq: Int64?) {
        self.events = events
        self.headHash = headHash
        self.firstBadSeq = firstBadSeq
    }
}

public struct Inspection: Sendable {
    /// Stable snake_case word: `rollup_day`, `foreign_keys`.
    public var name: String
    public var ok: Bool
    public var finding: String?

    public init(name: String, ok: Bool, finding: String? = nil) {
        self.name = name
        self.ok = ok
        self.finding = finding
    }
}
