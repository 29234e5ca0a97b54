/// A set of days within a fixed span, with counts and positions in constant time.
///
/// 64 days a word; beside each word the count of members before it, so that a rank is one addition and one population
/// count. Members also stand in order, so that a selection is one look-up. 160 years take about 250 KB.
struct DaySet: Sendable {
    private let first: Int
    private let words: [UInt64]
    private let countBefore: [Int32]
    private let members: [Int32]

    /// `membership[i]` tells whether the day `first + i` is in the set.
    init(first: CivilDate, membership: [Bool]) {
        self.first = first.ordinal
        var words = [UInt64](repeating: 0, count: membership.count / 64 + 1)
        var countBefore = [Int32](repeating: 0, count: words.count)
        var members: [Int32] = []
        for (index, isMember) in membership.enumerated() {
            if index.isMultiple(of: 64) { countBefore[index / 64] = Int32(members.count) }
            guard isMember else { continue }
            words[index / 64] |= 1 << UInt64(index % 64)
            members.append(Int32(index))
        }
        // Without this, the spare word of a span of a multiple of 64 days would count from zero.
        if membership.count.isMultiple(of: 64) { countBefore[words.count - 1] = Int32(members.count) }
        self.words = words
        self.countBefore = countBefore
        self.members = members
    }

    var count: Int { members.count }

    /// `date` must lie in the span.
    func contains(_ date: CivilDate) -> Bool {
        let index = date.ordinal - first
        return words[index / 64] >> UInt64(index % 64) & 1 == 1
    }

    /// Members on or before `date`, which must lie in the span.
    func rank(_ date: CivilDate) -> Int {
        let index = date.ordinal - first
        let mask = UInt64.max >> UInt64(63 - index % 64)
        return Int(countBefore[index / 64]) + (words[index / 64] & mask).nonzeroBitCount
    }

    /// The member with this rank, from 1; nil when there is none.
    func select(_ rank: Int) -> CivilDate? {
        guard rank >= 1, rank <= members.count else { return nil }
        return CivilDate(ordinal: first + Int(members[rank - 1]))
    }
}
