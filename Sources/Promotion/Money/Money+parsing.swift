extension Money {
    /// Reads an amount as people write it: `1.5亿`, `1亿5000万元`, `￥1,500,000.00`, `RMB 52.3 bn`, `1234567`.
    ///
    /// Full-width characters count as their half-width forms. A plain number is yuan. Several Chinese units may follow
    /// each other in descending order; then only the last number may have decimals, each number stays below the unit
    /// before it, and the last one has a unit or 元 (`1亿5000` is refused: some mean 1.5亿 by it).
    public init(parsing text: String) throws(MoneyProblem) {
        if let yuan = Self.plainDigits(text) {
            self.init(yuan: yuan)
            return
        }
        var reader = MoneyReader(text)
        self = Money(yuan: try reader.read())
    }

    /// What most cells of a file hold, read without the rest of the grammar. 18 digits fit whatever they are.
    private static func plainDigits(_ text: String) -> Int64? {
        let digits = text.utf8
        guard (1...18).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
}

/// Reads one amount from left to right.
private struct MoneyReader {
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ text: String) {
        let folded = text.unicodeScalars.map(HalfWidth.scalar)
        rest = ArraySlice(folded)
        skipSpace()
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    }

    mutating func read() throws(MoneyProblem) -> Int64 {
        if rest.isEmpty { throw .form(.empty) }
        if let mark = ForeignCurrency.mark(in: string(rest)) { throw .currency(mark) }
        takeOwnCurrency()
        if rest.first == "-" || rest.first == "\u{2212}" { throw .sign }
        if rest.isEmpty { throw .form(.noNumber) }
        let amount = try readComponents()
        guard let yuan = Int64(exactly: amount) else { throw .overflow }
        return yuan
    }

    private mutating func readComponents() throws(MoneyProblem) -> UInt128 {
        var total: UInt128 = 0
        var above: Int?
        while true {
            let number = try readNumber()
            skipSpace()
            let unit = takeUnit()
            skipSpace()
            let isNamed = takeYuan()
            skipSpace()
            let exponent = unit?.exponent ?? 0
            if let above {
                guard isNamed || unit?.isEnglish == false else { throw .form(.unreadable(number.text)) }
                guard exponent < above else { throw .form(.unitsMustDescend) }
                guard number.digitsBeforePoint <= above - exponent else { throw .form(.unreadable(number.text)) }
            }
            if rest.isEmpty { return try total.adding(number.scaled(to: exponent)) }
            guard let unit, !unit.isEnglish, number.fraction.isEmpty else { throw unreadable() }
            total = try total.adding(number.scaled(to: exponent))
            above = exponent
        }
    }

    private mutating func readNumber() throws(MoneyProblem) -> WrittenNumber {
        guard let first = rest.first else { throw .form(.noNumber) }
        guard first.isDigit else {
            if takeUnit() != nil || takeYuan() { throw .form(.noNumber) }
            throw unreadable()
        }
        let whole = try readWhole()
        var fraction = ""
        if rest.first == "." {
            let pointOn = string(rest)
            rest.removeFirst()
            fraction = takeDigits()
            if fraction.isEmpty { throw .form(.unreadable(pointOn)) }
        }
        if rest.first == "," { throw .form(.thousandsSeparator) }
        return WrittenNumber(whole: whole, fraction: fraction)
    }

    /// The digits before the point, without separators, which stand only before groups of three.
    private mutating func readWhole() throws(MoneyProblem) -> String {
        var whole = takeDigits()
        guard rest.first == "," else { return whole }
        guard whole.count <= 3 else { throw .form(.thousandsSeparator) }
        while rest.first == "," {
            rest.removeFirst()
            let group = takeDigits()
            guard group.count == 3 else { throw .form(.thousandsSeparator) }
            whole += group
        }
        return whole
    }

    private func unreadable() -> MoneyProblem {
        guard let first = rest.first else { return .form(.noNumber) }
        if first == "e" || first == "E" { return .form(.exponent) }
        if "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰".unicodeScalars.contains(first) {
            return .form(.chineseNumerals)
        }
        return .form(.unreadable(string(rest)))
    }

    private mutating func takeOwnCurrency() {
        for mark in ["¥", "人民币", "rmb", "cny"] where take(mark) { break }
        skipSpace()
    }

    private mutating func takeUnit() -> MoneyUnit? {
        for unit in MoneyUnit.longestFirst where take(unit.word) { return unit }
        return nil
    }

    private mutating func takeYuan() -> Bool {
        take("元") || take("yuan")
    }

    /// Takes `word` off the front, whatever the case of its letters; a Latin word must end where the text's word ends.
    private mutating func take(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard rest.count >= scalars.count, zip(rest, scalars).allSatisfy({ $0.lowercasedASCII == $1 }) else {
            return false
        }
        let after = rest.dropFirst(scalars.count)
        if let last = scalars.last, last.isASCIILetter, let next = after.first, next.isASCIILetter { return false }
        rest = after
        return true
    }

    private mutating func takeDigits() -> String {
        let digits = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        return string(digits)
    }

    private mutating func skipSpace() {
        rest = rest.drop(while: \.properties.isWhitespace)
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// A number as written: digits before and after the decimal point.
private struct WrittenNumber {
    let whole: String
    let fraction: String

    var text: String { fraction.isEmpty ? whole : "\(whole).\(fraction)" }

    var digitsBeforePoint: Int { max(1, whole.drop { $0 == "0" }.count) }

    /// The number times 10^`exponent`, which must be whole.
    func scaled(to exponent: Int) throws(MoneyProblem) -> UInt128 {
        var decimals = Substring(fraction)
        while decimals.last == "0" { decimals.removeLast() }
        guard decimals.count <= exponent else { throw .fractionOfYuan }
        let digits = whole + decimals + String(repeating: "0", count: exponent - decimals.count)
        let significant = digits.drop { $0 == "0" }
        // 38 digits always fit in 128 bits, and 20 are already too many yuan.
        guard significant.count <= 38 else { throw .overflow }
        return significant.isEmpty ? 0 : UInt128(significant) ?? 0
    }
}

private struct MoneyUnit {
    let word: String
    let exponent: Int
    var isEnglish: Bool { word.utf8.allSatisfy { $0 < 128 } }

    static let longestFirst = [
        MoneyUnit(word: "万亿", exponent: 12), MoneyUnit(word: "千万", exponent: 7), MoneyUnit(word: "百万", exponent: 6),
        MoneyUnit(word: "亿", exponent: 8), MoneyUnit(word: "万", exponent: 4), MoneyUnit(word: "千", exponent: 3),
        MoneyUnit(word: "thousand", exponent: 3), MoneyUnit(word: "million", exponent: 6),
        MoneyUnit(word: "billion", exponent: 9), MoneyUnit(word: "trillion", exponent: 12),
        MoneyUnit(word: "mn", exponent: 6), MoneyUnit(word: "m", exponent: 6), MoneyUnit(word: "bn", exponent: 9),
        MoneyUnit(word: "tn", exponent: 12),
    ]
}

extension UInt128 {
    fileprivate func adding(_ other: UInt128) throws(MoneyProblem) -> UInt128 {
        let (sum, overflow) = addingReportingOverflow(other)
        if overflow { throw .overflow }
        return sum
    }
}
