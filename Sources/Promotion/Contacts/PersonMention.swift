/// What a person is known by, and where a text mentions it: in any width and case, and with spaces, dots or hyphens
/// between the characters.
public struct PersonMention: Sendable {
    private struct Needle {
        var scalars: [UInt32]
        var isNumber: Bool
        /// Letters are a word of their own, or every `Li` were found in `client`.
        var isWord: Bool
    }

    private let needles: [Needle]

    /// What stands where a mention was.
    public static let mark = "〔已删除〕"

    /// - Parameters:
    ///   - words: names and addresses. One of a single character is nobody's alone and is not looked for.
    ///   - numbers: with at least five digits; a leading 86 of a number with eleven more is left out.
    public init(words: [String], numbers: [String]) {
        var needles: [Needle] = []
        for word in words {
            let scalars = word.unicodeScalars.map(Self.folded).filter { !Self.isSeparator($0, inNumber: false) }
            guard scalars.count > 1 else { continue }
            needles.append(Needle(scalars: scalars, isNumber: false, isWord: scalars.allSatisfy(Self.isLetter)))
        }
        for number in numbers {
            var digits = number.unicodeScalars.map(Self.folded).filter { (0x30...0x39).contains($0) }
            if digits.count == 13, digits.starts(with: [0x38, 0x36]) { digits.removeFirst(2) }
            guard digits.count >= 5 else { continue }
            needles.append(Needle(scalars: digits, isNumber: true, isWord: false))
        }
        self.needles = needles.sorted { $0.scalars.count > $1.scalars.count }
    }

    public func stands(in text: String) -> Bool { redacted(text) != nil }

    /// The text with a mark in place of each mention; nil where there is none.
    public func redacted(_ text: String) -> String? {
        let original = Array(text.unicodeScalars)
        let scalars = original.map(Self.folded)
        var result = String.UnicodeScalarView()
        var position = 0
        var found = false
        while position < scalars.count {
            if let end = end(of: scalars, from: position) {
                result.append(contentsOf: Self.mark.unicodeScalars)
                position = end
                found = true
            } else {
                result.append(original[position])
                position += 1
            }
        }
        return found ? String(result) : nil
    }

    /// Where the longest mention that begins at `start` ends.
    private func end(of scalars: [UInt32], from start: Int) -> Int? {
        for needle in needles where scalars[start] == needle.scalars[0] {
            var position = start
            var matched = 0
            while matched < needle.scalars.count, position < scalars.count {
                if scalars[position] == needle.scalars[matched] {
                    matched += 1
                } else if !Self.isSeparator(scalars[position], inNumber: needle.isNumber) {
                    break
                }
                position += 1
            }
            guard matched == needle.scalars.count else { continue }
            if needle.isWord {
                let before = start > 0 && Self.isLetter(scalars[start - 1])
                let after = position < scalars.count && Self.isLetter(scalars[position])
                if before || after { continue }
            }
            return position
        }
        return nil
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        return (0x41...0x5A).contains(value) ? value + 0x20 : value
    }

    private static func isLetter(_ value: UInt32) -> Bool { (0x61...0x7A).contains(value) }

    private static func isSeparator(_ value: UInt32, inNumber: Bool) -> Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x3000, 0x200B...0x200D, 0xFEFF: true
        case 0xB7, 0x2022, 0x2027, 0x30FB: !inNumber
        case 0x28, 0x29, 0x2D, 0x2E, 0x2010...0x2015: inNumber
        default: false
        }
    }
}
