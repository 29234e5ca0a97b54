public import Identifiers

/// How evenly work is spread over officers.
public struct LoadFairness: Hashable, Sendable {
    public struct Share: Hashable, Sendable {
        public var officer: OfficerID
        public var load: Int
        public var capacity: Int
        /// Leads assigned within the window.
        public var assigned: Int

        public init(officer: OfficerID, load: Int, capacity: Int, assigned: Int) {
            self.officer = officer
            self.load = load
            self.capacity = capacity
            self.assigned = assigned
        }

        /// Open load ÷ capacity.
        public var ratio: Ratio { Ratio(numerator: Int64(load), denominator: Int64(capacity)) }
    }

    public let shares: [Share]

    public init(_ shares: [Share]) {
        self.shares = shares
    }

    private var loaded: [Share] { shares.filter { $0.capacity > 0 } }

    public var lowest: Ratio? { loaded.min { Self.isLess($0, $1) }?.ratio }
    public var highest: Ratio? { loaded.max { Self.isLess($0, $1) }?.ratio }

    /// The mean of the officers' ratios; nil without officers.
    public var mean: Double? {
        let ratios = loaded.compactMap(\.ratio.decimalValue)
        return ratios.isEmpty ? nil : ratios.reduce(0, +) / Double(ratios.count)
    }

    /// The Gini coefficient of the leads assigned: Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2 n Σ x), 0 when all got the same. No value when
    /// nobody got one.
    public var gini: Ratio? {
        let counts = shares.map { Int64($0.assigned) }.sorted()
        let total = counts.reduce(0, +)
        guard total > 0 else { return nil }
        // With x sorted, Σᵢ Σⱼ |xᵢ − xⱼ| = 2 Σₖ (2k − n + 1) xₖ for k from 0.
        let count = Int64(counts.count)
        let spread = counts.enumerated().reduce(Int64(0)) { $0 + (2 * Int64($1.offset) - count + 1) * $1.element }
        return Ratio(numerator: spread, denominator: count * total)
    }

    private static func isLess(_ left: Share, _ right: Share) -> Bool {
        left.load * right.capacity < right.load * left.capacity
    }
}
