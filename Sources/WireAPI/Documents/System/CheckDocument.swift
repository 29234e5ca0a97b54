/// Whether a text is a credit code, an amount, a division or an industry.
public struct CheckDocument: WireDocument {
    public static let schema = "zhaoshang/check.v1"

    public var schema: String = Self.schema
    /// `uscc`, `money`, `division` or `industry`.
    public var kind: String
    public var ok: Bool
    /// Money: whole yuan. Codes: the code.
    public var value: WireValue?
    public var normalized: String?
    public var zh: String?
    public var en: String?
    public var error: CheckProblem?

    public init(
        kind: String, ok: Bool, value: WireValue? = nil, normalized: String? = nil, zh: String? = nil,
        en: String? = nil, error: CheckProblem? = nil
    ) {
        self.kind = kind
        self.ok = ok
        self.value = value
        self.normalized = normalized
        self.zh = zh
        self.en = en
        self.error = error
    }
}

/// Why a text is not what it should be.
public struct CheckProblem: Hashable, Sendable, Codable {
    public var code: String
    public var message: String
    /// Character of the text, from 1.
    public var position: Int?
    public var expected: String?

    public init(code: String, message: String, position: Int? = nil, expected: String? = nil) {
        self.code = code
        self.message = message
        self.position = position
        self.expected = expected
    }
}
