/// A name of an enterprise taken apart, so that two spellings of one enterprise meet.
///
/// `（重庆）渝新能源科技有限公司` is core `渝新能源科技`, places `重庆`. What is folded: width, case and composition
/// (``FoldedText``), legal forms at the end (`有限公司`, `Co., Ltd.`), places in brackets and in front, spaces and
/// punctuation. A place stays in the core where too little of a name would be left: `重庆啤酒`.
public struct EnterpriseName: Hashable, Sendable {
    /// What tells the enterprise from others; never empty unless the name is.
    public let core: String
    /// Places that the name names, in short form: `重庆`, `chongqing`.
    public let places: Set<String>

    let scalars: [UInt32]
    /// `2` of `二号基金`: names that differ by a number alone are two enterprises.
    let numerals: [UInt32]
    private let bigrams: [UInt64]

    public init(_ name: String) {
        var words = EnterpriseNameWords(FoldedText(name).text)
        words.dropBracketedPlaces()
        words.dropLegalForms()
        words.dropLeadingPlaces()
        core = words.rest
        places = words.places
        scalars = words.rest.unicodeScalars.map(\.value)
        numerals = scalars.compactMap(Self.numeral)
        bigrams = Self.bigrams(of: scalars)
    }

    /// From 0 (nothing in common) to 1: the larger of two measures of the cores, the Sørensen–Dice coefficient of their
    /// bigrams and one minus the Levenshtein distance over the longer length; three quarters of it when both name places
    /// and none in common, or when their numbers differ.
    public func similarity(to other: EnterpriseName) -> Double {
        guard !scalars.isEmpty, !other.scalars.isEmpty else { return 0 }
        var similarity = core == other.core ? 1 : max(dice(other), closeness(other))
        if !places.isEmpty, !other.places.isEmpty, places.isDisjoint(with: other.places) { similarity *= 0.75 }
        if numerals != other.numerals { similarity *= 0.75 }
        return similarity
    }

    private func dice(_ other: EnterpriseName) -> Double {
        var (left, right, shared) = (0, 0, 0)
        while left < bigrams.count, right < other.bigrams.count {
            if bigrams[left] == other.bigrams[right] {
                shared += 1
                left += 1
                right += 1
            } else if bigrams[left] < other.bigrams[right] {
                left += 1
            } else {
                right += 1
            }
        }
        let all = bigrams.count + other.bigrams.count
        return all == 0 ? 0 : Double(2 * shared) / Double(all)
    }

    private func closeness(_ other: EnterpriseName) -> Double {
        let longer = max(scalars.count, other.scalars.count)
        // Most pairs are far apart by their lengths alone.
        if abs(scalars.count - other.scalars.count) * 2 > longer { return 0 }
        var above = Array(0...other.scalars.count)
        for (row, scalar) in scalars.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(above.count)
            for (column, candidate) in other.scalars.enumerated() {
                current.append(
                    min(above[column + 1] + 1, current[column] + 1, above[column] + (scalar == candidate ? 0 : 1)))
            }
            above = current
        }
        return 1 - Double(above[other.scalars.count]) / Double(longer)
    }

    private static func bigrams(of scalars: [UInt32]) -> [UInt64] {
        zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
    }

    private static func numeral(_ scalar: UInt32) -> UInt32? {
        if (0x30...0x39).contains(scalar) { return scalar - 0x30 }
        guard let character = Unicode.Scalar(scalar) else { return nil }
        return chineseNumerals.unicodeScalars.firstIndex(of: character).map {
            UInt32(chineseNumerals.unicodeScalars.distance(from: chineseNumerals.startIndex, to: $0))
        }
    }

    private static let chineseNumerals = "〇一二三四五六七八九十"
}

/// Names of enterprises as keys and in pairs.
public enum EnterpriseNames {
    /// The core of a name: equal for spellings of one enterprise. Not for people to read.
    public static func normalised(_ name: String) -> String { EnterpriseName(name).core }

    /// See ``EnterpriseName/similarity(to:)``.
    public static func similarity(_ left: String, _ right: String) -> Double {
        EnterpriseName(left).similarity(to: EnterpriseName(right))
    }

    /// From here on two names are taken for one enterprise unless somebody says otherwise ⚙
    /// (`enterprise.duplicate_similarity`).
    public static let usualThreshold = 0.8
}
