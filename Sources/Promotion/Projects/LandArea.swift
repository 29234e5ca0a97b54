/// Land in hundredths of a mu (亩, 1/15 hectare), so that `12.5` is exact.
public enum LandArea {
    /// Reads `120`, `12.5`, `12.5亩`, `12.5 mu`: at most two decimals.
    public static func parse(_ text: String) -> Int64? {
        var rest = HalfWidth.text(text).trimmingSpace.lowercased()
        for mark in ["亩", "mu"] where rest.hasSuffix(mark) { rest = String(rest.dropLast(mark.count)).trimmingSpace }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let first = parts.first, (1...9).contains(first.count),
            parts.allSatisfy({ part in !part.isEmpty && part.unicodeScalars.allSatisfy(\.isDigit) }),
            let whole = Int64(first)
        else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.count <= 2, let hundredths = Int64((decimals + "00").prefix(2)) else { return nil }
        return whole * 100 + hundredths
    }

    /// `12.5` of 1250.
    public static func text(_ hundredths: Int64) -> String {
        DecimalDigits.trimmed(hundredths.magnitude)
    }
}
