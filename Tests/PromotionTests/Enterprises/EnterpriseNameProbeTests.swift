import Promotion
import Testing

struct EnterpriseNameProbeTests {
    /// Names of one to fourteen characters, each with some near it: one character changed, added, taken away.
    static func names() -> [String] {
        var chance = SystemRandomNumberGenerator()
        let letters = Array("渝江川巴蜀龙凤一二3")
        func word(_ length: Int) -> String {
            String((0..<length).map { _ in letters[Int(chance.next(upperBound: UInt(letters.count)))] })
        }
        return (1...14).flatMap { length in
            (0..<3).flatMap { _ in
                let name = word(length)
                var near = Array(name)
                near[Int(chance.next(upperBound: UInt(near.count)))] = "海"
                return [name, String(near), name + word(1), String(name.dropLast()), word(2) + name + "有限公司"]
            }
        }
    }

    /// Whatever is rare, a name that is near enough has one of the grams that are looked up.
    @Test(arguments: [0.3, 0.5, 0.6, 0.8, 0.95, 1.0])
    func everyNearNameHasAProbe(threshold: Double) {
        let names = Self.names().map { EnterpriseName($0) }
        for name in names {
            let counts = Dictionary(
                names.flatMap(\.grams).map { ($0, 1) }, uniquingKeysWith: +)
            let probes = name.probes(threshold: threshold) { counts[$0] ?? 0 }
            for other in names where other.similarity(to: name) >= threshold {
                let shares = !probes.isDisjoint(with: other.grams)
                #expect(shares, "\(name.core) \(other.core)")
            }
        }
    }

    /// Few are looked up: of six characters and five pairs two each.
    @Test func onlyTheRarestAreLookedUp() {
        let name = EnterpriseName("渝新能源科技")
        let common = EnterpriseName("能源科技").grams
        let probes = name.probes(threshold: 0.8) { common.contains($0) ? 10_000 : 3 }
        #expect(probes.count == 4)
        #expect(probes.isDisjoint(with: common))
    }
}
