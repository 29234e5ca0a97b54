/// Many names of enterprises, to find those near another one without comparing it with each.
///
/// Exact for thresholds from 0.6 on: an edit spoils two bigrams at most, so near names share a number of them that is known
/// beforehand; of short cores single characters count as well.
public struct EnterpriseNameIndex: Sendable {
    public struct Hit: Hashable, Sendable {
        /// As given to `insert`.
        public var owner: Int
        public var name: String
        public var score: Double
    }

    private var entries: [(owner: Int, name: String, taken: EnterpriseName)] = []
    private var postings: [UInt64: [Int]] = [:]

    public init() {}

    public mutating func insert(_ name: String, owner: Int) {
        let taken = EnterpriseName(name)
        for key in Set(Self.keys(of: taken)) { postings[key, default: []].append(entries.count) }
        entries.append((owner, name, taken))
    }

    /// Nearest first; each owner once.
    public func near(_ name: String, threshold: Double) -> [Hit] {
        let wanted = EnterpriseName(name)
        let length = wanted.scalars.count
        // Whatever edits the threshold allows leave at least these bigrams.
        let needed = length <= Self.short ? 1 : max(1, Int(Double(length) * (2 * threshold - 1) - 1))
        var shared: [Int: Int] = [:]
        for key in Self.keys(of: wanted) {
            for entry in postings[key] ?? [] { shared[entry, default: 0] += 1 }
        }
        var best: [Int: Hit] = [:]
        for (index, count) in shared where count >= needed {
            let entry = entries[index]
            let score = entry.taken.similarity(to: wanted)
            guard score >= threshold, score > best[entry.owner]?.score ?? -1 else { continue }
            best[entry.owner] = Hit(owner: entry.owner, name: entry.name, score: score)
        }
        return best.values.sorted { ($1.score, $0.owner) < ($0.score, $1.owner) }
    }

    private static let short = 8

    private static func keys(of name: EnterpriseName) -> [UInt64] {
        let bigrams = zip(name.scalars, name.scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
        return name.scalars.count <= short ? bigrams + name.scalars.map { UInt64($0) } : bigrams
    }
}
