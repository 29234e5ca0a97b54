/// Reads fixed-form ASCII text from left to right: dates, times and period keys.
struct ByteScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    var next: UInt8? { rest.first }

    /// Takes one of the given ASCII characters, or nothing.
    mutating func take(_ characters: Unicode.Scalar...) -> Bool {
        guard let byte = rest.first, characters.contains(where: { UInt8(ascii: $0) == byte }) else { return false }
        rest.removeFirst()
        return true
    }

    /// Takes exactly `count` decimal digits, or nothing.
    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        var ahead = rest
        for _ in 0..<count {
            guard let byte = ahead.popFirst(), (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest = ahead
        return value
    }
}

/// Decimal digits with leading zeros.
func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
}
