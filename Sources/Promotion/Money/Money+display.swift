public import Labels

extension Money {
    /// The amount in its largest unit after rounding, at most two decimals, half up: `1.5亿元`, `RMB 150 million`.
    ///
    /// A negative amount (a difference) is rounded as its absolute value and shown with a minus sign: `-1.5亿元`,
    /// `RMB -150 million`.
    public func text(in language: Language) -> String {
        scaledText(in: language, sign: yuan < 0 ? "-" : "")
    }

    /// The same with a plus sign before a positive amount: the change from one period to the next.
    public func changeText(in language: Language) -> String {
        scaledText(in: language, sign: yuan < 0 ? "-" : yuan > 0 ? "+" : "")
    }

    public var phrase: Phrase { Phrase(zh: text(in: .zh), en: text(in: .en)) }

    /// In 亿 with two decimals, half up, for table columns.
    public var yi2: String { column(exponent: 8) }

    /// In 万 with two decimals, half up, for table columns.
    public var wan2: String { column(exponent: 4) }

    private func column(exponent: Int) -> String {
        let hundredths = DecimalDigits.roundedHalfUp(yuan.magnitude, dividedBy: DecimalDigits.power(exponent - 2))
        let sign = yuan < 0 && hundredths > 0 ? "-" : ""
        return sign + DecimalDigits.text(UInt128(hundredths), decimals: 2)
    }

    private func scaledText(in language: Language, sign: String) -> String {
        switch language {
        case .zh:
            guard yuan.magnitude >= 10_000 else { return "\(sign)\(yuan.magnitude)元" }
            let wan = DecimalDigits.roundedHalfUp(yuan.magnitude, dividedBy: 100)
            // 9999.995万 and more would print as 10000万.
            guard wan >= 1_000_000 else { return "\(sign)\(DecimalDigits.trimmed(wan))万元" }
            let yi = DecimalDigits.roundedHalfUp(yuan.magnitude, dividedBy: 1_000_000)
            return "\(sign)\(DecimalDigits.trimmed(yi))亿元"
        case .en:
            guard yuan.magnitude >= 1_000_000 else { return "RMB \(sign)\(DecimalDigits.grouped(yuan.magnitude))" }
            let million = DecimalDigits.roundedHalfUp(yuan.magnitude, dividedBy: 10_000)
            guard million >= 100_000 else { return "RMB \(sign)\(DecimalDigits.trimmed(million)) million" }
            let billion = DecimalDigits.roundedHalfUp(yuan.magnitude, dividedBy: 10_000_000)
            return "RMB \(sign)\(DecimalDigits.trimmed(billion)) billion"
        }
    }
}
