import FoundationEssentials
import Labels
import Promotion
import Testing

@Suite struct MoneyTests {
    @Test func vectorsAreReadAndShownAsStated() throws {
        let rows = try ExpectedRows.vectors("money")
        #expect(rows.count == 63)
        for row in rows {
            let input = try #require(row["input"])
            let note = row["note"] ?? ""
            do throws(MoneyProblem) {
                let money = try Money(parsing: input)
                let shown = [
                    String(money.yuan), money.yi2, money.wan2, money.text(in: .zh), money.text(in: .en),
                ]
                let expected = ["yuan", "yi_2", "wan_2", "zh", "en"].map { row[$0] ?? "" }
                #expect(shown == expected, "\(input)")
            } catch {
                let reason = error.code.replacing("_", with: " ")
                #expect(note.hasPrefix("refused: \(reason)"), "\(input): \(error)")
                #expect(row["yuan"] == "", "\(input): \(error)")
            }
        }
    }

    @Test(arguments: [
        ("1 亿", 100_000_000), ("CNY1,000yuan", 1000), ("2 M", 2_000_000), ("3m yuan", 3_000_000),
        ("1万8千元", 18_000), ("1亿元5000万元", 150_000_000), ("1.2500万", 12_500), ("0", 0),
        ("１，２３４，５６７．００元", 1_234_567), ("5 THOUSAND", 5000), ("2tn", 2_000_000_000_000), (" 7元 ", 7),
    ])
    func otherAcceptedForms(text: String, yuan: Int64) throws {
        #expect(try Money(parsing: text).yuan == yuan)
    }

    @Test(arguments: [
        ("-1", "sign"), ("−1.2亿", "sign"), ("￥-5", "sign"), ("－3万", "sign"), ("$5", "currency"), ("€ 5m", "currency"),
        ("5 HKD", "currency"), ("8亿日元", "currency"), ("＄5", "currency"), ("1.5亿2000万", "form"),
        ("1亿20000万", "form"), ("1亿5000", "form"), ("1亿5 million", "form"), ("5.", "form"), (".5亿", "form"),
        ("1,234,56", "form"), ("1234,567", "form"), ("1,234567", "form"), ("5E8", "form"), ("+5", "form"),
        ("5元元", "form"), ("1 2", "form"), ("￥", "form"), ("５亿左右", "form"), ("1.2.3", "form"), ("0x10", "form"),
        ("五百万", "form"), ("99999999999999999999999999999999999999999999", "overflow"), ("10000000万亿", "overflow"),
        ("0.001元", "fraction_of_a_yuan"), ("1.23 thousand yuan 5", "form"), ("٣", "form"),
    ])
    func refusedForms(text: String, code: String) {
        let problem = #expect(throws: MoneyProblem.self) { try Money(parsing: text) }
        #expect(problem?.code == code)
        #expect(problem?.message.zh.isEmpty == false)
        #expect(problem?.hint.en.isEmpty == false)
    }

    @Test(arguments: [
        ("5000万1亿", MoneyProblem.form(.unitsMustDescend)), ("1亿1亿", .form(.unitsMustDescend)),
        ("1,23亿", .form(.thousandsSeparator)), ("一亿", .form(.chineseNumerals)), ("1e8", .form(.exponent)),
        ("", .form(.empty)), ("亿", .form(.noNumber)), ("8.2亿美元", .currency("美元")), ("USD 8", .currency("USD")),
    ])
    func refusalsSayWhatIsWrong(text: String, problem: MoneyProblem) {
        #expect(throws: problem) { try Money(parsing: text) }
    }

    @Test func readingNeverCrashesOnRandomText() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("0123456789..,,亿万千百元￥- eE+mbnRMBuan　９，．\u{301}👍")
        for _ in 0..<3_000 {
            let length = Int.random(in: 0...14, using: &generator)
            let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
            guard let money = try? Money(parsing: text) else { continue }
            #expect(money.yuan >= 0, "\(text)")
            #expect((try? Money(parsing: String(money.yuan))) == money, "\(text)")
        }
    }

    @Test func displayReadsBackWithinHalfOfItsLastDigit() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1_000 {
            let digits = Int.random(in: 1...15, using: &generator)
            let bound = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
            let money = Money(yuan: Int64.random(in: 0..<bound, using: &generator))
            for language in Language.allCases {
                let back = try Money(parsing: money.text(in: language)).yuan
                #expect(abs(back - money.yuan) * 100 <= max(money.yuan, 1), "\(money.yuan)")
            }
        }
    }

    @Test(arguments: [
        (-150_000_000, "-1.5亿元", "RMB -150 million"), (1, "+1元", "RMB +1"), (0, "0元", "RMB 0"),
        (-9_999, "-9999元", "RMB -9,999"),
    ])
    func changesShowTheirSign(yuan: Int64, zh: String, en: String) {
        #expect(Money(yuan: yuan).changeText(in: .zh) == zh)
        #expect(Money(yuan: yuan).changeText(in: .en) == en)
    }

    @Test func differencesRoundAsTheirAbsoluteValue() {
        #expect(Money(yuan: -33_500_000).yi2 == "-0.34")
        #expect(Money(yuan: -49).wan2 == "0.00")
        #expect(Money(yuan: .min).text(in: .zh) == "-92233720368.55亿元")
        #expect(Money(yuan: -5).text(in: .en) == "RMB -5")
    }

    @Test func sumsAreExactOrRefused() throws {
        let parts = try ["0.334亿", "0.333亿", "0.333亿"].map { text throws(MoneyProblem) in try Money(parsing: text) }
        #expect(parts.map(\.yi2) == ["0.33", "0.33", "0.33"])
        #expect(try Money.sum(parts).yi2 == "1.00")
        #expect(throws: MoneyProblem.overflow) { try Money(yuan: .max).adding(Money(yuan: 1)) }
        #expect(throws: MoneyProblem.overflow) { try Money(yuan: .min).subtracting(Money(yuan: 1)) }
    }

    @Test func codedAsAPlainInteger() throws {
        let data = try JSONEncoder().encode([Money(yuan: 150_000_000)])
        #expect(String(decoding: data, as: UTF8.self) == "[150000000]")
        #expect(try JSONDecoder().decode([Money].self, from: data) == [Money(yuan: 150_000_000)])
    }
}

/// The same "random" numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
