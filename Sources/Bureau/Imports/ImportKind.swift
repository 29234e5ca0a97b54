import Labels

/// What can be imported: the columns it knows, and what a row comes to.
protocol ImportKind: Sendable {
    /// As typed: `entries`.
    var name: String { get }
    /// Further ways to type it: `日志`.
    var aliases: [String] { get }
    var columns: [ImportColumn] { get }
    /// Names may be near one another without being the same, and an officer may say which they are.
    var asksForNearNames: Bool { get }
    /// What each row comes to, in their order, decided by the same functions as the verbs of the noun. Reads only.
    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps
    /// The records that the caller sees, under `columns`.
    func exported(_ context: ReadContext) throws -> [[ExportCell]]
}

extension ImportKind {
    var asksForNearNames: Bool { false }
}

enum ImportKinds {
    /// In the order in which one may name records of the other.
    static func all(_ codes: CodeTables) -> [any ImportKind] {
        [
            OfficerImport(), TargetImport(),
            EnterpriseImport(codes: codes),
            LeadImport(codes: codes), ProjectImport(codes: codes), FundsImport(), EntryImport(),
        ]
    }

    static func named(_ text: String, _ codes: CodeTables) throws -> any ImportKind {
        let wanted = text.lowercased()
        let all = all(codes)
        if let kind = all.first(where: { $0.name == wanted || $0.aliases.contains(wanted) }) { return kind }
        let list = all.map(\.name).joined(separator: ", ")
        throw ZhaoshangError(
            .usage, zh: "不能导入“\(text)”", en: "no such kind: \(text)",
            hint: Phrase(zh: "可用：\(list)", en: "one of: \(list)"), details: ["kind": .text(text)])
    }
}

/// What the rows of a file come to.
struct ImportSteps: Sendable {
    var steps: [ImportStep] = []
    /// Whether an event that came after the steps were decided could have decided them otherwise.
    var isTouched: @Sendable (Event) throws -> Bool = { _ in true }
    /// What follows once all rows are in: a day's inventory is settled once.
    var finish: @Sendable (WriteContext) throws -> Void = { _ in }
}

/// What one row comes to.
struct ImportStep: Sendable {
    enum Action: String, Sendable, Codable, CaseIterable {
        case create, change, unchanged
        /// The same as an earlier row.
        case duplicate
        case refused
    }

    var line: Int
    var record: Int
    var action: Action
    /// The record that changes, is unchanged, or the earlier row.
    var subject: String?
    /// In a few words, for people.
    var label: String
    var problems: [ImportProblem<Phrase>] = []
    var notices: [ImportProblem<Phrase>] = []
    var changes: [Change] = []
    /// What exactly is done, in words: what was read and what it was resolved to.
    var promise: String
    /// Does it. Nil for rows that do nothing.
    var perform: (@Sendable (WriteContext) throws -> Void)?

    init(
        _ row: ImportedRow, _ action: Action, subject: String? = nil, label: String, changes: [Change] = [],
        promise: String = "", perform: (@Sendable (WriteContext) throws -> Void)? = nil
    ) {
        line = row.line
        record = row.record
        self.action = action
        self.subject = subject
        self.label = ImportText.shown(label)
        problems = row.problems
        notices = action == .refused || action == .duplicate ? [] : row.notices
        self.changes = changes
        self.promise = row.reading + promise
        self.perform = perform
    }

    static func refused(_ row: ImportedRow, label: String) -> ImportStep {
        ImportStep(row, .refused, label: label)
    }

    static func duplicate(_ row: ImportedRow, of line: Int, label: String) -> ImportStep {
        ImportStep(row, .duplicate, subject: String(line), label: label)
    }
}

/// One value of an export.
public enum ExportCell: Hashable, Sendable {
    case text(String)
    case number(Int64)
    /// Whole yuan.
    case yuan(Int64)
    case nothing

    static func text(_ text: String?) -> ExportCell { text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }
    static func list(_ words: [String]) -> ExportCell { text(words.joined(separator: "、")) }
}
