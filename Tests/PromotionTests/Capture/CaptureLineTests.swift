import Labels
import Promotion
import Testing

@Suite struct CaptureLineTests {
    static let keys = [
        "amount": "amount", "金额": "amount", "date": "on", "日期": "on", "kind": "kind", "类型": "kind", "http": "link",
    ]

    private func line(_ words: String...) throws -> CaptureLine {
        try CaptureLine(words: words, knownKeys: Self.keys)
    }

    /// The example of the command-line rules.
    @Test func oneLineHasTextMentionsAmountAndTags() throws {
        let line = try line("走访渝新能源，商定11月签约", "@渝新能源", "amount:3.2亿", "+走访")
        #expect(line.text == "走访渝新能源，商定11月签约")
        #expect(line.mentions == ["渝新能源"])
        #expect(line.tags == ["走访"])
        #expect(line.attributes == [.init(key: "amount", value: "3.2亿", word: 2)])
    }

    @Test(arguments: [
        "金额:3.2亿", "金额：3.2亿", "amount：3.2亿", "AMOUNT:3.2亿",
    ])
    func keysAreKnownInBothLanguages(word: String) throws {
        #expect(try line(word).attributes == [.init(key: "amount", value: "3.2亿", word: 0)])
    }

    @Test(arguments: [
        "https://example.com/a:b", "http://example.com", "10:30", "10：30", "colour:red", "渝新能源金额:3亿", ":amount",
        "+8613912345678", "+86-139-1234-5678", "+20%", "+1.5亿", "+3亿元", "++c", "+", "@", "＠", "@@x", "wang@example.com",
        "amount", "+a.b", "-", "---", "@渝 新", "amount:3.2 亿", "+走　访",
    ])
    func theseStayText(word: String) throws {
        let line = try line(word)
        #expect(line.text == word)
        #expect(line.mentions.isEmpty && line.tags.isEmpty && line.attributes.isEmpty)
    }

    @Test(arguments: ["5G", "走访", "first-visit", "q1/走访", "2026计划", "é", "한국"])
    func tagsHaveLettersAndFewSigns(tag: String) throws {
        #expect(try line("+" + tag, "＋" + tag).tags == [tag])
    }

    @Test func onlyTheFirstColonDivides() throws {
        #expect(try line("kind:a:b：c").attributes.first?.value == "a:b：c")
    }

    @Test func everythingAfterTwoHyphensIsText() throws {
        let line = try line("甲", "--", "@乙", "+丙", "金额:1亿", "--", "金额:")
        #expect(line.text == "甲 @乙 +丙 金额:1亿 -- 金额:")
        #expect(line.mentions.isEmpty && line.tags.isEmpty && line.attributes.isEmpty)
    }

    @Test func repeatedNamesCountOnce() throws {
        let line = try line("@乙", "@甲", "@乙", "+a", "+a", "kind:x", "kind:x")
        #expect(line.mentions == ["乙", "甲"])
        #expect(line.tags == ["a"])
        #expect(line.values(of: "kind") == ["x", "x"])
    }

    @Test func decomposedLettersBecomeComposed() throws {
        let line = try line("cafe\u{301}", "@cafe\u{301}", "@caf\u{E9}")
        #expect(Array(line.text.unicodeScalars).count == 4)
        #expect(line.mentions.map { $0.unicodeScalars.count } == [4])
    }

    @Test func emptyWordsDisappear() throws {
        #expect(try line("", "甲", "  ", "乙").text == "甲 乙")
    }

    @Test(arguments: [
        (["a\u{1B}[31m"], CaptureProblem.controlCharacter(word: 0, position: 2, scalar: 0x1B)),
        (["a", "b\tc"], .controlCharacter(word: 1, position: 2, scalar: 9)),
        (["--", "b\nc"], .controlCharacter(word: 1, position: 2, scalar: 10)),
        (["a\0"], .controlCharacter(word: 0, position: 2, scalar: 0)),
        (["@a\u{202E}b"], .bidirectionalOverride(word: 0, position: 3)),
        (["\u{2066}a"], .bidirectionalOverride(word: 0, position: 1)),
        (["甲", "金额:"], .missingValue(word: 1, key: "金额")),
    ])
    func hiddenCharactersAndMissingValuesAreRefused(words: [String], problem: CaptureProblem) {
        let thrown = #expect(throws: CaptureProblem.self) { try CaptureLine(words: words, knownKeys: Self.keys) }
        #expect(thrown == problem)
        #expect(thrown?.message.zh.isEmpty == false)
        #expect(thrown?.error.code == .badText)
    }

