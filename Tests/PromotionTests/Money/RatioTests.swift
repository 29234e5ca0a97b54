import Promotion
import Testing

@Suite struct RatioTests {
    /// Expected values by hand, on the decimal expansion.
    @Test(arguments: [
        (1, 3, 1, "33.3%"), (2, 3, 1, "66.7%"), (1, 8, 1, "12.5%"), (1, 8, 0, "13%"), (1, 1000, 0, "0%"),
        (1, 200, 0, "1%"), (0, 5, 1, "0.0%"), (5, 4, 2, "125.00%"), (-1, 8, 0, "-13%"), (1, -8, 1, "-12.5%"),
        (-1, 3000, 1, "0.0%"), (285, 100_000, 2, "0.29%"), (9_223_372_036_854_775_807, 1, 0, "922337203685477580700%"),
    ])
    func percentagesAreHalfUpOnIntegers(numerator: Int64, denominator: Int64, decimals: Int, text: String) {
        let ratio = Ratio(numerator: numerator, denominator: denominator)
        #expect(ratio.percentText(decimals: decimals) == text)
    }

    @Test func zeroDenominatorHasNoValue() {
        let ratio = Ratio(numerator: 3, denominator: 0)
        #expect(ratio.percentText(decimals: 1) == nil)
        #expect(ratio.decimalText(decimals: 1) == nil)
        #expect(ratio.decimalValue == nil)
    }

    /// Published rows whose formula is one plain ratio of whole numbers.
    @Test func publishedShares() throws {
        var checked = 0
        for row in try ExpectedRows.vectors("kpi") {
            guard row["formula"] == "a/b*100", let inputs = row["inputs"], let expected = row["expected"] else {
                continue
            }
            let values = inputs.split(separator: ";").compactMap {
                $0.split(separator: "=").last.flatMap { scaled($0) }
            }
            let decimals = try #require(row["decimals"].flatMap { Int($0) })
            guard values.count == 2 else { continue }
            let ratio = Ratio(numerator: values[0], denominator: values[1])
            // Without a value where the denominator is zero.
            #expect(ratio.percentNumber(decimals: decimals) ?? "" == expected, "\(row)")
            checked += 1
        }
        #expect(checked == 23)
    }

    /// A decimal with up to six decimals as a whole number of millionths.
    private func scaled(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".")
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        return Int64(whole + fraction + String(repeating: "0", count: max(0, 6 - fraction.count)))
    }

    @Test func decimalsOfOtherUnits() {
        #expect(Ratio(numerator: 7, denominator: 2).decimalText(decimals: 1) == "3.5")
        #expect(Ratio(numerator: 7, denominator: 2).decimalValue == 3.5)
    }
}
