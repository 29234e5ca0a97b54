import HostSystem

/// How the daemon behind a socket was installed, seen from outside: what decides how one starts it.
enum DaemonInstallation: Hashable {
    case systemService
    case userService
    case none

    private static let unit = "zsd.service"

    /// Both kinds of unit may be installed; the socket tells which of them is meant. A socket somewhere else belongs to
    /// neither.
    static func found(
        socketPath: String, environment: HostEnvironment, exists: (String) -> Bool
    ) -> DaemonInstallation {
        let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { "\($0)/.config" }
        let isPerUser = environment["XDG_RUNTIME_DIR"].map { socketPath == "\($0)/zhaoshang/zsd.sock" } ?? false
        guard isPerUser || socketPath == "/run/zhaoshang/zsd.sock" else { return .none }
        // Where systemd looks: systemd.unit(5).
        let prefixes = ["/etc", "/run", "/usr/local/lib", "/usr/lib", "/lib"]
        let userPlaces = (home.map { [$0] } ?? []) + prefixes
        if isPerUser, userPlaces.contains(where: { exists("\($0)/systemd/user/\(unit)") }) { return .userService }
        return prefixes.contains { exists("\($0)/systemd/system/\(unit)") } ? .systemService : .none
    }

    func startCommand(socketPath: String) -> String {
        switch self {
        case .systemService: "systemctl start zsd"
        case .userService: "systemctl --user start zsd"
        case .none: "zsd --socket \(socketPath) &"
        }
    }
}
