public import Labels

/// A unified social credit code (GB 32100-2015): 18 characters without I, O, S, V and Z, the last one a check.
///
/// Coded as its text.
public struct USCC: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The 18 characters, upper case.
    public let code: String

    /// Reads a code: full-width characters, lower case, spaces and hyphens are normalised first.
    public init(_ text: String) throws(USCCProblem) {
        let scalars = Self.normalized(text)
        guard scalars.count == 18 else {
            throw .length(scalars.count, mangledBySpreadsheet: Self.looksMangled(text))
        }
        var values: [Int] = []
        for (index, scalar) in scalars.enumerated() {
            guard let value = Self.alphabet.firstIndex(of: scalar) else {
                throw .alphabet(position: index + 1, character: Character(scalar))
            }
            values.append(value)
        }
        if let index = (2..<8).first(where: { values[$0] > 9 }) {
            throw .division(position: index + 1, character: Character(scalars[index]))
        }
        let expected = Self.checkCharacter(of: values.dropLast())
        guard expected == scalars[17] else {
            throw .check(expected: Character(expected), found: Character(scalars[17]))
        }
        code = String(String.UnicodeScalarView(scalars))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(USCCProblem) {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message.en)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    public var description: String { code }

    /// Characters 3–8: the division of the registering authority. A code keeps it when the division is abolished.
    public var divisionCode: String { String(code.dropFirst(2).prefix(6)) }

    /// Characters 9–17: the organisation code of GB 11714.
    public var organisationCode: String { String(code.dropFirst(8).prefix(9)) }

    /// Whether the organisation code's own check (GB 11714) holds too. Issued codes exist where it does not.
    public var organisationCheckHolds: Bool {
        let values = organisationCode.unicodeScalars.map { Self.organisationValue($0) }
        let sum = zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        let expected: Character =
            switch 11 - sum % 11 {
            case 10: "X"
            case 11: "0"
            case let digit: Character("\(digit)")
            }
        return organisationCode.last == expected
    }

    /// Said beside a valid code whose organisation code fails its own check.
    public var warning: Phrase? {
        guard !organisationCheckHolds else { return nil }
        return Phrase(
            zh: "第 9–17 位不满足组织机构代码（GB 11714）的校验，请核对",
            en: "characters 9-17 fail the organisation code's own check (GB 11714); please compare with the licence")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

    /// (31 − Σ value × 3^(i−1) mod 31) mod 31, GB 32100-2015 section 4.5.
    private static func checkCharacter(of values: some Sequence<Int>) -> Unicode.Scalar {
        var sum = 0
        var weight = 1
        for value in values {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// GB 11714 counts letters A = 10 … Z = 35, with no letter left out.
    private static func organisationValue(_ scalar: Unicode.Scalar) -> Int {
        scalar.isDigit ? Int(scalar.value) - 48 : Int(scalar.value) - 55
    }

    private static func normalized(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map(HalfWidth.scalar).filter { scalar in
            let isDash = scalar == "-" || scalar == "\u{2212}" || ("\u{2010}"..."\u{2015}").contains(scalar)
            return !isDash && !scalar.properties.isWhitespace
        }.map(\.uppercasedASCII)
    }

    /// `9.15001E+17`: what is left of a code that a spreadsheet took for a number.
    private static func looksMangled(_ text: String) -> Bool {
        let upper = text.uppercased()
        return upper.contains("E+") && upper.contains(".")
    }
}
