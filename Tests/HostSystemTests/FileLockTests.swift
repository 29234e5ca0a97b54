import Glibc
import HostSystem
import Testing

/// Locks and sockets in a real directory.
struct FileLockTests {
    private func inDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
        var template = Array((P_tmpdir + "/zhaoshang-test-XXXXXX").utf8CString)
        let path = String(cString: try #require(mkdtemp(&template)))
        defer {
            for name in ["zsd.lock", "zsd.sock", "zsd.sock.lock"] { unlink("\(path)/\(name)") }
            rmdir(path)
        }
        return try body(path)
    }

    private func location(_ directory: String) throws -> SocketLocation {
        try SocketLocation.daemon(
            option: "\(directory)/zsd.sock", environment: HostEnvironment(variables: [:], uid: 1))
    }

    /// A listening socket, or with `isClosed` what a killed process leaves behind.
    private func bind(_ path: String, isClosed: Bool) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0 && listen(descriptor, 1) == 0)
        if isClosed { close(descriptor) }
        return descriptor
    }

    @Test func secondHolderLearnsWhoIsFirst() throws {
        try inDirectory { directory in
            let path = directory + "/zsd.lock"
            let first = try FileLock(path: path, note: "since 2026-01-05T09:00:00+08:00")
            let holder = "pid \(getpid()) since 2026-01-05T09:00:00+08:00"
            #expect(throws: HostError.lockHeld(path: path, holder: holder)) { try FileLock(path: path, note: "second") }
            withExtendedLifetime(first) {}
        }
    }

    @Test func lockIsFreeWhenItsHolderIsGoneAndTheFileStays() throws {
        try inDirectory { directory in
            let path = directory + "/zsd.lock"
            do { withExtendedLifetime(try FileLock(path: path, note: "a much longer note than the next one")) {} }
            #expect(HostDirectory.exists(path))
            let second = try FileLock(path: path, note: "b")
            #expect(throws: HostError.lockHeld(path: path, holder: "pid \(getpid()) b")) {
                try FileLock(path: path, note: "c")
            }
            withExtendedLifetime(second) {}
        }
    }

    @Test func staleSocketIsRemoved() throws {
        try inDirectory { directory in
            let location = try location(directory)
            let lock = try FileLock(path: location.lockPath, note: "")
            _ = try bind(location.path, isClosed: true)
            #expect(try StaleSocket.unlink(location, holding: lock))
            #expect(!HostDirectory.exists(location.path))
            #expect(try !StaleSocket.unlink(location, holding: lock))
        }
    }

    @Test func liveSocketIsLeftAlone() throws {
        try inDirectory { directory in
            let location = try location(directory)
            let lock = try FileLock(path: location.lockPath, note: "")
            let descriptor = try bind(location.path, isClosed: false)
            defer { close(descriptor) }
            #expect(throws: HostError.socketInUse(path: location.path)) {
                try StaleSocket.unlink(location, holding: lock)
            }
            #expect(HostDirectory.exists(location.path))
        }
    }

    @Test func fileThatIsNoSocketIsLeftAlone() throws {
        try inDirectory { directory in
            let location = try location(directory)
            let lock = try FileLock(path: location.lockPath, note: "")
            close(open(location.path, O_CREAT | O_WRONLY, 0o600))
            #expect(throws: HostError.notASocket(path: location.path)) {
                try StaleSocket.unlink(location, holding: lock)
            }
        }
    }

    @Test func madeDirectoryHasItsModeWhateverTheUmask() throws {
        try inDirectory { directory in
            let path = directory + "/a/b"
            defer {
                rmdir(path)
                rmdir(directory + "/a")
            }
            let isMade = try HostDirectory.make(path, mode: 0o770)
            #expect(isMade)
            var facts = stat()
            #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o770)
            let isMadeAgain = try HostDirectory.make(path, mode: 0o700)
            #expect(!isMadeAgain)
            #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o770)
        }
    }

    @Test(arguments: [("", ""), ("@", "\0")])
    func serviceManagerIsToldThroughItsSocket(prefix: String, first: String) throws {
        try inDirectory { directory in
            let path = directory + "/zsd.sock"
            let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let name = Array((first + path).utf8)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
            // An abstract name is as long as the address says; a path may carry its NUL.
            let length = socklen_t(2 + name.count)
            let result = withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(descriptor, $0, length) }
            }
            try #require(result == 0)
            ProcessReadiness(environment: HostEnvironment(variables: ["NOTIFY_SOCKET": prefix + path], uid: 1))
                .stopping()
            var buffer = [UInt8](repeating: 0, count: 64)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "STOPPING=1")
        }
    }
}
