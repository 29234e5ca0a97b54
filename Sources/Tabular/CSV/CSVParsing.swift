/// Comma-separated values as RFC 4180 has them and spreadsheet programs write them: any of ``Delimiter``, lines ended
/// by CR LF, LF or CR, cells in quotes with delimiters, line breaks and doubled quotes inside. A quote inside an
/// unquoted cell is itself. A first line `sep=;` names the delimiter.
struct CSVParsing {
    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private let limits: TabularLimits
    private var index = 0
    private var line = 1
    private var rows: [TabularRow] = []
    private var cellCount = 0

    static func read(_ file: [UInt8], limits: TabularLimits) throws(TabularProblem) -> TabularSheet {
        let decoded = try DecodedText(file)
        let announced = announcedDelimiter(decoded.bytes)
        let delimiter = announced?.delimiter ?? Delimiter.detect(in: decoded.bytes)
        var parsing = CSVParsing(decoded.bytes, delimiter.bytes, limits)
        if let announced {
            parsing.index = announced.length
            parsing.line = 2
        }
        try parsing.parse()
        if parsing.rows.isEmpty { throw .empty }
        return TabularSheet(
            format: .csv(encoding: decoded.encoding, delimiter: delimiter.character), rows: parsing.rows)
    }

    private init(_ bytes: [UInt8], _ delimiter: [UInt8], _ limits: TabularLimits) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
    }

    private static func announcedDelimiter(_ bytes: [UInt8]) -> (delimiter: Delimiter, length: Int)? {
        for delimiter in Delimiter.allCases {
            let mark = Array("sep=".utf8) + delimiter.bytes
            guard bytes.starts(with: mark) else { continue }
            for end in [[0x0D, 0x0A], [0x0A], [0x0D]] as [[UInt8]] where bytes.dropFirst(mark.count).starts(with: end) {
                return (delimiter, mark.count + end.count)
            }
        }
        return nil
    }

    private mutating func parse() throws(TabularProblem) {
        var width = 0
        while index < bytes.count {
            let begin = line
            var cells: [TabularCell] = []
            cells.reserveCapacity(width)
            var hasContent = false
            repeat {
                let text = try readCell()
                if !text.isEmpty { hasContent = true }
                cells.append(LongNumber.written(text))
                if cells.count > limits.columns {
                    throw .tooLarge(.columns, limit: limits.columns, line: begin)
                }
            } while takeDelimiter()
            takeLineBreak()
            guard hasContent else { continue }
            width = cells.count
            cellCount += cells.count
            if rows.count == limits.rows { throw .tooLarge(.rows, limit: limits.rows, line: begin) }
            if cellCount > limits.cells { throw .tooLarge(.cells, limit: limits.cells, line: begin) }
            rows.append(TabularRow(line: begin, record: rows.count + 1, cells: cells))
        }
    }

    private mutating func readCell() throws(TabularProblem) -> String {
        if index < bytes.count, bytes[index] == 0x22 { return try readQuoted() }
        let start = index
        while index < bytes.count, !isAtEndOfCell { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func readQuoted() throws(TabularProblem) -> String {
        let begin = line
        index += 1
        var start = index
        var text = ""
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                guard index < bytes.count, bytes[index] == 0x22 else {
                    guard index == bytes.count || isAtEndOfCell else { throw .textAfterQuote(line: line) }
                    return text
                }
                // The second of two quotes stands for itself.
                start = index
            } else if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                line += 1
            }
            index += 1
        }
        throw .openQuote(line: begin)
    }

    private var isAtEndOfCell: Bool {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D { return true }
        return byte == delimiter[0] && (delimiter.count == 1 || bytes[index...].starts(with: delimiter))
    }

    private mutating func takeDelimiter() -> Bool {
        guard index < bytes.count, bytes[index] == delimiter[0],
            delimiter.count == 1 || bytes[index...].starts(with: delimiter)
        else { return false }
        index += delimiter.count
        return true
    }

    private mutating func takeLineBreak() {
        guard index < bytes.count else { return }
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        line += 1
    }
}
