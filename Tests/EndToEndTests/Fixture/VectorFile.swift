import Foundation

/// Expected values of `Tests/Vectors`; its README names their sources.
enum VectorFile {
    /// The rows of a file, by column name.
    static func rows(_ name: String) throws -> [[String: String]] {
        let file = Program.sources.appending(path: "Tests/Vectors/\(name).csv")
        var lines = table(try String(contentsOf: file, encoding: .utf8))
        let header = lines.removeFirst()
        return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// The fields of a CSV text (RFC 4180) without quotes inside quotes.
    private static func table(_ text: String) -> [[String]] {
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
