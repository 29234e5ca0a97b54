import Promotion
import Testing

@Suite struct EnterpriseNameIndexTests {
    @Test(arguments: [0.6, 0.7, 0.8, 0.9, 1.0])
    func findsWhatComparingWithEachFinds(threshold: Double) {
        var chance = SystemRandomNumberGenerator()
        let letters = Array("渝江川巴蜀龙凤一二3")
        func word(_ length: Int) -> String {
            String((0..<length).map { _ in letters[Int(chance.next(upperBound: UInt(letters.count)))] })
        }
        var names: [String] = []
        for length in 1...14 {
            for _ in 0..<2 {
                let name = word(length)
                var near = Array(name)
                near[Int(chance.next(upperBound: UInt(near.count)))] = "海"
                names += [name, String(near), name + word(1), word(2) + name + "有限公司"]
            }
        }
        var index = EnterpriseNameIndex()
        for (owner, name) in names.enumerated() { index.insert(name, owner: owner) }
        for name in names {
            let found = Set(index.near(name, threshold: threshold).map(\.owner))
            let naive = Set(names.indices.filter { EnterpriseNames.similarity(names[$0], name) >= threshold })
            #expect(found == naive, "\(name)")
        }
    }
}
