/// What stands between the cells of a line.
enum Delimiter: CaseIterable {
    case comma, tab, semicolon, bar, wideComma, wideSemicolon

    var character: Character {
        switch self {
        case .comma: ","
        case .tab: "\t"
        case .semicolon: ";"
        case .bar: "|"
        case .wideComma: "，"
        case .wideSemicolon: "；"
        }
    }

    var bytes: [UInt8] { Array(String(character).utf8) }

    /// The one by which most of the first lines fall into the same number of cells, then into most cells, then the
    /// first of the list; a comma when no line falls into two. Line breaks and delimiters inside quotes do not count.
    static func detect(in bytes: [UInt8]) -> Delimiter {
        var best = (delimiter: Delimiter.comma, lines: 0, cells: 1)
        for delimiter in allCases {
            var frequency: [Int: Int] = [:]
            for count in counts(of: delimiter.bytes, in: bytes) where count > 1 { frequency[count, default: 0] += 1 }
            guard let (cells, lines) = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            if (lines, cells) > (best.lines, best.cells) { best = (delimiter, lines, cells) }
        }
        return best.delimiter
    }

    private static let sampledLines = 50

    /// Cells of each of the first lines that are not blank.
    private static func counts(of delimiter: [UInt8], in bytes: [UInt8]) -> [Int] {
        var counts: [Int] = []
        var cells = 1
        var isQuoted = false
        var isBlank = true
        var index = 0
        while index < bytes.count, counts.count < sampledLines {
            let byte = bytes[index]
            if byte == 0x22 {
                isQuoted.toggle()
                isBlank = false
            } else if !isQuoted {
                if byte == 0x0A || byte == 0x0D {
                    if !isBlank { counts.append(cells) }
                    cells = 1
                    isBlank = true
                } else if byte == delimiter[0], bytes[index...].starts(with: delimiter) {
                    cells += 1
                    isBlank = false
                    index += delimiter.count - 1
                } else {
                    isBlank = false
                }
            }
            index += 1
        }
        if !isBlank, counts.count < sampledLines { counts.append(cells) }
        return counts
    }
}
