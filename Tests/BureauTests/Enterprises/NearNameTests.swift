import Identifiers
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

@testable import Bureau

struct NearNameTests {
    private static func enterprise(_ number: Int64, _ name: String, former: [String] = []) -> Enterprise {
        var enterprise = Enterprise(
            id: EnterpriseID(number), name: name, owner: nil, unit: UnitID(2), addedOn: CivilDate(ordinal: 20_500))
        enterprise.formerNames = former
        return enterprise
    }

    /// Comparing with each, as slow as it is plain.
    private static func naive(_ names: [String], _ threshold: Double, _ all: [Enterprise]) -> [EnterpriseID] {
        all.filter { one in
            one.merge == nil
                && one.allNames.contains { name in
                    names.contains { EnterpriseNames.similarity(name, $0) >= threshold }
                }
        }.map(\.id)
    }

    @Test(arguments: [0.5, 0.8, 0.9])
    func theIndexFindsWhatComparingWithEachFinds(threshold: Double) async throws {
        let fixture = try await BureauFixture(rules: false)
        var chance = SystemRandomNumberGenerator()
        let letters = Array("渝江川巴蜀龙凤新能源科技一二3")
        func word(_ length: Int) -> String {
            String((0..<length).map { _ in letters[Int(chance.next(upperBound: UInt(letters.count)))] })
        }
        var all: [Enterprise] = []
        for number in 1...240 {
            // Every third one is near the one before.
            let name =
                number % 3 == 0 ? String((all.last?.name ?? "渝").dropLast()) + word(1) : word(1 + number % 9) + "科技有限公司"
            var one = Self.enterprise(
                Int64(number), name.isEmpty ? "渝" : name, former: number % 5 == 0 ? [word(6)] : [])
            if number % 7 == 0 {
                one.merge = EnterpriseMerge(into: EnterpriseID(1), on: CivilDate(ordinal: 20_500), reason: nil)
            }
            all.append(one)
        }
        let records = all
        _ = try await fixture.store.write(Command(id: "names", actor: "uid:0", verb: "setup", digest: [7])) { writing in
            for one in records { try writing.append("enterprise.added", before: nil, after: one) }
            // Some are renamed: the index forgets the name before only where nothing keeps it.
            for one in records.prefix(20) {
                var after = one
                after.name = "龙凤" + one.name
                try writing.append("enterprise.edited", before: one, after: after)
            }
            return Outcome()
        }
        let stored = try await fixture.store.read { try $0.records(Enterprise.self, RecordFilter()).map(\.record) }
        for names in stored.map({ [$0.name] }) + [[""], ["渝新能源科技"], ["龙凤", "巴蜀科技"]] {
            let found = try await fixture.store.read { reading in
                try Bureau.candidates(names, threshold: threshold, reading).map(\.enterprise.id)
            }
            #expect(Set(found) == Set(Self.naive(names, threshold, stored)), "\(names)")
        }
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }
}
