/// Reads `{"cost":[[4,1,null],[2,0,5]],"capacity":[1,1,2]}`: costs are whole numbers, null forbids the pair; without
/// `capacity` each column takes one row. A file of ten million numbers is read in one pass over its bytes, without a
/// value in between, which general readers of JSON would make for each.
struct AssignmentProblemReader {
    /// A cost has at most 16 digits (2⁵³); two more are read so that the limit, not the length, is what is said.
    private static let longestNumber = 18

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var costs: [Int64] = []
    private var rowCount: Int?
    private var columnCount: Int?
    private var capacities: [Int]?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func read() throws(AssignmentProblemFlaw) -> AssignmentProblem {
        try readObject()
        skipSpace()
        guard position == bytes.count else { throw .syntax(expected: "the end", offset: position) }
        guard let rowCount else { throw .missingKey("cost") }
        // Without rows nothing says how many columns there are but the capacities.
        let columns = columnCount ?? capacities?.count ?? 0
        let capacities = capacities ?? Array(repeating: 1, count: columns)
        guard capacities.count == columns else {
            throw .capacityCount(capacities.count, expected: columns)
        }
        return try AssignmentProblem(rowCount: rowCount, costs: costs, capacities: capacities)
    }

    // MARK: The document

    private mutating func readObject() throws(AssignmentProblemFlaw) {
        try expect("{")
        guard !take("}") else { return }
        repeat {
            let key = try readKey()
            try expect(":")
            switch key {
            case "cost":
                guard rowCount == nil else { throw .repeatedKey(key) }
                try readRows()
            case "capacity":
                guard capacities == nil else { throw .repeatedKey(key) }
                try readCapacities()
            default:
                throw .unknownKey(key)
            }
        } while take(",")
        try expect("}")
    }

    private mutating func readKey() throws(AssignmentProblemFlaw) -> String {
        try expect("\"")
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            // No key that is known has an escape, and no error needs a long one.
            guard bytes[position] != UInt8(ascii: "\\"), position - start < 64 else {
                throw .syntax(expected: "\"cost\" or \"capacity\"", offset: start)
            }
            position += 1
        }
        let key = String(decoding: bytes[start..<position], as: UTF8.self)
        try expect("\"")
        return key
    }

    private mutating func readRows() throws(AssignmentProblemFlaw) {
        costs.reserveCapacity(bytes.count / 4)
        var row = 0
        try expect("[")
        if !take("]") {
            repeat {
                try readRow(row)
                row += 1
            } while take(",")
            try expect("]")
        }
        rowCount = row
    }

    private mutating func readRow(_ row: Int) throws(AssignmentProblemFlaw) {
        let before = costs.count
        try expect("[")
        if !take("]") {
            repeat {
                skipSpace()
                if position < bytes.count, bytes[position] == UInt8(ascii: "n") {
                    try readNull(row, costs.count - before)
                    costs.append(AssignmentProblem.forbidden)
                } else {
                    costs.append(try readNumber("cost", row, costs.count - before))
                }
            } while take(",")
            try expect("]")
        }
        let count = costs.count - before
        if let columnCount, count != columnCount {
            throw .ragged(row: row, count: count, expected: columnCount)
        }
        columnCount = count
    }

    private mutating func readCapacities() throws(AssignmentProblemFlaw) {
        var list: [Int] = []
        try expect("[")
        if !take("]") {
            repeat {
                skipSpace()
                list.append(Int(try readNumber("capacity", nil, list.count)))
            } while take(",")
            try expect("]")
        }
        capacities = list
    }

    // MARK: Values

    private mutating func readNull(_ row: Int, _ column: Int) throws(AssignmentProblemFlaw) {
        let word: StaticString = "null"
        guard position + word.utf8CodeUnitCount <= bytes.count else {
            throw .notWhole(place: "cost[\(row)][\(column)]", offset: position)
        }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
            throw .notWhole(place: "cost[\(row)][\(column)]", offset: position)
        }
        position += word.utf8CodeUnitCount
    }

    /// A place is spelt out only where something is wrong with it.
    private mutating func readNumber(
        _ key: String, _ row: Int?, _ column: Int
    ) throws(AssignmentProblemFlaw) -> Int64 {
        func place() -> String { row.map { "\(key)[\($0)][\(column)]" } ?? "\(key)[\(column)]" }
        let start = position
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let first = position
        var value: Int64 = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            guard position - first < Self.longestNumber else { throw .longNumber(place: place(), offset: start) }
            value = value &* 10 &+ Int64(digit)
            position += 1
        }
        let digits = position - first
        guard digits > 0, digits == 1 || bytes[first] != UInt8(ascii: "0") else {
            throw .notWhole(place: place(), offset: start)
        }
        if position < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position]) {
            throw .notWhole(place: place(), offset: start)
        }
        return isNegative ? -value : value
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Passes the character if it comes next.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(AssignmentProblemFlaw) {
        guard take(character) else { throw .syntax(expected: String(Character(character)), offset: position) }
    }
}

extension AssignmentProblem {
    /// Reads `{"cost":[[…]…],"capacity":[…]}`.
    public init(json: [UInt8]) throws(AssignmentProblemFlaw) {
        let result = json.withUnsafeBufferPointer { bytes -> Result<AssignmentProblem, AssignmentProblemFlaw> in
            var reader = AssignmentProblemReader(bytes)
            do throws(AssignmentProblemFlaw) {
                return .success(try reader.read())
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}
