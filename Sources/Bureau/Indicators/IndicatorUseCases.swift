public import Labels
public import Promotion

/// What `zs indicator eval` answers.
public struct IndicatorAnswer: Sendable {
    public var indicator: IndicatorDefinition
    /// Nil when a denominator is zero.
    public var value: Fraction?
    /// `—` without a value.
    public var text: Phrase
}

extension Bureau {
    /// `zs indicator eval K7 a=244 b=247 [decimals]`: exact, half up. Names are keys, codes, Chinese or English names.
    public func evaluateIndicator(_ name: String, _ words: [String], decimals: String?, caller: Caller) async throws
        -> IndicatorAnswer
    {
        try await read(caller) { try $0.authorise("indicator.eval", .none) }
        let given = try FormulaInputs(name: name, words: words)
        guard let indicator = IndicatorList.named(given.name, inputs: given.inputs.map(\.name)) else {
            throw IndicatorProblem.unknown(given.name)
        }
        guard let formula = indicator.formula else { throw IndicatorProblem.withoutFormula(indicator) }
        let places = try decimals.map(Self.decimals) ?? (formula == .total ? 0 : indicator.decimals)
        let value: Fraction?
        do {
            value = try formula.value(named: given.inputs)
        } catch {
            throw IndicatorProblem.error(error, indicator)
        }
        guard let value else { return IndicatorAnswer(indicator: indicator, value: nil, text: Phrase("—")) }
        guard let text = indicator.text(value, decimals: places) else {
            throw IndicatorProblem.error(.tooLarge, indicator)
        }
        return IndicatorAnswer(indicator: indicator, value: value, text: text)
    }

    private static func decimals(_ text: String) throws -> Int {
        guard let number = Int(text), (0...9).contains(number) else {
            throw ZhaoshangError(
                .usage, zh: "小数位数须为 0 到 9：\(text)", en: "decimals are 0 to 9, not \(text)",
                hint: Phrase("zs indicator eval K7 a=244 b=247 --decimals 1"))
        }
        return number
    }

    /// `zs indicator list`: every figure key there is.
    public func listIndicators(caller: Caller) async throws -> [IndicatorDefinition] {
        try await read(caller) { try $0.authorise("indicator.list", .none) }
        return IndicatorList.all
    }

    /// `zs indicator show K7`: the keys of a code, or the one that is named.
    public func showIndicator(_ name: String, caller: Caller) async throws -> [IndicatorDefinition] {
        try await read(caller) { try $0.authorise("indicator.show", .none) }
        let ofCode = IndicatorList.all.filter { $0.code.lowercased() == name.lowercased() }
        if !ofCode.isEmpty { return ofCode }
        guard let found = IndicatorList.named(name) else { throw IndicatorProblem.unknown(name) }
        return [found]
    }
}

/// `a=244`, `b：247` and the words of the name before them.
private struct FormulaInputs {
    var name: String
    var inputs: [(name: String, value: Fraction)] = []

    init(name: String, words: [String]) throws {
        var names = [name]
        for word in words {
            guard let sign = word.firstIndex(where: { "=＝:：".contains($0) }) else {
                names.append(word)
                continue
            }
            let text = String(word[word.index(after: sign)...])
            guard let value = Fraction(parsing: text) else { throw IndicatorProblem.badNumber(text, word) }
            inputs.append((word[..<sign].lowercased(), value))
        }
        self.name = names.joined(separator: " ")
    }
}
