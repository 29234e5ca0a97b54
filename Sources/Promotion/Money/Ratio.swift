/// An exact ratio of two whole numbers. It has no value when the denominator is zero, which is not the same as zero.
public struct Ratio: Hashable, Sendable, Codable {
    public let numerator: Int64
    public let denominator: Int64

    public init(numerator: Int64, denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    public init(_ part: Money, of whole: Money) {
        self.init(numerator: part.yuan, denominator: whole.yuan)
    }

    /// The nearest binary number, for charts and JSON; never for what is printed.
    public var decimalValue: Double? {
        denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }

    /// In per cent with `decimals` (0…9) decimals and the sign `%`: 1/3 → `33.3%`. Half up; negative ratios as their
    /// absolute value. Nothing when the denominator is zero.
    public func percentText(decimals: Int) -> String? {
        number(shift: 2, decimals: decimals).map { $0 + "%" }
    }

    /// The same without the sign `%`, for percentage points.
    public func percentNumber(decimals: Int) -> String? {
        number(shift: 2, decimals: decimals)
    }

    /// As a plain decimal: 7/2 → `3.5`.
    public func decimalText(decimals: Int) -> String? {
        number(shift: 0, decimals: decimals)
    }

    private func number(shift: Int, decimals: Int) -> String? {
        precondition((0...9).contains(decimals), "no indicator has more than nine decimals")
        guard denominator != 0 else { return nil }
        // Fits: 2^63 × 10^11 is below 2^100.
        let scaled = UInt128(numerator.magnitude) * UInt128(DecimalDigits.power(shift + decimals))
        let divisor = UInt128(denominator.magnitude)
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: divisor)
        let rounded = 2 * remainder >= divisor ? quotient + 1 : quotient
        let negative = (numerator < 0) != (denominator < 0) && rounded > 0
        return (negative ? "-" : "") + DecimalDigits.text(rounded, decimals: decimals)
    }
}
