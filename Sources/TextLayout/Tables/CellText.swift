/// Fitting of text into columns of a terminal, by display width.
public enum CellText {
    public enum Alignment: Hashable, Sendable {
        case start, end
    }

    /// `text` with spaces up to `width` columns; a longer text is left as it is.
    public static func padded(_ text: String, to width: Int, alignment: Alignment = .start) -> String {
        let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return alignment == .start ? text + gap : gap + text
    }

    /// `text` cut to at most `width` columns, with `…` in place of what is cut.
    public static func truncated(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        return prefix(text[...], columns: width - 1) + "…"
    }

    /// `text` in lines of at most `width` columns (at least 2). Lines break at spaces and between wide characters; a
    /// longer Latin word is cut. Closing punctuation never begins a line, opening punctuation never ends one.
    public static func wrapped(_ text: String, to width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var used = 0
            for piece in pieces(of: paragraph) {
                let size = DisplayWidth.of(piece)
                if used + DisplayWidth.of(trimmedEnd(piece)) <= width {
                    line += piece
                    used += size
                    continue
                }
                if !line.isEmpty { lines.append(trimmedEnd(line)) }
                (line, used) = ("", 0)
                var rest = piece[...]
                while DisplayWidth.of(trimmedEnd(String(rest))) > width {
                    let head = prefix(rest, columns: width)
                    lines.append(head)
                    rest = rest.dropFirst(max(1, head.count))
                }
                line = String(rest)
                used = DisplayWidth.of(line)
            }
            lines.append(trimmedEnd(line))
        }
        return lines
    }

    /// On one line: line breaks and tabs become single spaces; other control characters, terminal escapes among them,
    /// and characters that turn the direction of text disappear.
    public static func singleLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isBreakOrControl) else { return text }
        var view = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", afterReturn {
                // The second half of a CRLF, already a space.
            } else if "\t\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
                view.append(" ")
            } else if !isBreakOrControl(scalar) {
                view.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(view)
    }

    private static func isBreakOrControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func prefix(_ text: Substring, columns: Int) -> String {
        var used = 0
        var head = ""
        for character in text {
            used += DisplayWidth.of(character)
            if used > columns { break }
            head.append(character)
        }
        return head
    }

    static func trimmedEnd(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The columns of the longest part that only a cut could shorten.
    static func longestPiece(_ text: String) -> Int {
        pieces(of: text[...]).map { DisplayWidth.of(trimmedEnd($0)) }.max() ?? 0
    }

    /// The parts between which a line may break; each keeps the spaces after it.
    private static func pieces(of text: Substring) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var previous: Character?
        for character in text {
            if let previous, breaks(between: previous, and: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            previous = character
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func breaks(between previous: Character, and next: Character) -> Bool {
        if next == " " { return false }
        if previous == " " { return true }
        if neverBegins.contains(next) || neverEnds.contains(previous) { return false }
        return DisplayWidth.of(previous) == 2 || DisplayWidth.of(next) == 2
    }

    private static let neverBegins: Set<Character> = Set("，。、；：？！）》」』】〕〉”’…％·,.;:?!)]}%")
    private static let neverEnds: Set<Character> = Set("（《「『【〔〈“‘([{￥¥")
}
