import Promotion

/// Sixteen consecutive segments of a kind, once all of them are whole: which pairs stand in which of them. A word that
/// few records have is asked of a stretch, and only the segments that have it are opened.
struct SearchStretch: Hashable {
    static let size: Int64 = 16

    let kind: SearchKind
    /// Counts from 0.
    let index: Int64

    init(_ kind: SearchKind, index: Int64) {
        self.kind = kind
        self.index = index
    }

    init(holding segment: SearchSegment) {
        self.init(segment.kind, index: segment.index / Self.size)
    }

    var segments: [SearchSegment] {
        (index * Self.size..<(index + 1) * Self.size).map { SearchSegment(kind, index: $0) }
    }

    /// Whole stretches when so many segments are whole.
    static func whole(segments: Int64) -> Int64 { segments / size }

    /// Numbers that no kind of a segment has: 5 in bits 60–62, then the kind in bits 57–59 and index in 42–56.
    func row(_ gram: UInt64) -> Int64 { 5 << 60 | Int64(kind.stored) << 57 | index << 42 | Int64(gram) }

    var rows: ClosedRange<Int64> { row(0)...row(SearchGram.last) }

    /// The rows of all stretches of a kind.
    static func rows(of kind: SearchKind) -> ClosedRange<Int64> {
        SearchStretch(kind, index: 0).row(0)...SearchStretch(kind, index: 1 << 15 - 1).row(SearchGram.last)
    }
}
