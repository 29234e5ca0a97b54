import FoundationEssentials
import Labels
import Yams

/// Process settings: where things lie and how much is let in. What decides anything in the bureau's work is a setting in
/// the store instead.
struct ZsdConfiguration: Hashable {
    struct Paths: Hashable {
        var socket: String?
        var state: String?
        var share: String?
    }

    struct Limits: Hashable {
        var bodyBytes = 1_048_576
        var importBodyBytes = 67_108_864
        var headerBytes = 16_384
        var jsonDepth = 64
        var idleSeconds = 30
        var requestSeconds = 35
        var connections = 512
        var connectionsPerUID = 128
    }

    struct Notify: Hashable {
        /// null: STATE/secrets.
        var secrets: String?
        /// Authorities that are trusted besides those of the system.
        var certificates: String?
        var allow: [String] = []
        var programs: [String] = []
        var timeoutSeconds = 10
        var retryFirstSeconds = 10
        var retryLongestSeconds = 3_600
        var attempts = 12
        /// 0: as long as the service is known to refuse.
        var throttleSeconds = 0
        var spreadSeconds = 180
    }

    var paths = Paths()
    var notify = Notify()
    var logLevel = "info"
    var limits = Limits()
    var commitBatch = 512
    var migrationBackups: String?

    /// Reads the text of `zhaoshang.yaml`. An unknown key, a wrong type and a value out of range are errors that name
    /// the line.
    init(yaml: String, file: String) throws {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw Self.problem(file, nil, zh: "不是有效的 YAML：\(error)", en: "not valid YAML: \(error)")
        }
        guard let node else { return }
        guard let mapping = node.mapping else {
            throw Self.problem(file, node.mark?.line, zh: "应为键值表", en: "a table of keys is expected")
        }
        for (key, value) in mapping {
            let section = SettingsSection(file: file, name: key.string ?? "?", line: key.mark?.line, node: value)
            switch key.string {
            case "paths":
                try section.read(
                    into: &self,
                    [
                        "socket": .text(\.paths.socket), "state": .text(\.paths.state),
                        "share": .text(\.paths.share),
                    ])
            case "log":
                try section.read(
                    into: &self,
                    [
                        "level": .choice(
                            ["trace", "debug", "info", "notice", "warning", "error", "critical"], \.logLevel)
                    ])
            case "limits":
                try section.read(
                    into: &self,
                    [
                        "body_bytes": .whole(1024...1_073_741_824, \.limits.bodyBytes),
                        "import_body_bytes": .whole(1024...4_294_967_296, \.limits.importBodyBytes),
                        "header_bytes": .whole(1024...81_920, \.limits.headerBytes),
                        "json_depth": .whole(2...512, \.limits.jsonDepth),
                        "idle_seconds": .whole(1...3600, \.limits.idleSeconds),
                        "request_seconds": .whole(1...3600, \.limits.requestSeconds),
                        "connections": .whole(1...65_535, \.limits.connections),
                        "connections_per_uid": .whole(1...65_535, \.limits.connectionsPerUID),
                    ])
            case "notify":
                try section.read(
                    into: &self,
                    [
                        "secrets": .text(\.notify.secrets), "certificates": .text(\.notify.certificates),
                        "allow": .texts(\.notify.allow),
                        "programs": .texts(\.notify.programs),
                        "timeout_seconds": .whole(1...300, \.notify.timeoutSeconds),
                        "retry_first_seconds": .whole(1...3_600, \.notify.retryFirstSeconds),
                        "retry_longest_seconds": .whole(1...86_400, \.notify.retryLongestSeconds),
                        "attempts": .whole(1...100, \.notify.attempts),
                        "throttle_seconds": .whole(0...86_400, \.notify.throttleSeconds),
                        "spread_seconds": .whole(0...900, \.notify.spreadSeconds),
                    ])
            case "store":
                try section.read(
                    into: &self,
                    [
                        "commit_batch": .whole(1...4096, \.commitBatch),
                        "migration_backups": .text(\.migrationBackups),
                    ])
            default:
                throw Self.problem(
                    file, key.mark?.line, zh: "未知的键：\(key.string ?? "?")", en: "unknown key: \(key.string ?? "?")")
            }
        }
    }

    init() {}

    /// Exit 78: the file says something that cannot be meant.
    static func problem(_ file: String, _ line: Int?, zh: String, en: String) -> ZhaoshangError {
        let place = line.map { "\(file):\($0)" } ?? file
        return ZhaoshangError(
            .configuration, zh: "\(place)：\(zh)", en: "\(place): \(en)",
            hint: Phrase(
                zh: "检查：zsd --check-config --config \(file)", en: "check it with: zsd --check-config --config \(file)"),
            details: line.map { ["file": .text(file), "line": .number(Int64($0))] } ?? ["file": .text(file)])
    }
}

/// One table of the file.
private struct SettingsSection {
    enum Field {
        case text(WritableKeyPath<ZsdConfiguration, String?>)
        case choice([String], WritableKeyPath<ZsdConfiguration, String>)
        case whole(ClosedRange<Int>, WritableKeyPath<ZsdConfiguration, Int>)
        case texts(WritableKeyPath<ZsdConfiguration, [String]>)
    }

    let file: String
    let name: String
    let line: Int?
    let node: Node

    func read(into configuration: inout ZsdConfiguration, _ fields: [String: Field]) throws {
        if node.null != nil { return }
        guard let mapping = node.mapping else {
            throw ZsdConfiguration.problem(
                file, node.mark?.line ?? line, zh: "\(name) 应为键值表", en: "\(name) is a table of keys")
        }
        for (key, value) in mapping {
            guard let word = key.string, let field = fields[word] else {
                throw ZsdConfiguration.problem(
                    file, key.mark?.line, zh: "未知的键：\(name).\(key.string ?? "?")",
                    en: "unknown key: \(name).\(key.string ?? "?")")
            }
            // `null` means the default.
            if value.null != nil { continue }
            try take(field, word, value, into: &configuration)
        }
    }

    private func take(
        _ field: Field, _ key: String, _ value: Node, into configuration: inout ZsdConfiguration
    ) throws {
        switch field {
        case .text(let path):
            guard let text = value.string else { throw wrong(key, value, zh: "应为文本", en: "a text is expected") }
            configuration[keyPath: path] = text
        case .texts(let path):
            let texts = value.sequence.map { $0.compactMap(\.string) }
            guard let texts, texts.count == value.sequence?.count else {
                throw wrong(key, value, zh: "应为文本列表", en: "a list of texts is expected")
            }
            configuration[keyPath: path] = texts
        case .choice(let known, let path):
            guard let text = value.string, known.contains(text) else {
                let list = known.joined(separator: " ")
                throw wrong(key, value, zh: "应为其一：\(list)", en: "one of: \(list)")
            }
            configuration[keyPath: path] = text
        case .whole(let range, let path):
            guard let number = value.int, range.contains(number) else {
                throw wrong(
                    key, value, zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
            }
            configuration[keyPath: path] = number
        }
    }

    private func wrong(_ key: String, _ value: Node, zh: String, en: String) -> ZhaoshangError {
        ZsdConfiguration.problem(file, value.mark?.line, zh: "\(name).\(key)：\(zh)", en: "\(name).\(key): \(en)")
    }
}
