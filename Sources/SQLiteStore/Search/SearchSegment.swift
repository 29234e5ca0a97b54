import Promotion

/// 1,024 records of a kind with consecutive numbers: the unit in which the index is written.
///
/// A segment is written when its last number is given out, and again when a record of it changes what can be found; its
/// rows are a function of the records as they stand. Records after the last whole segment are searched one by one.
struct SearchSegment: Hashable {
    static let size: Int64 = 1024

    let kind: SearchKind
    /// Counts from 0.
    let index: Int64

    init(_ kind: SearchKind, index: Int64) {
        self.kind = kind
        self.index = index
    }

    init(_ kind: SearchKind, holding number: Int64) {
        self.init(kind, index: (number - 1) / Self.size)
    }

    var numbers: ClosedRange<Int64> { index * Self.size + 1...(index + 1) * Self.size }

    /// The row of a block whose first pair is `gram`: kind in bits 60–62, index in 42–59, pair in 0–41.
    func row(_ gram: UInt64) -> Int64 { Int64(kind.stored) << 60 | index << 42 | Int64(gram) }

    var rows: ClosedRange<Int64> { row(0)...row(SearchGram.last) }

    /// Whole segments when numbers up to `last` are taken.
    static func whole(through last: Int64) -> Int64 { last / size }
}

extension SearchKind {
    /// Never changes: it stands in stores.
    var stored: Int {
        switch self {
        case .entry: 1
        case .enterprise: 2
        case .lead: 3
        case .project: 4
        }
    }
}

/// Two characters that follow one another, or one alone, as a number: 21 bits each.
enum SearchGram {
    static let last: UInt64 = 1 << 42 - 1

    static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 21 | UInt64(second) }

    /// Stands before all pairs that begin with the character: no text holds U+0000.
    static func single(_ scalar: UInt32) -> UInt64 { UInt64(scalar) << 21 }

    /// What a record that contains `term` must have; for a term of at most two characters, what it need only have.
    static func all(of term: FoldedText) -> [UInt64] {
        let scalars = term.scalars
        if scalars.count == 1 { return [single(scalars[0])] }
        return Array(Set(zip(scalars, scalars.dropFirst()).map { pair($0, $1) })).sorted()
    }

    private static let lineBreak: UInt32 = 10

    /// Every gram of a text; none reaches over a line break.
    static func visit(_ text: FoldedText, _ gram: (UInt64) -> Void) {
        var previous = lineBreak
        for scalar in text.scalars {
            if scalar != lineBreak {
                gram(single(scalar))
                if previous != lineBreak { gram(pair(previous, scalar)) }
            }
            previous = scalar
        }
    }
}
