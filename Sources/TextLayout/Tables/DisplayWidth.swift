/// Columns that a text takes on a terminal: East Asian wide and full-width characters and emoji take two, combining
/// marks and invisible characters none, everything else one (ambiguous widths too, as terminals outside East Asian
/// legacy encodings do).
public enum DisplayWidth {
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// One character as people count them, which may be several scalars.
    public static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if let ascii = character.asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
        guard let first = scalars.first else { return 0 }
        if isPictureSequence(scalars, first: first) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
        // The visible exception among format characters: a soft hyphen shows where it stands.
        if scalar.value == 0xAD { return 1 }
        // Vowels and final consonants of decomposed Hangul join the wide initial before them.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .control, .format, .lineSeparator, .paragraphSeparator:
            return 0
        default: break
        }
        // The filler of an initial Hangul consonant is invisible, but takes its place.
        if scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0x115F { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    /// Emoji made of several scalars (flags, joined people, skin tones, forced emoji style) are drawn as one.
    private static func isPictureSequence(_ scalars: Character.UnicodeScalarView, first: Unicode.Scalar) -> Bool {
        guard scalars.count > 1 else { return false }
        if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
        guard first.properties.isEmoji else { return false }
        return scalars.contains { $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiModifier }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x1100 { return false }
        if scalar.properties.isEmojiPresentation { return true }
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }

    /// Property East_Asian_Width W or F (Unicode Standard Annex 11), whole blocks where what is missing is unassigned;
    /// emoji come from their own property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
        0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D356, 0x1D360...0x1D376,
        0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
