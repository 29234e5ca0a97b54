/// How a number cell is shown, as far as it changes what the number means.
enum NumberStyle: Hashable {
    case general, date, percentage
}

/// The number formats of a workbook's cell styles, by the index that cells name.
struct CellStyles {
    private var styles: [NumberStyle] = []

    init() {}

    init(_ bytes: [UInt8], part: String, _ limits: TabularLimits) throws(TabularProblem) {
        var custom: [Int: String] = [:]
        var used: [Int] = []
        var isInside = false
        try XMLReading.read(bytes, part: part, depth: limits.xmlDepth) { element, attributes in
            switch element {
            case "numFmt":
                if let id = attributes["numFmtId"].flatMap({ Int($0) }) { custom[id] = attributes["formatCode"] ?? "" }
            case "cellXfs": isInside = true
            case "xf": if isInside { used.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
            default: break
            }
        } end: { element in
            if element == "cellXfs" { isInside = false }
        }
        styles = used.map { id in custom[id].map(NumberFormat.style) ?? NumberFormat.builtIn(id) }
    }

    subscript(_ index: Int) -> NumberStyle { styles.indices.contains(index) ? styles[index] : .general }
}

enum NumberFormat {
    /// ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean.
    static func builtIn(_ id: Int) -> NumberStyle {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: .date
        case 9, 10: .percentage
        default: .general
        }
    }

    /// A format code shows a date when its first section has one of y m d h s, or the e that stands for a year, outside
    /// quotes, brackets and escapes.
    static func style(_ code: String) -> NumberStyle {
        let lower = code.lowercased()
        if lower == "general" || lower.hasPrefix("g/") { return .general }
        var rest = lower.unicodeScalars[...]
        var hasPercent = false
        while let scalar = rest.popFirst() {
            switch scalar {
            case ";": return hasPercent ? .percentage : .general
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                // [h] [mm] [ss] count hours beyond a day.
                if let first = inside.first, "hms".unicodeScalars.contains(first), inside.allSatisfy({ $0 == first }) {
                    return .date
                }
            case "\\", "_", "*": rest = rest.dropFirst()
            case "%": hasPercent = true
            case "y", "m", "d", "h", "s": return .date
            case "e":
                if let next = rest.first, next == "+" || next == "-" { continue }
                return .date
            default: break
            }
        }
        return hasPercent ? .percentage : .general
    }
}
