import Glibc

/// Numbers as spreadsheet programs keep them: 15 significant digits, everything beyond is lost.
enum LongNumber {
    /// `9.15E+17`: a long number saved as it was shown.
    static func isExponential(_ text: String) -> Bool {
        let bytes = text.utf8
        // The shortest is 1E+9, the longest has 15 digits.
        guard (4...22).contains(bytes.count), let first = bytes.first, (0x30...0x39).contains(first) || first == 0x2D
        else { return false }
        var digits = 0
        var points = 0
        var rest = bytes[...]
        if first == 0x2D { rest = rest.dropFirst() }
        while let byte = rest.first {
            rest = rest.dropFirst()
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E: points += 1
            case 0x45, 0x65:
                guard digits > 0, points <= 1, rest.first == 0x2B else { return false }
                let exponent = rest.dropFirst()
                return (1...3).contains(exponent.count) && exponent.allSatisfy { (0x30...0x39).contains($0) }
            default: return false
            }
        }
        return false
    }

    /// A text as it stands in a file: `9.15E+17` was a long number once, also where somebody pasted it as text.
    static func written(_ text: String) -> TabularCell {
        TabularCell(text, form: isExponential(text) ? .mangled : .text)
    }

    /// The digits a person sees in the cell: 15 significant ones, without an exponent. Mangled from 10^15 on, where
    /// the last digits are made up.
    static func cell(_ value: Double) -> TabularCell {
        guard value.isFinite else { return TabularCell("#NUM!", form: .error) }
        if value.magnitude >= 1e15 { return TabularCell(digits(value, "%.14E"), form: .mangled) }
        if value == value.rounded(), value.magnitude < 1e15 { return TabularCell(String(Int64(value)), form: .number) }
        return TabularCell(plain(value), form: .number)
    }

    static func percentage(_ value: Double) -> TabularCell {
        let cell = cell(value * 100)
        return cell.form == .number ? TabularCell(cell.text + "%", form: .number) : cell
    }

    /// 15 significant digits without trailing zeros.
    private static func plain(_ value: Double) -> String {
        let magnitude = value.magnitude
        var whole = 0
        var bound = 1.0
        while magnitude >= bound, whole < 15 {
            bound *= 10
            whole += 1
        }
        var leading = 0
        bound = 0.1
        while whole == 0, magnitude < bound, leading < 15 {
            bound /= 10
            leading += 1
        }
        var text = Substring(digits(value, "%.\(15 - whole + leading)f"))
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : String(text)
    }

    private static func digits(_ value: Double, _ format: String) -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(
            decoding: buffer.prefix(max(0, min(Int(length), 63))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
