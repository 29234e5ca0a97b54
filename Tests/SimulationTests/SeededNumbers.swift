/// Random numbers that are the same everywhere (SplitMix64).
struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    /// Numbers that belong to a text and a seed, whatever else happens.
    init(_ seed: UInt64, _ text: String) {
        self.init(seed &+ text.utf8.reduce(5381) { ($0 &* 33) &+ UInt64($1) })
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
