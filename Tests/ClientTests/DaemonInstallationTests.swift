import HostSystem
import Testing

@testable import Client

struct DaemonInstallationTests {
    private static let user = "/run/user/1000/zhaoshang/zsd.sock"
    private static let system = "/run/zhaoshang/zsd.sock"
    private static let userUnit = "/home/z/.config/systemd/user/zsd.service"
    private static let systemUnit = "/usr/local/lib/systemd/system/zsd.service"

    @Test(arguments: [
        (system, [systemUnit, userUnit], "systemctl start zsd"),
        (user, [systemUnit, userUnit], "systemctl --user start zsd"),
        (user, [systemUnit], "systemctl start zsd"), (system, [userUnit], "zsd --socket /run/zhaoshang/zsd.sock &"),
        ("/srv/z.sock", [systemUnit, userUnit], "zsd --socket /srv/z.sock &"),
        (user, [], "zsd --socket /run/user/1000/zhaoshang/zsd.sock &"),
    ])
    func hintIsTrueForHowTheDaemonWasInstalled(path: String, files: [String], command: String) {
        let environment = HostEnvironment(
            variables: ["XDG_RUNTIME_DIR": "/run/user/1000", "HOME": "/home/z"], uid: 1000)
        let installation = DaemonInstallation.found(
            socketPath: path, environment: environment, exists: files.contains)
        #expect(installation.startCommand(socketPath: path) == command)
    }
}
