/// The table of a workbook's texts: runs of rich text joined, readings of phonetic guides left out.
enum SharedStrings {
    static func read(_ bytes: [UInt8], part: String, _ limits: TabularLimits) throws(TabularProblem) -> [String] {
        var strings: [String] = []
        let item = RichText()
        try XMLReading.read(bytes, part: part, depth: limits.xmlDepth) { element, _ in
            if element == "si" { item.clear() }
            item.begin(element)
        } end: { element in
            item.end(element)
            if element == "si" { strings.append(item.text) }
        } characters: {
            item.add($0)
        }
        return strings
    }
}

/// Gathers the text of one `si` or `is` element.
final class RichText {
    private var bytes: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    func clear() {
        bytes.removeAll(keepingCapacity: true)
        isText = false
        isPhonetic = false
    }

    func begin(_ element: String) {
        if element == "rPh" { isPhonetic = true }
        if element == "t" { isText = !isPhonetic }
    }

    func end(_ element: String) {
        if element == "rPh" { isPhonetic = false }
        if element == "t" { isText = false }
    }

    func add(_ text: UnsafeBufferPointer<UInt8>) {
        if isText { bytes.append(contentsOf: text) }
    }

    var text: String { EscapedText.decode(String(decoding: bytes, as: UTF8.self)) }
}

/// `_x000D_`: how a workbook writes characters that XML does not allow (ECMA-376, ST_Xstring).
enum EscapedText {
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "_") {
            result += rest[..<mark]
            let code = rest[mark...].prefix(7)
            if code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
                let value = UInt32(code.dropFirst(2).prefix(4), radix: 16), let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result.append("_")
                rest = rest[rest.index(after: mark)...]
            }
        }
        return result + rest
    }
}
