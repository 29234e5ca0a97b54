/// Something about a row of a file, or about one cell of it: why it cannot be imported, or what a person should know of
/// it, and what to do about it.
///
/// `Text` is ``Phrase`` where it is decided and kept, and `String` on the wire, in the language of the request.
public struct ImportProblem<Text: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    /// Line of a text file, row of a sheet; from 1.
    public var line: Int
    /// Which of the rows it is, from 1.
    public var record: Int
    /// The title of the column as the file has it.
    public var column: String?
    public var field: String?
    /// What the cell says, on one line.
    public var value: String?
    /// Stable word for programs.
    public var code: String
    public var message: Text
    public var remedy: Text?
    /// For programs: `position` and `expected` of a code, `candidates` of a name.
    public var details: [String: ErrorDetail]?

    public init(
        line: Int, record: Int, column: String? = nil, field: String? = nil, value: String? = nil, code: String,
        message: Text, remedy: Text? = nil, details: [String: ErrorDetail]? = nil
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

extension ImportProblem where Text == Phrase {
    /// As one reader gets it.
    public func read(in language: Language) -> ImportProblem<String> {
        ImportProblem<String>(
            line: line, record: record, column: column, field: field, value: value, code: code,
            message: message[language], remedy: remedy?[language], details: details)
    }
}

/// A column of a file, and what it was taken for.
public struct ImportedColumn: Hashable, Sendable, Codable {
    public var title: String
    /// Absent for a column that is not read.
    public var field: String?
    /// What plain numbers in it count: `万元`.
    public var unit: String?

    public init(title: String, field: String? = nil, unit: String? = nil) {
        self.title = title
        self.field = field
        self.unit = unit
    }
}
