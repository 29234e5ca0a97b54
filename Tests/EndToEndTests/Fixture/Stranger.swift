import Foundation
import Glibc
import Testing

/// A user of the machine who is neither root nor the daemon's.
struct Stranger {
    static let uid = 12_345

    static let canBe = getuid() == 0 && Program.find("setpriv") != nil

    private let daemon: Daemon
    private let zs: String
    private let uid: Int

    /// Opens the folder and the socket, and puts a `zs` where every user reaches it.
    init(_ daemon: Daemon, uid: Int = Stranger.uid) throws {
        self.daemon = daemon
        self.uid = uid
        zs = daemon.root.path + "/zs"
        if !FileManager.default.fileExists(atPath: zs) {
            try FileManager.default.copyItem(atPath: Program.zs, toPath: zs)
        }
        for (path, mode) in [(daemon.root.path, 0o755), (zs, 0o755), (daemon.socket, 0o666)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
    }

    func zs(_ words: [String]) throws -> Outcome {
        let setpriv = try #require(Program.find("setpriv"))
        return try daemon.root.run(
            setpriv, ["--reuid", "\(uid)", "--regid", "\(uid)", "--clear-groups", zs] + words,
            environment: ["ZS_SOCKET": daemon.socket])
    }

    /// The document of `zs … --json`; words are separated by spaces.
    @discardableResult
    func document(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        let outcome = try zs(line.split(separator: " ").map(String.init) + ["--json"])
        try #require(outcome.code == 0, "zs \(line): \(outcome)", sourceLocation: sourceLocation)
        return try outcome.document
    }

    /// The error of `zs … --json`, which must end with this code.
    func failure(_ line: String, code: Int32, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        let outcome = try zs(line.split(separator: " ").map(String.init) + ["--json"])
        #expect(outcome.code == code, "zs \(line): \(outcome)", sourceLocation: sourceLocation)
        return try outcome.failure
    }
}