    private func problem(of words: [String]) -> String? {
        do throws(CaptureProblem) {
            _ = try CaptureLine(words: words, knownKeys: Self.keys)
            return nil
        } catch {
            return error.error.details["limit"] == nil ? "no limit named" : error.code
        }
    }

    @Test func limitsAreKept() {
        func numbered(_ mark: String, _ count: Int) -> [String] { (0..<count).map { "\(mark)t\($0)" } }
        func long(_ mark: String, _ count: Int) -> String { mark + String(repeating: "长", count: count) }
        #expect(problem(of: Array(repeating: "a", count: 200)) == nil)
        #expect(problem(of: Array(repeating: "a", count: 201)) == "too_many_words")
        #expect(problem(of: [long("", 4000)]) == nil)
        #expect(problem(of: [long("", 4001)]) == "text_too_long")
        #expect(problem(of: ["a", long("", 3999)]) == "text_too_long")
        #expect(problem(of: numbered("+", 20)) == nil)
        #expect(problem(of: numbered("+", 21)) == "too_many_tags")
        #expect(problem(of: numbered("@", 20)) == nil)
        #expect(problem(of: numbered("@", 21)) == "too_many_mentions")
        #expect(problem(of: [long("+", 40)]) == nil)
        #expect(problem(of: [long("+", 41)]) == "tag_too_long")
    }

    @Test func randomLinesKeepTheirWordsAndReadBackTheSame() {
        var generator = SeededGenerator(seed: 23)
        let parts = [
            "@", "+", ":", "：", "--", "-", "金额", "amount", "类型", "走访", "a", "B", "9", "/", "//", ".", " ", "　", "亿",
            "\u{301}",
            "👨‍👩‍👧", "\u{202E}", "\u{7}", "한", "＋", "＠", "_", "·", "é", "e\u{301}",
        ]
        var parsed = 0
        for _ in 0..<3_000 {
            let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in parts.randomElement(using: &generator)
                }
                .joined()
            }
            guard let line = try? CaptureLine(words: words, knownKeys: Self.keys) else { continue }
            parsed += 1
            let again = try? CaptureLine(words: line.words, knownKeys: Self.canonicalKeys)
            #expect(again.map(Content.init) == Content(line), "\(words)")
        }
        #expect(parsed > 1_000)
    }

    /// A word without any marking character is always text, in its place.
    @Test func plainWordsAreAllKeptInOrder() throws {
        var generator = SeededGenerator(seed: 29)
        let parts = ["走访", "a", "B", "9", "/", ".", " ", "亿", "é", "，", "-x", "!", "\"", "#", "=", "%"]
        for _ in 0..<1_000 {
            let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in parts.randomElement(using: &generator)
                }
                .joined()
            }
            let kept = words.filter { $0.contains { $0 != " " } }
            let marked = kept.enumerated().flatMap { index, word in [word, "@m\(index)", "+t\(index)", "kind:\(index)"]
            }
            let line = try CaptureLine(words: marked, knownKeys: Self.keys)
            #expect(line.text == kept.joined(separator: " "))
            #expect(line.mentions.count == kept.count && line.tags.count == kept.count)
        }
    }

    static let canonicalKeys = Dictionary(keys.values.map { ($0, $0) }) { first, _ in first }

    /// A line without the places of its attributes, which move when it is written anew.
    struct Content: Equatable {
        let text: String
        let mentions: [String]
        let tags: [String]
        let attributes: [[String]]

        init(_ line: CaptureLine) {
            text = line.text
            mentions = line.mentions
            tags = line.tags
            attributes = line.attributes.map { [$0.key, $0.value] }
        }
    }
}
