import Glibc

/// One line of the daemon's log: instant, level, message, then `key=value` in the order of the keys.
///
/// Values come from callers; whatever could end the line or fake a pair is quoted and escaped.
public enum LogLine {
    /// - Parameter milliseconds: UTC since 1970; printed as China Standard Time, as everything else the product shows.
    public static func format(
        milliseconds: Int64, level: String, label: String, message: String, metadata: [String: String]
    ) -> String {
        var line = "\(instant(milliseconds)) \(level) \(label): \(escaped(message))"
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(quoted(value))"
        }
        return line + "\n"
    }

    /// `2026-01-05T09:00:00.123+08:00`.
    static func instant(_ milliseconds: Int64) -> String {
        // China has had one zone and no summer time since 1992.
        let shifted = milliseconds + 8 * 3_600_000
        let (seconds, rest) = floorDivide(shifted, 1000)
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let date = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
        let clock = "\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
        return "\(date)T\(clock).\(padded(Int32(rest), 3))+08:00"
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ number: Int32, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\"" && $0 != "=" }
        let text = escaped(value)
        return isPlain && text == value
            ? value : "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
