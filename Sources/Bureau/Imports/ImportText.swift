import Promotion

/// How texts of files become texts of records.
enum ImportText {
    /// In the form of NFC, without white space at the ends.
    static func plain(_ text: String) -> String {
        NormalForm.composed(text).trimmingSpace
    }

    /// Half-width and lower case, for titles, codes and numbers.
    static func folded(_ text: String) -> String {
        HalfWidth.text(plain(text)).lowercased()
    }

    /// A text that an export wrote so that no spreadsheet takes it for a formula, as it was.
    static func unguarded(_ text: String) -> String {
        guard text.first == "'", let next = text.dropFirst().unicodeScalars.first,
            "=+-@\t\r＝＋－＠".unicodeScalars.contains(next)
        else { return text }
        return String(text.dropFirst())
    }

    /// Fit for a message: one line, at most 40 characters.
    static func shown(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(41).map { HiddenCharacter.isHidden($0) ? " " : $0 }
        return kept.count > 40
            ? String(String.UnicodeScalarView(kept.dropLast())) + "…" : String(String.UnicodeScalarView(kept))
    }
}
