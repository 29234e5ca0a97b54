@_spi(_Unicode) import Swift

/// Unicode normalisation, so that the same name typed on two keyboards is the same text.
public enum NormalForm {
    /// NFC. The standard library's own normaliser: FoundationEssentials has none, and Foundation would bring in ICU.
    public static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var view = String.UnicodeScalarView()
        for scalar in text._nfc { view.append(scalar) }
        return String(view)
    }
}
