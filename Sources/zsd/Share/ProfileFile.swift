import Bureau
import Labels
import Yams

/// A profile as a file. Unknown keys are refused with their line: a misspelt one would silently do nothing.
enum ProfileFile {
    private static let keys: [String: Set<String>] = [
        "": ["name", "title", "description", "units", "officers", "rules", "settings"],
        "units": ["code", "kind", "name", "parent", "division", "circle", "chains", "rank_group"],
        "officers": ["code", "name", "name_en", "unit", "roles", "capacity"],
        "rules": [
            "code", "name", "level", "product", "scope", "fan_out", "gathers", "due", "draft", "comments", "freeze",
            "wait", "agenda_minutes",
        ],
    ]

    static func parse(_ text: String, file: String) throws -> Profile {
        do {
            if let node = try Yams.compose(yaml: text) { try check(node, file) }
            return try YAMLDecoder().decode(Profile.self, from: text)
        } catch let error as ZhaoshangError {
            throw error
        } catch {
            throw problem(file, nil, zh: "方案有误：\(error)", en: "the profile is wrong: \(error)")
        }
    }

    private static func check(_ node: Node, _ file: String) throws {
        guard let mapping = node.mapping else {
            throw problem(file, node.mark?.line, zh: "应为键值表", en: "a table of keys is expected")
        }
        for (key, value) in mapping {
            try check(key, in: "", file)
            guard let list = key.string, keys[list] != nil, let items = value.sequence else { continue }
            for item in items {
                for (inner, _) in item.mapping ?? [:] { try check(inner, in: list, file) }
            }
        }
    }

    private static func check(_ key: Node, in list: String, _ file: String) throws {
        let word = key.string ?? "?"
        if keys[list]?.contains(word) ?? true { return }
        throw problem(file, key.mark?.line, zh: "未知的键：\(word)", en: "unknown key: \(word)")
    }

    private static func problem(_ file: String, _ line: Int?, zh: String, en: String) -> ZhaoshangError {
        let place = line.map { "\(file):\($0)" } ?? file
        return ZhaoshangError(
            .badProfile, zh: "\(place)：\(zh)", en: "\(place): \(en)",
            hint: Phrase(zh: "参照：zs profile show banan", en: "compare: zs profile show banan"),
            details: line.map { ["line": .number(Int64($0))] } ?? [:])
    }
}
