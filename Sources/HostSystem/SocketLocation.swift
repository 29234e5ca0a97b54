/// Where the daemon's socket lies.
public struct SocketLocation: Hashable, Sendable {
    /// `sun_path` has 108 bytes, the last of them NUL.
    public static let longestPath = 107

    /// Absolute, or as the user gave it.
    public let path: String
    /// Mode for the directory when it has to be made: 0750 for a service, 0700 for one user.
    public let directoryMode: UInt32

    private init(path: String, directoryMode: UInt32) throws(HostError) {
        guard path.utf8.count <= Self.longestPath else {
            throw .socketPathTooLong(path: path, bytes: path.utf8.count)
        }
        self.path = path
        self.directoryMode = directoryMode
    }

    /// The file whose lock allows to bind, and to remove what a killed daemon left.
    public var lockPath: String { path + ".lock" }

    public var directory: String { HostDirectory.parent(of: path) }

    /// Where a daemon binds: `--socket`, `ZS_SOCKET`, `RUNTIME_DIRECTORY` (systemd), `/run/zhaoshang` for root,
    /// `XDG_RUNTIME_DIR/zhaoshang`.
    public static func daemon(option: String?, environment: HostEnvironment) throws(HostError) -> SocketLocation {
        if let path = option ?? environment["ZS_SOCKET"] {
            return try SocketLocation(path: path, directoryMode: 0o700)
        }
        // systemd separates several directories with colons.
        if let directory = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first {
            return try SocketLocation(path: "\(directory)/zsd.sock", directoryMode: 0o750)
        }
        if environment.isRoot {
            return try SocketLocation(path: system, directoryMode: 0o750)
        }
        guard let path = perUser(environment) else { throw .noSocketLocation }
        return try SocketLocation(path: path, directoryMode: 0o700)
    }

    /// Where a client looks: `--socket`, `ZS_SOCKET`, then the first that exists of the user's own daemon and the
    /// machine's. When none exists, the place where it should be.
    public static func client(
        option: String?, environment: HostEnvironment, exists: (String) -> Bool = HostDirectory.exists
    ) throws(HostError) -> SocketLocation {
        if let path = option ?? environment["ZS_SOCKET"] {
            return try SocketLocation(path: path, directoryMode: 0o700)
        }
        if let path = perUser(environment), exists(path) {
            return try SocketLocation(path: path, directoryMode: 0o700)
        }
        if exists(system) || environment.isRoot {
            return try SocketLocation(path: system, directoryMode: 0o750)
        }
        return try SocketLocation(path: perUser(environment) ?? system, directoryMode: 0o700)
    }

    private static let system = "/run/zhaoshang/zsd.sock"

    private static func perUser(_ environment: HostEnvironment) -> String? {
        environment["XDG_RUNTIME_DIR"].map { "\($0)/zhaoshang/zsd.sock" }
    }
}
