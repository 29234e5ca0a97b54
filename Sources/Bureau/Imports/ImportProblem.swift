public import Labels

/// What keeps a row, or a cell of it, from being imported, and what to do about it.
public struct ImportProblem: Hashable, Sendable, Codable {
    /// Line of a text file, row of a sheet; from 1.
    public var line: Int
    public var record: Int
    /// The title of the column as the file has it.
    public var column: String?
    public var field: String?
    /// What the cell says, on one line.
    public var value: String?
    /// Stable word for programs.
    public var code: String
    public var message: Phrase
    public var remedy: Phrase?
    /// For programs: `position` and `expected` of a code, `candidates` of a name.
    public var details: [String: ErrorDetail]?

    public init(
        line: Int, record: Int, column: String? = nil, field: String? = nil, value: String? = nil, code: String,
        message: Phrase, remedy: Phrase? = nil, details: [String: ErrorDetail]? = nil
    ) {
        self.line = line
        self.record = record
        self.column = column
        self.field = field
        self.value = value
        self.code = code
        self.message = message
        self.remedy = remedy
        self.details = details
    }
}
