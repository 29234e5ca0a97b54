public import Labels

/// Why a text is not a unified social credit code. Positions count from 1 in the normalised text.
public enum USCCProblem: Error, Hashable, Sendable {
    /// The number of characters is not 18.
    case length(Int, mangledBySpreadsheet: Bool)
    /// A character that the standard's alphabet does not have.
    case alphabet(position: Int, character: Character)
    /// Characters 3–8 are digits.
    case division(position: Int, character: Character)
    /// The 18th character does not fit the first seventeen.
    case check(expected: Character, found: Character)

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .length: "length"
        case .alphabet: "alphabet"
        case .division: "division"
        case .check: "check"
        }
    }

    /// The place of the wrong character, from 1.
    public var position: Int? {
        switch self {
        case .length: nil
        case .alphabet(let position, _), .division(let position, _): position
        case .check: 18
        }
    }

    /// What the 18th character should be.
    public var expected: Character? {
        if case .check(let expected, _) = self { expected } else { nil }
    }

    public var message: Phrase {
        switch self {
        case .length(let count, _):
            Phrase(zh: "统一社会信用代码应为 18 位，这里是 \(count) 位", en: "a USCC has 18 characters, this one has \(count)")
        case .alphabet(let position, let character):
            Phrase(
                zh: "第 \(position) 位“\(character)”不在代码字符集内（没有 I、O、S、V、Z）",
                en: "character \(position), \(character), is not in the alphabet (which has no I, O, S, V, Z)")
        case .division(let position, let character):
            Phrase(
                zh: "第 \(position) 位“\(character)”应为数字：第 3–8 位是行政区划码",
                en: "character \(position), \(character), must be a digit: characters 3-8 are the division code")
        case .check(let expected, let found):
            Phrase(
                zh: "校验位应为 \(expected)，这里是 \(found)", en: "the check character should be \(expected), not \(found)")
        }
    }

    public var hint: Phrase {
        switch self {
        case .length(_, mangledBySpreadsheet: true):
            Phrase(
                zh: "代码被表格软件当作数字改写了：请把该列设为文本，重新填写",
                en: "a spreadsheet turned the code into a number: make the column text and enter it again")
        case .length:
            Phrase(zh: "请按营业执照填写全部 18 位", en: "enter all 18 characters of the business licence")
        case .alphabet:
            Phrase(
                zh: "请核对：I 常是 1，O 常是 0，S 常是 5，Z 常是 2",
                en: "compare with the licence: I is often 1, O is 0, S is 5, Z is 2")
        case .division, .check:
            Phrase(zh: "请与营业执照逐位核对", en: "compare with the business licence, character by character")
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        var details: [String: ErrorDetail] = ["reason": .text(code)]
        if let position { details["position"] = .number(Int64(position)) }
        if let expected { details["expected"] = .text(String(expected)) }
        return ZhaoshangError(.badCode, message, hint: hint, details: details)
    }
}
