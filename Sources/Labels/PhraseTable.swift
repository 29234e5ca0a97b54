/// Words by code. Of a code that stands in it twice the first one holds, so that a slip in a list of words is never more than a
/// wrong word; `repeated` names such codes for the tests.
public struct PhraseTable: Sendable, ExpressibleByDictionaryLiteral {
    private var phrases: [String: Phrase] = [:]
    /// Codes that were given more than once, in order.
    public private(set) var repeated: [String] = []

    public init(dictionaryLiteral elements: (String, Phrase)...) {
        for (code, phrase) in elements { add(code, phrase) }
    }

    init(joining tables: PhraseTable...) {
        for table in tables {
            repeated += table.repeated
            for (code, phrase) in table.phrases.sorted(by: { $0.key < $1.key }) { add(code, phrase) }
        }
    }

    public subscript(code: String) -> Phrase? { phrases[code] }

    private mutating func add(_ code: String, _ phrase: Phrase) {
        if phrases[code] == nil { phrases[code] = phrase } else { repeated.append(code) }
    }
}
