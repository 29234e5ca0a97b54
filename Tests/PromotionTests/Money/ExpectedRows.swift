import FoundationEssentials

/// Files of expected values, found from this file's own place.
enum ExpectedRows {
    /// The folder that holds `Tests` and `Config`.
    static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The rows of a file of `Tests/Vectors`, by column name.
    static func vectors(_ name: String) throws -> [[String: String]] {
        var rows = records(try text("Tests/Vectors/\(name).csv"))
        let header = rows.removeFirst()
        return rows.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// RFC 4180 without quotes inside quotes, which the vectors do not have.
    private static func records(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            var fields = [""]
            var quoted = false
            for character in line {
                switch character {
                case "\"": quoted.toggle()
                case "," where !quoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }
}
