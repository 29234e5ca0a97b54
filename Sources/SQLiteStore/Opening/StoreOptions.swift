public import Labels

/// How a store is opened. The defaults are the promises; tests turn them down to see them missed.
public struct StoreOptions: Sendable {
    /// What a commit waits for.
    public enum Synchronous: Int64, Sendable {
        /// The write-ahead log may still be in the kernel: a power cut loses commits.
        case normal = 1
        /// The write-ahead log is on the disk.
        case full = 2
    }

    public var synchronous: Synchronous = .full
    /// Commands that one commit holds at most.
    public var batchLimit = 512
    /// Connections that read at the same time.
    public var readers = 4
    /// Pages the file may have; nil leaves it to the disk.
    public var maximumPages: Int?
    /// Called with the number of its commands inside each transaction, right before its commit. A thrown error fails
    /// the batch like one of the disk.
    public var beforeCommit: (@Sendable (Int) throws -> Void)?
    /// Called once, when a failed write of the disk made the store refuse all further writes: the daemon ends with 74.
    public var onBroken: (@Sendable (ZhaoshangError) -> Void)?

    public init() {}
}
