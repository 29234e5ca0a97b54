import HostSystem
import Testing

struct SocketLocationTests {
    private static func environment(_ variables: [String: String], uid: UInt32 = 1000) -> HostEnvironment {
        HostEnvironment(variables: variables, uid: uid)
    }

    private static let everything = [
        "ZS_SOCKET": "/a/env.sock", "RUNTIME_DIRECTORY": "/run/one:/run/two", "XDG_RUNTIME_DIR": "/run/user/1000",
    ]

    @Test(
        arguments: [
            ("/a/option.sock", [] as Set<String>, 1000, "/a/option.sock", 0o700),
            (nil, [], 1000, "/a/env.sock", 0o700),
            (nil, ["ZS_SOCKET"], 1000, "/run/one/zsd.sock", 0o750),
            (nil, ["ZS_SOCKET", "RUNTIME_DIRECTORY"], 0, "/run/zhaoshang/zsd.sock", 0o750),
            (nil, ["ZS_SOCKET", "RUNTIME_DIRECTORY"], 1000, "/run/user/1000/zhaoshang/zsd.sock", 0o700),
        ] as [(String?, Set<String>, UInt32, String, UInt32)])
    func daemonTakesTheFirstPlaceThatIsNamed(
        option: String?, without: Set<String>, uid: UInt32, path: String, mode: UInt32
    ) throws {
        let variables = Self.everything.filter { !without.contains($0.key) }
        let location = try SocketLocation.daemon(option: option, environment: Self.environment(variables, uid: uid))
        #expect(location.path == path)
        #expect(location.directoryMode == mode)
    }

    @Test func daemonWithoutAnyPlaceSaysSo() {
        #expect(throws: HostError.noSocketLocation) {
            try SocketLocation.daemon(option: nil, environment: Self.environment(["ZS_SOCKET": ""]))
        }
    }

    private static let user = "/run/user/1000/zhaoshang/zsd.sock"
    private static let system = "/run/zhaoshang/zsd.sock"

    @Test(arguments: [
        ([user, system], user), ([system], system), ([user], user),
        // None is there: the error should name the user's own.
        ([], user),
    ])
    func clientTakesTheFirstSocketThatExists(existing: [String], path: String) throws {
        let location = try SocketLocation.client(
            option: nil, environment: Self.environment(["XDG_RUNTIME_DIR": "/run/user/1000"]),
            exists: existing.contains)
        #expect(location.path == path)
    }

    @Test func clientWithoutRuntimeDirectoryLooksForTheMachinesDaemon() throws {
        let location = try SocketLocation.client(
            option: nil, environment: Self.environment([:]), exists: { _ in false })
        #expect(location.path == Self.system)
    }

    /// sockaddr_un.sun_path has 108 bytes with its NUL: unix(7).
    @Test func pathOf107BytesIsTakenAnd108IsNot() throws {
        let longest = "/" + String(repeating: "x", count: 106)
        #expect(try SocketLocation.daemon(option: longest, environment: Self.environment([:])).path == longest)
        let error = HostError.socketPathTooLong(path: longest + "x", bytes: 108)
        #expect(throws: error) {
            try SocketLocation.daemon(option: longest + "x", environment: Self.environment([:]))
        }
        #expect(error.description.contains("108 bytes"))
        // Bytes, not characters: 36 of three bytes each.
        let chinese = String(repeating: "招", count: 36)
        #expect(throws: HostError.socketPathTooLong(path: chinese, bytes: 108)) {
            try SocketLocation.client(option: chinese, environment: Self.environment([:]))
        }
    }

    @Test(
        arguments: [
            ("/s", ["ZS_STATE": "/e"], 1000, "/s"),
            (nil, ["ZS_STATE": "/e", "STATE_DIRECTORY": "/d"], 1000, "/e"),
            (nil, ["STATE_DIRECTORY": "/var/lib/zhaoshang:/x", "HOME": "/h"], 1000, "/var/lib/zhaoshang"),
            (nil, ["HOME": "/root"], 0, "/var/lib/zhaoshang"),
            (nil, ["XDG_STATE_HOME": "/x", "HOME": "/h"], 1000, "/x/zhaoshang"),
            (nil, ["HOME": "/h"], 1000, "/h/.local/state/zhaoshang"),
        ] as [(String?, [String: String], UInt32, String)])
    func stateTakesTheFirstPlaceThatIsNamed(
        option: String?, variables: [String: String], uid: UInt32, directory: String
    ) throws {
        let location = try StateLocation.find(
            option: option, environment: Self.environment(variables, uid: uid))
        #expect(location.directory == directory)
        #expect(location.lockPath == directory + "/zsd.lock")
    }
}
