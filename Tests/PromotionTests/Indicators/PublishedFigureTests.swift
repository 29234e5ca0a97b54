import Labels
import Promotion
import Testing

/// Every row of `Tests/Vectors/kpi.csv`: published inputs and figures; its README names their sources.
@Suite struct PublishedFigureTests {
    @Test func formulasGiveTheExpectedDecimals() throws {
        let rows = try ExpectedRows.vectors("kpi")
        #expect(rows.count == 33)
        for row in rows {
            let inputs = try (row["inputs"] ?? "").split(separator: ";").map { pair in
                let parts = pair.split(separator: "=")
                return (name: String(parts[0]), value: try #require(Fraction(parsing: String(parts[1])), "\(row)"))
            }
            let names = inputs.map(\.name)
            let indicator = try #require(IndicatorList.named(row["kpi"] ?? "", inputs: names), "\(row)")
            let value = try #require(indicator.formula).value(named: inputs)
            let expected = row["expected"] ?? ""
            guard !expected.isEmpty else {
                #expect(value == nil, "\(row)")
                continue
            }
            let decimals = try #require(Int(row["decimals"] ?? ""))
            let text = value.flatMap { indicator.text($0, decimals: decimals)?.en } ?? ""
            let digits = text.filter { $0.isNumber || $0 == "." || $0 == "-" }
            #expect(digits == expected, "\(row)")
            let exact = value.flatMap { indicator.text($0, decimals: 6)?.en } ?? ""
            #expect(exact.filter { $0.isNumber || $0 == "." || $0 == "-" } == row["exact_6"], "\(row)")
        }
    }

    /// By hand: a weight of 0.6 and 0.4 on 3/4 and 1/2 is 0.65; 30 and 50 of 40 and 50 marks lose 2.
    @Test(arguments: [
        ("K20", "a=3 ta=4 wa=0.6 b=1 tb=2 wb=0.4", "0.65"), ("K21", "a=3 ta=4 fa=40 b=9 tb=3 fb=50 d=2", "78.00"),
        ("K22", "a=10 b=20 c=90", "20.00"), ("K22", "a=10 b=20", "15.00"), ("K22.p90", "a=0 b=10", "9.00"),
        ("K23", "a=3 b=20 c=10", "10.00%"), ("K28", "a=3 b=20", "85.00%"), ("K31", "a=3 o=1", "75.00%"),
        ("K6", "a=3 b=4", "7.00"),
    ])
    func otherFormulas(name: String, inputs: String, expected: String) throws {
        let named = inputs.split(separator: " ").compactMap { pair -> (name: String, value: Fraction)? in
            let parts = pair.split(separator: "=")
            return Fraction(parsing: String(parts[1])).map { (String(parts[0]), $0) }
        }
        let indicator = try #require(IndicatorList.named(name, inputs: named.map(\.name)))
        let value = try #require(try indicator.formula?.value(named: named))
        #expect(indicator.text(value, decimals: 2)?.en == expected)
    }

    @Test func whatIsMissingUnknownOrTwiceIsNamed() {
        #expect(throws: FormulaProblem.missing(["b"], formula: .share)) {
            try IndicatorFormula.share.value(named: [("a", .one)])
        }
        #expect(throws: FormulaProblem.unknown(["x"], formula: .share)) {
            try IndicatorFormula.share.value(named: [("a", .one), ("x", .one)])
        }
        #expect(throws: FormulaProblem.twice("b")) {
            try IndicatorFormula.fulfilment.value(named: [("a", .one), ("b", .one), ("o", .one)])
        }
        #expect(throws: FormulaProblem.weights("0.5000")) {
            try IndicatorFormula.index.value(named: [("a", .one), ("ta", .one), ("wa", Fraction(1, over: 2) ?? .one)])
        }
    }

    @Test(arguments: [
        ("1,005,136", "1005136"), ("１．５", "1.5"), ("-3.25", "-3.25"), ("56.3359", "56.3359"), ("10,00", nil),
        ("1e3", nil), ("", nil), (".5", nil), ("5.", nil), ("1.2.3", nil), ("٣", nil),
        ("1234567890123456", nil),
    ])
    func decimalsAreReadExactly(text: String, expected: String?) {
        let fraction = Fraction(parsing: text)
        let decimals = expected?.split(separator: ".").dropFirst().first?.count ?? 0
        #expect(fraction?.decimalText(decimals: decimals) == expected)
    }

    @Test func keysAreUniqueAndNamesFindThem() {
        #expect(Set(IndicatorList.all.map(\.key)).count == IndicatorList.all.count)
        for indicator in IndicatorList.all {
            #expect(IndicatorList.named(indicator.name.zh)?.key == indicator.key)
            #expect(IndicatorList.named(indicator.key.uppercased())?.key == indicator.key)
        }
    }
}
