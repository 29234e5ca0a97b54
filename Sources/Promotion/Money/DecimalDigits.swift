/// Exact decimal display on integers: no binary floating point comes near an amount or a percentage.
enum DecimalDigits {
    /// 10^`exponent`, for exponents 0…19.
    static func power(_ exponent: Int) -> UInt64 {
        precondition((0...19).contains(exponent), "10^20 does not fit in 64 bits")
        return (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    static func roundedHalfUp(_ value: UInt64, dividedBy divisor: UInt64) -> UInt64 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        // Written so, because twice the remainder could overflow.
        return remainder >= divisor - remainder ? quotient + 1 : quotient
    }

    /// `value` / 10^`decimals` with exactly that many decimals.
    static func text(_ value: UInt128, decimals: Int) -> String {
        let digits = String(value)
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// Hundredths as a number without trailing zeros: 150 → `1.5`.
    static func trimmed(_ hundredths: UInt64) -> String {
        var digits = text(UInt128(hundredths), decimals: 2)
        while digits.last == "0" { digits.removeLast() }
        if digits.last == "." { digits.removeLast() }
        return digits
    }

    /// With a comma before each group of three: `999,999`.
    static func grouped(_ value: UInt64) -> String {
        var grouped = ""
        let digits = String(value)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }
}
