/// Charts of block characters.
public enum BarText {
    private static let levels = Array("▁▂▃▄▅▆▇█")

    /// One character a value, measured from zero; a gap where a value is absent.
    static func sparkline(_ values: [Double?]) -> String {
        let known = values.compactMap(\.self).filter(\.isFinite)
        guard let least = known.min(), let greatest = known.max() else { return "" }
        let (low, high) = (min(0, least), max(0, greatest))
        return String(
            values.map { value in
                guard let value, value.isFinite else { return " " }
                guard high > low else { return levels[0] }
                let share = (value - low) / (high - low)
                return levels[min(levels.count - 1, max(0, Int((share * 7).rounded())))]
            })
    }

    /// Whole columns only, so that it can be centred; at least one for a positive value.
    static func row(_ value: Double, maximum: Double, width: Int) -> String {
        guard value > 0, maximum > 0, value.isFinite, width > 0 else { return "" }
        return String(repeating: "█", count: max(1, Int((min(1, value / maximum) * Double(width)).rounded())))
    }

    /// The quarter of the maximum that a value lies in; blank for none.
    public static func shade(_ value: Double?, maximum: Double) -> String {
        guard let value, value > 0, maximum > 0, value.isFinite else { return " " }
        return ["░", "▒", "▓", "█"][min(3, max(0, Int((value / maximum * 4).rounded(.up)) - 1))]
    }

    /// A bar of `width` columns with a tick at a share of it.
    static func marked(_ bar: String, at share: Double, width: Int) -> String {
        guard share.isFinite, share >= 0 else { return bar }
        var columns = Array(bar) + Array(repeating: " ", count: max(0, width - bar.count))
        guard !columns.isEmpty else { return bar }
        columns[min(columns.count - 1, Int(share * Double(width)))] = "│"
        return String(columns)
    }

    /// A bar of at most `width` columns, in eighths of a column at its end. Never empty for a positive value.
    static func bar(_ value: Double, maximum: Double, width: Int) -> String {
        guard value > 0, maximum > 0, value.isFinite, width > 0 else { return "" }
        let eighths = max(1, Int((min(1, value / maximum) * Double(width) * 8).rounded()))
        let parts = Array(" ▏▎▍▌▋▊▉")
        let rest = eighths % 8
        return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(parts[rest]) : "")
    }
}
