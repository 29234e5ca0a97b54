/// What an index of names holds of each, so that those near another name are found without comparing with all.
extension EnterpriseName {
    /// The characters of the core and its pairs of neighbours, each once.
    public var grams: Set<Int64> { Set(scalars.map(Int64.init)).union(pairs) }

    /// Grams of which any name at least so similar has one, the rarest that do.
    ///
    /// With n characters, a name with an edit similarity of t or more has at least t·n of them, counted as often as they
    /// stand; a Dice coefficient of t or more takes t·p/(2 − t) of the p pairs. So, whichever of the two decides, it has
    /// one of any n − ⌈t·n⌉ + 1 characters or of any p − ⌈t·p/(2 − t)⌉ + 1 pairs. Penalties only lower a similarity.
    public func probes(threshold: Double, frequency: (Int64) throws -> Int) rethrows -> Set<Int64> {
        let singles = scalars.map(Int64.init)
        let pairs = self.pairs
        var chosen = try Self.rarest(singles, sharing: threshold * Double(singles.count), frequency)
        chosen.formUnion(
            try Self.rarest(pairs, sharing: threshold * Double(pairs.count) / (2 - threshold), frequency))
        return chosen
    }

    private var pairs: [Int64] { zip(scalars, scalars.dropFirst()).map { Int64($0) << 21 | Int64($1) } }

    private static func rarest(
        _ grams: [Int64], sharing least: Double, _ frequency: (Int64) throws -> Int
    ) rethrows -> Set<Int64> {
        guard !grams.isEmpty else { return [] }
        let needed = min(grams.count, max(1, Int((least - 1e-9).rounded(.up))))
        var counts: [Int64: Int] = [:]
        for gram in Set(grams) { counts[gram] = try frequency(gram) }
        let sorted = grams.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
        return Set(sorted.prefix(grams.count - needed + 1))
    }
}
