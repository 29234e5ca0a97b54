import Bureau
import Identifiers
import Labels
import Promotion
import Testing

/// What a name behind an @ of a line means.
struct MentionTests {
    private func fixture(enterprises: String...) async throws -> BureauFixture {
        let fixture = try await BureauFixture()
        for (number, name) in enterprises.enumerated() {
            _ = try await fixture.bureau.addEnterprise(
                CommandWords([name, "country:US", "registration:\(number)"], options: ["force": ["true"]]),
                caller: fixture.caller(BureauFixture.li))
        }
        return fixture
    }

    private func links(_ fixture: BureauFixture, _ name: String) async throws -> [String] {
        let logged = try await fixture.log("走访", "@\(name)")
        return (logged.entry?.entry.links ?? []).map { link in
            switch link {
            case .record(let id): id
            case .name: "name"
            case .unit(let id): id.description
            case .officer(let id): id.description
            }
        }
    }

    @Test(arguments: [
        ("渝新能源", "E-1"), ("渝新能源科技", "E-1"), ("重庆渝新能源科技有限公司", "E-1"), ("E-1", "E-1"), ("蓝谷", "name"), ("bn-ne", "U-2"),
    ])
    func isTheRecordThatAnswersToTheName(name: String, link: String) async throws {
        let fixture = try await fixture(enterprises: "重庆渝新能源科技有限公司", "蓝谷储能有限公司")
        #expect(try await links(fixture, name) == [link])
    }

    @Test func aShortNameOfTwoEnterprisesIsRefusedWithBoth() async throws {
        let fixture = try await fixture(enterprises: "渝新能源科技有限公司", "渝新能源实业有限公司")
        let error = await refused { try await fixture.log("走访", "@渝新能源") }
        #expect(error?.code == .ambiguous)
        #expect(error?.details["candidates"] == .list(["E-1 渝新能源科技有限公司", "E-2 渝新能源实业有限公司"]))
        #expect(try await links(fixture, "渝新能源实业") == ["E-2"])
    }

    @Test func theTitleOfALeadIsTheLeadAndOfTwoRefused() async throws {
        let fixture = try await BureauFixture()
        let add = { @Sendable in
            _ = try await fixture.bureau.addLead(
                CommandWords(["某固态电池项目", "source:hotline"]), caller: fixture.caller(BureauFixture.li))
        }
        try await add()
        #expect(try await links(fixture, "某固态电池项目") == ["L-1"])
        #expect(try await links(fixture, "固态电池") == ["name"])
        try await add()
        let error = await refused { try await fixture.log("走访", "@某固态电池项目") }
        #expect(error?.details["candidates"] == .list(["L-1 某固态电池项目", "L-2 某固态电池项目"]))
    }
}
