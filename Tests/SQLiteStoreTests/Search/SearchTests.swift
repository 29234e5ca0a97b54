import Bureau
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct SearchTests {
    /// Entries enough for two whole segments and a rest, of words that a seed decides, against a naive search.
    @Test(arguments: [1, 2] as [UInt64])
    func findsWhatANaiveSearchFinds(seed: UInt64) async throws {
        let fixture = try await StoreFixture()
        var random = SplitMix(state: seed)
        let texts = (0..<2100).map { _ in Self.text(&random, length: 1 + random.below(14)) }
        for start in stride(from: 0, to: texts.count, by: 150) {
            let batch = texts[start..<min(start + 150, texts.count)]
            try await fixture.write("c\(start)") { writing in
                for text in batch { try logEntry(writing, text) }
                return Outcome()
            }
        }
        let blocks = try await fixture.store.viewing {
            try $0.first("SELECT count(*) FROM search_block") { $0.integer(0) } ?? 0
        }
        #expect(blocks > 2)
        for _ in 0..<150 {
            let words = (0..<(1 + random.below(2))).map { _ in Self.term(of: texts, &random) }
            let folded = words.map { FoldedText($0) }
            let found = try await Self.find(folded, fixture.store)
            let expected = texts.indices.filter { index in
                folded.allSatisfy { Self.contains(FoldedText(texts[index]).scalars, $0.scalars) }
            }
            #expect(found == expected.reversed().map { Int64($0 + 1) }, "\(words)")
        }
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    /// An edit, an erasure and a withdrawal inside a whole segment, and the same found after a new start.
    @Test func theIndexFollowsTheRecords() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("many") { writing in
            for number in 1...1100 { try logEntry(writing, "第\(number)条 走访蓝谷储能") }
            return Outcome()
        }
        try await fixture.write("edit") { writing in
            guard let before = try writing.entry(EntryID(7))?.entry else { return Outcome() }
            var after = before
            after.text = try writing.keep(text: "改成海蓝科技")
            try writing.append(NewEvent("entry.edited", after.id, EntryChanged(before: before, after: after)))
            guard var other = try writing.entry(EntryID(9))?.entry else { return Outcome() }
            let kept = other
            other.withdrawn = true
            try writing.append(NewEvent("entry.withdrawn", other.id, EntryChanged(before: kept, after: other)))
            try writing.append(NewEvent("text.erased", "text#8", TextErased(text: 8)))
            return Outcome()
        }
        let store = fixture.store
        #expect(try await Self.find("海蓝", store) == [7])
        #expect(try await Self.find("第7条", store) == [])
        #expect(try await Self.find("第8条", store) == [])
        #expect(try await Self.find("第9条", store) == [])
        #expect(try await Self.find("第1099条", store) == [1099])
        #expect(try await store.rebuild().firstDifference == nil)
        try await store.close()
        let reopened = try fixture.reopened()
        #expect(try await Self.find("海蓝", reopened) == [7])
        #expect(try await Self.find("储能", reopened).count == 1097)
    }

    /// A store from before the index gets it when it is opened.
    @Test func missingSegmentsAreWrittenAtTheNextStart() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("many") { writing in
            for number in 1...1030 { try logEntry(writing, "第\(number)条") }
            return Outcome()
        }
        try await fixture.store.close()
        try fixture.tamper("DELETE FROM search_block")
        let store = try fixture.reopened()
        #expect(try await Self.find("第7条", store) == [7])
        #expect(try await store.rebuild().firstDifference == nil)
    }

    /// Sixteen whole segments are asked together; what changes in one of them is found, what went is not.
    @Test func aStretchOfSegmentsFollowsTheRecords() async throws {
        let fixture = try await StoreFixture()
        let rare = [7, 5000, 16_384, 16_385, 16_900]
        try await fixture.write("many") { writing in
            for number in 1...16_900 { try logEntry(writing, rare.contains(number) ? "甪直" : "渝\(number % 7)") }
            return Outcome()
        }
        let store = fixture.store
        #expect(try await Self.find("甪直", store) == rare.reversed().map { Int64($0) })
        #expect(try await Self.find("直甪", store) == [])
        #expect(try await Self.find("渝3", store).count == 2414)
        try await fixture.write("edit") { writing in
            guard let before = try writing.entry(EntryID(2000))?.entry else { return Outcome() }
            var after = before
            after.text = try writing.keep(text: "鄱阳")
            try writing.append(NewEvent("entry.edited", after.id, EntryChanged(before: before, after: after)))
            try writing.append(NewEvent("text.erased", "text#5000", TextErased(text: 5000)))
            return Outcome()
        }
        #expect(try await Self.find("鄱阳", store) == [2000])
        #expect(try await Self.find("甪直", store) == [16_900, 16_385, 16_384, 7])
        #expect(try await store.rebuild().firstDifference == nil)
        try await store.close()
        // A store from before the stretches.
        try fixture.tamper("DELETE FROM search_block WHERE id >= 5 << 60")
        let reopened = try fixture.reopened()
        #expect(try await Self.find("鄱阳", reopened) == [2000])
        #expect(try await reopened.rebuild().firstDifference == nil)
    }

    /// A refused command and a dry run leave nothing in the index.
    @Test func whatIsTakenBackIsNotFound() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("many") { writing in
            for number in 1...1020 { try logEntry(writing, "第\(number)条") }
            return Outcome()
        }
        _ = try await fixture.store.write(fixture.command("dry", dryRun: true)) { writing in
            for _ in 1...10 { try logEntry(writing, "试写") }
            return Outcome()
        }
        #expect(try await Self.find("试写", fixture.store) == [])
        try await fixture.write("more") { writing in
            for _ in 1...10 { try logEntry(writing, "真写") }
            return Outcome()
        }
        #expect(try await Self.find("真写", fixture.store) == Array(1021...1030).reversed())
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    private static func find(_ word: String, _ store: SQLiteStore) async throws -> [Int64] {
        try await find([FoldedText(word)], store)
    }

    private static func find(_ words: [FoldedText], _ store: SQLiteStore) async throws -> [Int64] {
        try await store.read { reading in
            try reading.search(SearchQuery(words: words, kinds: [.entry], limit: 5000)).map(\.number)
        }
    }

    // MARK: - Naively

    private static func contains(_ text: [UInt32], _ term: [UInt32]) -> Bool {
        guard term.count <= text.count else { return false }
        return (0...(text.count - term.count)).contains { Array(text[$0..<($0 + term.count)]) == term }
    }

    private static let alphabet = Array("园区项目签约走访电池新能源，。 　abcABCＡＢ019①é🙂👍🏽㎡豈が")

    private static func text(_ random: inout SplitMix, length: Int) -> String {
        // Spaces at the ends do not survive the command line either.
        String((0..<length).map { _ in alphabet[random.below(alphabet.count)] })
    }

    /// A piece of a text, or characters at random.
    private static func term(of texts: [String], _ random: inout SplitMix) -> String {
        let length = 1 + random.below(4)
        if random.below(3) == 0 { return text(&random, length: length) }
        let source = Array(texts[random.below(texts.count)])
        let start = random.below(source.count)
        return String(source[start..<min(start + length, source.count)])
    }
}
