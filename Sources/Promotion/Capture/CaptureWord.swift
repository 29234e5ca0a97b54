/// What one word of the command line is.
enum CaptureWord {
    case endOfOptions
    case text
    case mention(String)
    case tag(String)
    case attribute(key: String, value: String)

    /// `word` is not empty and in NFC.
    init(_ word: String, index: Int, knownKeys: [String: String]) throws(CaptureProblem) {
        let scalars = word.unicodeScalars
        if word == "--" {
            self = .endOfOptions
        } else if scalars.contains(where: \.properties.isWhitespace) {
            self = .text
        } else if let attribute = try Self.attribute(word, index: index, knownKeys: knownKeys) {
            self = attribute
        } else {
            let rest = String(scalars.dropFirst())
            switch scalars.first.map(HalfWidth.scalar) {
            case "@" where Self.isName(rest): self = .mention(rest)
            case "+" where Self.isTag(rest): self = .tag(rest)
            default: self = .text
            }
        }
    }

    private static func attribute(
        _ word: String, index: Int, knownKeys: [String: String]
    ) throws(CaptureProblem) -> CaptureWord? {
        let scalars = word.unicodeScalars
        guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else { return nil }
        let written = String(scalars[..<colon])
        let key = String(String.UnicodeScalarView(written.unicodeScalars.map(\.lowercasedASCII)))
        guard let canonical = knownKeys[key] else { return nil }
        let value = String(scalars[scalars.index(after: colon)...])
        if value.unicodeScalars.starts(with: "//".unicodeScalars) { return nil }
        if value.isEmpty { throw .missingValue(word: index, key: written) }
        return .attribute(key: canonical, value: value)
    }

    private static func isName(_ rest: String) -> Bool {
        guard let first = rest.unicodeScalars.first else { return false }
        return HalfWidth.scalar(first) != "@"
    }

    private static func isTag(_ rest: String) -> Bool {
        let scalars = rest.unicodeScalars
        guard scalars.contains(where: \.properties.isAlphabetic) else { return false }
        let fits = scalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
                || "-_·/".unicodeScalars.contains(scalar)
        }
        return fits && (try? Money(parsing: rest)) == nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
