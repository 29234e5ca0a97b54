@_spi(_Unicode) import Swift

/// A text as comparisons see it: without differences of width, case and composition.
///
/// Normalisation Form KC of the Unicode Standard (Annex 15), then the lower case of each character's upper case, then
/// composed again: `ＡＢＣ　①Straße` becomes `abc 1strasse`. Any line break in it keeps fields apart.
public struct FoldedText: Hashable, Sendable {
    /// Unicode scalars.
    public let scalars: [UInt32]

    public init(_ text: String) {
        scalars = Self.plain(text) ?? Self.folded(text)
    }

    /// Scalars that are folded already.
    init(scalars: [UInt32]) {
        self.scalars = scalars
    }

    public var isEmpty: Bool { scalars.isEmpty }

    public var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        return String(view)
    }

    /// Does `term` stand somewhere in it, character by character? Nothing stands everywhere.
    public func contains(_ term: FoldedText) -> Bool { firstIndex(of: term) != nil }

    public func firstIndex(of term: FoldedText) -> Int? {
        let wanted = term.scalars
        guard let first = wanted.first else { return 0 }
        guard wanted.count <= scalars.count else { return nil }
        return scalars.withUnsafeBufferPointer { scalars in
            wanted.withUnsafeBufferPointer { wanted in
                var start = 0
                let last = scalars.count - wanted.count
                search: while start <= last {
                    defer { start += 1 }
                    guard scalars[start] == first else { continue }
                    for offset in 1..<max(1, wanted.count) where scalars[start + offset] != wanted[offset] {
                        continue search
                    }
                    return start
                }
                return nil
            }
        }
    }

    /// Most texts are ideographs, digits and Latin letters, which need no table; nil when this one is not.
    private static func plain(_ text: String) -> [UInt32]? {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: scalars.append(scalar.value + 32)
            case 0..<0x80, 0x4E00...0x9FFF, 0x3001, 0x3002, 0x300A...0x3011, 0x201C, 0x201D:
                scalars.append(scalar.value)
            case 0xFF21...0xFF3A: scalars.append(scalar.value - 0xFEE0 + 32)
            case 0xFF01...0xFF5E: scalars.append(scalar.value - 0xFEE0)
            case 0x3000: scalars.append(0x20)
            default: return nil
            }
        }
        return scalars
    }

    private static func folded(_ text: String) -> [UInt32] {
        var decomposed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let parts = Compatibility.table[scalar.value] {
                decomposed.append(contentsOf: parts)
            } else {
                decomposed.append(scalar)
            }
        }
        var lowered = ""
        for scalar in String(decomposed)._nfc {
            for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                lowered += upper.properties.lowercaseMapping
            }
        }
        return lowered._nfc.map(\.value)
    }
}

/// Characters that stand for others of another look: full-width letters, ligatures, numbers in circles.
private enum Compatibility {
    static let table: [UInt32: [Unicode.Scalar]] = {
        var table: [UInt32: [Unicode.Scalar]] = [:]
        for word in CompatibilityTable.text.split(whereSeparator: \.isWhitespace) {
            let sides = word.split(separator: ">")
            let sources = sides[0].split(separator: "+").compactMap { UInt32($0, radix: 16) }
            let targets = sides[1].split(separator: ".").compactMap { UInt32($0, radix: 16) }
            for step in 0..<(sources.count > 1 ? sources[1] : 1) {
                table[sources[0] + step] = targets.compactMap { Unicode.Scalar($0 + step) }
            }
        }
        return table
    }()
}
