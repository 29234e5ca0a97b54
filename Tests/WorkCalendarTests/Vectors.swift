import FoundationEssentials

/// Files of expected values that the tests read, found from this file's own place.
enum Vectors {
    /// The folder that holds `Tests` and `Config`.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rows of a file of `Tests/Vectors`, by column name.
    static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: root.appending(path: "Tests/Vectors/\(name).csv"), encoding: .utf8)
        var lines = table(text)
        let header = lines.removeFirst()
        return lines.map { line in
            Dictionary(uniqueKeysWithValues: zip(header, line))
        }
    }

    /// The fields of a CSV text (RFC 4180).
    static func table(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row = [""]
        var quoted = false
        for character in text {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: row.append("")
            case "\n" where !quoted:
                rows.append(row)
                row = [""]
            default: row[row.count - 1].append(character)
            }
        }
        return row == [""] ? rows : rows + [row]
    }
}
