import Foundation
import Testing

/// A receiver of messages on loopback, `Tests/Fakes/receiver.py`: it checks signatures, limits and form as the real service
/// does, and misbehaves by its script.
final class Receiver {
    struct Request: Decodable, Equatable {
        var verdict: String
        var text: String
        var key: String
    }

    static let python = Program.oraclePython ?? Program.find("python3")
    static let isThere = Program.isEachRequired || python != nil

    let port: Int
    private let log: String

    init(
        _ kind: String, in root: TemporaryRoot, token: String = "token-1234", secrets: [String] = [],
        script: String = "", tls: (mode: String, certificate: String)? = nil
    ) throws {
        let python = try #require(Self.python, "python3 is missing")
        log = root.path + "/" + UUID().uuidString + ".jsonl"
        let program = Program.sources.appending(path: "Tests/Fakes/receiver.py").path
        let words =
            [program, kind, log, "--token", token, "--script", script] + secrets.flatMap { ["--secret", $0] }
            + (tls.map { ["--tls", $0.mode, "--certificate", $0.certificate] } ?? [])
        let process = try root.launch(python, words)
        let deadline = Date(timeIntervalSinceNow: 30)
        while !process.errors.contains("\n") {
            try #require(process.isRunning && Date() < deadline, "the receiver does not start: \(process.errors)")
            usleep(5_000)
        }
        port = try #require(Int(process.errors.prefix { $0 != "\n" }))
    }

    /// A file with a key and its certificate, which nobody else vouches for.
    static func certificate(of host: String, in root: TemporaryRoot) throws -> String {
        let openssl = try #require(Program.find("openssl"), "openssl is missing")
        let (key, certificate) = (root.path + "/key.pem", root.path + "/certificate.pem")
        let outcome = try root.run(
            openssl,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                "-out", certificate, "-days", "2", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)",
            ])
        try #require(outcome.code == 0, "\(outcome)")
        let both = [certificate, key].compactMap { FileManager.default.contents(atPath: $0) }
        return try root.write(String(decoding: Data(both.joined()), as: UTF8.self), to: "both.pem")
    }

    /// Returns once so many requests have come.
    func arrivals(_ count: Int, seconds: Double = 20) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while try requests.count < count {
            try #require(Date() < deadline, "\(count) requests have not come")
            usleep(10_000)
        }
    }

    var requests: [Request] {
        get throws {
            let text = String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
            return try text.split(separator: "\n").map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) }
        }
    }

    var verdicts: [String] { get throws { try requests.map(\.verdict) } }
}

extension Daemon {
    /// A daemon under a virtual clock with the profile `banan`, which may reach loopback and retries at once.
    static func notifying(
        at clock: String, in root: TemporaryRoot, allow: String = "[127.0.0.0/8]", programs: String = "[]",
        retrySeconds: Int = 1
    ) throws -> Daemon {
        let file = try root.write(
            """
            notify:
              allow: \(allow)
              programs: \(programs)
              timeout_seconds: 2
              retry_first_seconds: \(retrySeconds)
              retry_longest_seconds: \(retrySeconds)
              attempts: 3
              throttle_seconds: 1
              spread_seconds: 0
            """, to: "zhaoshang.yaml")
        let daemon = try root.start(at: clock, arguments: ["--config", file])
        _ = try daemon.document("profile", "apply", "banan")
        return daemon
    }

    /// Puts a sheet into the daemon's directory of secrets.
    func keep(secret text: String, as name: String, mode: Int = 0o600) throws {
        let folder = state + "/secrets"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/" + name)
    }

    /// Waits until no delivery is on its way, and returns all.
    func settledDeliveries(seconds: Double = 30) throws -> [JSON] {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let all = try document("notify", "log", "limit:1000")["deliveries"].items
            if !all.isEmpty, all.allSatisfy({ $0["state"].string != "pending" }) { return all }
            try #require(Date() < deadline, "deliveries do not settle: \(all)")
            usleep(50_000)
        }
    }
}
