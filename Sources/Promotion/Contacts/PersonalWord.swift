/// Words that say how to reach a person, or which person it is. A tag or an attribute is a word of classification: it is
/// counted by name in figures that stay, so what may have to be erased has no place in it.
public enum PersonalWord {
    /// A mobile or fixed number, an address, or a number of an identity card, in whatever width and with spaces, dots or
    /// hyphens in between.
    public static func isPersonal(_ word: String) -> Bool {
        let folded = FoldedText(word).text
        if let at = folded.firstIndex(of: "@"), folded[at...].contains(".") { return true }
        let bare = folded.filter { !$0.isWhitespace && !"-.()+".contains($0) }
        return runs(of: bare).contains { digits in
            let national = digits.hasPrefix("86") && digits.count > 11 ? String(digits.dropFirst(2)) : digits
            if national.count == 11, national.hasPrefix("1"), let second = national.dropFirst().first, second >= "3" {
                return true
            }
            if digits.hasPrefix("0"), (10...12).contains(digits.count) { return true }
            return digits.count == 17 || digits.count == 18
        }
    }

    private static func runs(of text: String) -> [String] {
        text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    }
}
