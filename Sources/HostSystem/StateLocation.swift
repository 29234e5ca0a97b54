/// The directory that holds the store, its backups and the daemon's lock.
public struct StateLocation: Hashable, Sendable {
    public let directory: String

    /// Nobody but the daemon's user opens the store.
    public static let directoryMode: UInt32 = 0o700

    /// Held for the life of the daemon.
    public var lockPath: String { directory + "/zsd.lock" }

    /// `--state`, `ZS_STATE`, `STATE_DIRECTORY` (systemd), `/var/lib/zhaoshang` for root,
    /// `XDG_STATE_HOME/zhaoshang`, `~/.local/state/zhaoshang`.
    public static func find(option: String?, environment: HostEnvironment) throws(HostError) -> StateLocation {
        if let directory = option ?? environment["ZS_STATE"] {
            return StateLocation(directory: directory)
        }
        if let directory = environment["STATE_DIRECTORY"]?.split(separator: ":").first {
            return StateLocation(directory: String(directory))
        }
        if environment.isRoot {
            return StateLocation(directory: "/var/lib/zhaoshang")
        }
        if let home = environment["XDG_STATE_HOME"] {
            return StateLocation(directory: "\(home)/zhaoshang")
        }
        guard let home = environment["HOME"] else { throw .noStateLocation }
        return StateLocation(directory: "\(home)/.local/state/zhaoshang")
    }
}
