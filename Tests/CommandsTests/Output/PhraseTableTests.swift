import Testing

@testable import Labels

struct PhraseTableTests {
    /// Every table of words in the room; the joined ones hold theirs too.
    private static let tables: [(name: String, table: PhraseTable)] = [
        ("codes", CodeLabel.all), ("fields", FieldLabel.all), ("indicators", IndicatorLabel.all),
        ("activity kinds", IndicatorLabel.activityKinds), ("stages", ReportLabel.stages), ("kinds", ReportLabel.kinds),
        ("products", ReportLabel.products), ("states", ReportLabel.states), ("waivers", ReportLabel.waivers),
        ("levels", ReportLabel.levels), ("rank groups", RankGroupLabel.names), ("verbs", VerbLabel.wholes),
        ("nouns", VerbLabel.nouns),
    ]

    @Test(arguments: tables.indices)
    func noCodeHasTwoWords(index: Int) {
        #expect(Self.tables[index].table.repeated.isEmpty, "\(Self.tables[index].name)")
    }

    @Test func aCodeGivenTwiceKeepsItsFirstWordAndIsNamed() {
        let table: PhraseTable = ["a": Phrase("one"), "b": Phrase("two"), "a": Phrase("three")]
        #expect(table["a"] == Phrase("one"))
        #expect(table["c"] == nil)
        #expect(table.repeated == ["a"])
        #expect(PhraseTable(joining: table, ["b": Phrase("four")]).repeated == ["a", "b"])
    }
}
