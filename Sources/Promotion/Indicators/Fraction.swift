/// An exact fraction of whole numbers, in lowest terms with a denominator above zero. Formulas of indicators reckon in
/// these, so that a published rate comes out digit for digit.
public struct Fraction: Hashable, Sendable, Comparable {
    public let numerator: Int128
    public let denominator: Int128

    public static let zero = Fraction(0)
    public static let one = Fraction(1)

    public init(_ value: Int64) {
        numerator = Int128(value)
        denominator = 1
    }

    /// Nil when the denominator is zero, which is not the same as zero.
    public init?(_ numerator: Int64, over denominator: Int64) {
        self.init(whole: Int128(numerator), over: Int128(denominator))
    }

    public init?(_ ratio: Ratio) {
        self.init(ratio.numerator, over: ratio.denominator)
    }

    private init?(whole numerator: Int128, over denominator: Int128) {
        // The magnitude of the smallest number has no positive counterpart.
        guard denominator != 0, numerator != Int128.min, denominator != Int128.min else { return nil }
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    /// A decimal as people type it: `544`, `56.3359`, `-3`, `1,077`, full-width digits too. At most fifteen digits
    /// before the point and nine behind it. Nil for everything else, exponents included.
    public init?(parsing text: String) {
        var digits = HalfWidth.text(text.trimmingSpace)[...]
        let negative = digits.first == "-" || digits.first == "−"
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(Self.withoutSeparators), parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard (1...15).contains(whole.count), decimals.count <= 9,
            (whole + decimals).allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int128(whole + decimals)
        else { return nil }
        self.init(whole: negative ? -value : value, over: Int128(DecimalDigits.power(decimals.count)))
    }

    /// `1,005,136` without its commas; nil when they do not stand in threes.
    private static func withoutSeparators(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return String(text) }
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined()
    }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        let (one, over) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (other, past) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        // Numbers beyond 2^126 are no amounts of this world; comparing them roughly keeps the order total.
        guard !over, !past else { return left.decimalValue < right.decimalValue }
        return one < other
    }

    /// The nearest binary number, for JSON and charts; never for what is printed.
    public var decimalValue: Double { Double(numerator) / Double(denominator) }

    private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return max(larger, 1)
    }
}

extension Fraction {
    /// Nil when the result does not fit into 128 bits.
    public static func sum(_ left: Fraction, _ right: Fraction) -> Fraction? {
        let (one, over) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (other, past) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        let (total, beyond) = one.addingReportingOverflow(other)
        let (below, under) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        return over || past || beyond || under ? nil : Fraction(whole: total, over: below)
    }

    public static func product(_ left: Fraction, _ right: Fraction) -> Fraction? {
        let (above, over) = left.numerator.multipliedReportingOverflow(by: right.numerator)
        let (below, under) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        return over || under ? nil : Fraction(whole: above, over: below)
    }

    public var negated: Fraction { Fraction(whole: -numerator, over: denominator) ?? self }

    /// Nil for zero.
    public var inverse: Fraction? { Fraction(whole: denominator, over: numerator) }
}

extension Fraction {
    /// With `decimals` (0…9) decimals, half up, negative numbers as their absolute value: 225/2 → `113`. Nil when the
    /// digits do not fit into 128 bits.
    public func decimalText(decimals: Int, shift: Int = 0) -> String? {
        precondition((0...9).contains(decimals), "no indicator has more than nine decimals")
        let scale = UInt128(DecimalDigits.power(shift + decimals))
        let (scaled, over) = numerator.magnitude.multipliedReportingOverflow(by: scale)
        guard !over else { return nil }
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
        let rounded = remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
        return (numerator < 0 && rounded > 0 ? "-" : "") + DecimalDigits.text(rounded, decimals: decimals)
    }

    /// In per cent without the sign `%`.
    public func percentNumber(decimals: Int) -> String? { decimalText(decimals: decimals, shift: 2) }
}
