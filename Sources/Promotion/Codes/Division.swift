public import Labels

/// One line of the list of administrative divisions (GB/T 2260) with the time in which it holds.
public struct Division: Hashable, Sendable {
    /// Six digits. A code may name two divisions, one after the other.
    public let code: String
    /// `municipality`, `district`, `county`, …
    public let level: String
    public let name: Phrase
    /// First day, as the list gives it: `YYYY-MM-DD`, or a bare year when only the list of that 31 December is known.
    public let validFrom: String
    /// The day from which it no longer holds (exclusive), in the same forms.
    public let validTo: String?
    public let successors: [Successor]
    /// Whether it belongs to the Riverside Industrial Transfer Demonstration Zone.
    public let isInZone: Bool
    public let note: String?

    /// What an abolished division became.
    public struct Successor: Hashable, Sendable {
        /// Absent while the new division's code is not published.
        public let code: String?
        public let name: String?

        public init(code: String?, name: String?) {
            self.code = code
            self.name = name
        }
    }

    public init(
        code: String, level: String, name: Phrase, validFrom: String, validTo: String? = nil,
        successors: [Successor] = [], isInZone: Bool = false, note: String? = nil
    ) {
        self.code = code
        self.level = level
        self.name = name
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
        self.isInZone = isInZone
        self.note = note
    }
}
