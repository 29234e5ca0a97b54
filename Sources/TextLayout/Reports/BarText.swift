/// Charts of block characters.
enum BarText {
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

    /// A bar of at most `width` columns, in eighths of a column at its end. Never empty for a positive value.
    static func bar(_ value: Double, maximum: Double, width: Int) -> String {
        guard value > 0, maximum > 0, value.isFinite, width > 0 else { return "" }
        let eighths = max(1, Int((min(1, value / maximum) * Double(width) * 8).rounded()))
        let parts = Array(" ▏▎▍▌▋▊▉")
        let rest = eighths % 8
        return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(parts[rest]) : "")
    }
}
