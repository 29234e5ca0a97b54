public import Labels
public import ReportModel

/// Numbers of a report that come without a text of their own: comparisons, targets, chart values.
///
/// Half up on the decimal digits of the value; negative numbers as their absolute value.
public enum FigureNumber {
    /// `1.5亿元`, `RMB 150 million`, `78.4%`, `12`, `3.5`; nothing for a value that does not exist.
    public static func text(_ value: Double?, unit: Figure.Unit, in language: Language) -> String? {
        guard let value, value.isFinite, value.magnitude < 9e15 else { return nil }
        let sign = value < 0 ? "-" : ""
        switch unit {
        case .count, .score: return signed(sign, decimal(value.magnitude, decimals: 2, trimming: true))
        case .ratio: return signed(sign, decimal(value.magnitude * 100, decimals: 1)) + "%"
        case .days, .points: return signed(sign, decimal(value.magnitude, decimals: 1, trimming: true))
        case .yuan: return money(Int64(value.magnitude.rounded()), sign: sign, in: language)
        }
    }

    private static func money(_ yuan: Int64, sign: String, in language: Language) -> String {
        func scaled(_ divisor: Int64) -> (hundredths: Int64, text: String) {
            let hundredths = (yuan + divisor / 200) / (divisor / 100)
            return (hundredths, decimal(hundredths: hundredths, trimming: true))
        }
        switch language {
        case .zh:
            guard yuan >= 10_000 else { return "\(sign)\(yuan)元" }
            let wan = scaled(10_000)
            return wan.hundredths < 1_000_000 ? "\(sign)\(wan.text)万元" : "\(sign)\(scaled(100_000_000).text)亿元"
        case .en:
            guard yuan >= 1_000_000 else { return "RMB \(sign)\(grouped(yuan))" }
            let million = scaled(1_000_000)
            if million.hundredths < 100_000 { return "RMB \(sign)\(million.text) million" }
            return "RMB \(sign)\(scaled(1_000_000_000).text) billion"
        }
    }

    /// `value` is not negative and below 9 × 10^17.
    private static func decimal(_ value: Double, decimals: Int, trimming: Bool = false) -> String {
        // The added part of a billionth lifts decimals such as 0.285 × 100, which binary stores a hair too small.
        let nudged = value + value * 1e-12
        let hundredths: Int64
        if decimals == 1 {
            hundredths = Int64((nudged * 10 + 0.5).rounded(.down)) * 10
        } else {
            hundredths = Int64((nudged * 100 + 0.5).rounded(.down))
        }
        let text = decimal(hundredths: hundredths, trimming: trimming)
        return decimals == 1 && !trimming ? String(text.dropLast()) : text
    }

    private static func decimal(hundredths: Int64, trimming: Bool) -> String {
        let fraction = hundredths % 100
        var text = "\(hundredths / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
        while trimming, text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// No minus sign before a number that was rounded to zero.
    private static func signed(_ sign: String, _ text: String) -> String {
        text.contains { ("1"..."9").contains($0) } ? sign + text : text
    }

    private static func grouped(_ value: Int64) -> String {
        var grouped = ""
        let digits = String(value)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }
}
