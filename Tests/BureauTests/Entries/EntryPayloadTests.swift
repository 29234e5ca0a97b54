import Foundation
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import Bureau

struct EntryPayloadTests {
    private struct Envelope: Encodable {
        var v = 1
        var f = "entry"
        var d: EntryChanged
    }

    /// Foundation's encoder, with sorted keys, is the form that the log has always had.
    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func payloadIsWhatTheGeneralEncoderWrites(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        let fact = EntryChanged(before: numbers.chance(3) ? entry(&numbers) : nil, after: entry(&numbers))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let general = String(decoding: try encoder.encode(Envelope(d: fact)), as: UTF8.self)
        let payload = try FactCoding.encode(fact)
        #expect(String(decoding: payload, as: UTF8.self) == general)
        let read = try FactCoding.decode(EntryChanged.self, from: payload)
        #expect(read == fact)
    }

    private static let words = [
        "走访", "渝新能源/二期", "a\"b", "back\\slash", "line\nbreak", "tab\t", "", "é😀", "\u{1}", "</script>", "\u{7F}",
        "\u{2028}",
    ]

    private func entry(_ numbers: inout SeededNumbers) -> Entry {
        // Most lines have nothing to escape; those take the short way.
        let words = numbers.chance(2) ? Self.words : ["走访", "渝新能源/二期", "é😀", "</script>"]
        func word(_ numbers: inout SeededNumbers) -> String { words[numbers.below(words.count)] }
        let sources: [Entry.Source] = [
            .typed, .zero, .automatic(verb: "lead.added", subject: word(&numbers)),
        ]
        let stub = TextStub(id: Int64(numbers.below(1000)), digest: "0a1b")
        let links: [EntryLink] = [
            .unit(UnitID(3)), .officer(OfficerID(12)), .record("P-7"), .record(word(&numbers)), .name(stub),
        ]
        let keys = ["chain", "industry", "region", "event", "Zone", "k2", "k10"]
        var attributes: [String: String] = [:]
        for _ in 0..<numbers.below(4) { attributes[keys[numbers.below(keys.count)]] = word(&numbers) }
        return Entry(
            id: EntryID(Int64(1 + numbers.below(100_000))), date: CivilDate(ordinal: 20_000 + numbers.below(3000)),
            officer: OfficerID(Int64(1 + numbers.below(99))), unit: UnitID(Int64(1 + numbers.below(99))),
            source: sources[numbers.below(3)], text: numbers.chance(2) ? stub : nil,
            links: (0..<numbers.below(4)).map { _ in links[numbers.below(links.count)] },
            enterprises: numbers.chance(3) ? [EnterpriseID(3), EnterpriseID(Int64(1 + numbers.below(99)))] : nil,
            tags: (0..<numbers.below(3)).map { _ in word(&numbers) },
            kind: numbers.chance(2) ? ActivityKind.allCases[numbers.below(ActivityKind.allCases.count)] : nil,
            amount: numbers.chance(2) ? Money(yuan: Int64(numbers.below(1_000_000)) - 500_000) : nil,
            attributes: attributes, withdrawn: numbers.chance(4))
    }
}

private struct SeededNumbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func chance(_ of: Int) -> Bool { below(of) == 0 }
}
