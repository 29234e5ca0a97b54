/// Folding of the full-width forms that Chinese input methods produce (U+FF01–FF5E, U+3000, ￥).
public enum HalfWidth {
    static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        case 0xFFE5: "\u{A5}"
        default: scalar
        }
    }

    public static func text(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(self.scalar(scalar)) }
        return String(view)
    }
}

extension Unicode.Scalar {
    /// One of 0–9 only, not the digits of other scripts.
    var isDigit: Bool { ("0"..."9").contains(self) }

    var isASCIILetter: Bool { ("a"..."z").contains(lowercasedASCII) }

    var lowercasedASCII: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value + 32)) : self
    }

    var uppercasedASCII: Unicode.Scalar {
        ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value - 32)) : self
    }
}
