public import Labels

/// A run of text in a report: words of the product, a figure, or words that a person typed.
public enum Text: Hashable, Sendable {
    case phrase(Phrase)
    /// A key into `Report.figures`.
    case figure(String)
    /// A number that is not a figure of the report, already exact: shown as it stands, a number in CSV.
    case number(Int64)
    case reference(TextReference)
    case sequence([Text])

    public static func plain(_ text: String) -> Text { .phrase(Phrase(text)) }
    public static func phrase(zh: String, en: String) -> Text { .phrase(Phrase(zh: zh, en: en)) }
}

/// Stands for a text in the erasable store. `resolved` is filled for display only and is not part of what is hashed.
public struct TextReference: Hashable, Sendable, Codable {
    public var id: Int64
    /// Digest of the text keyed by its own key; the hash of a report covers it.
    public var digest: String
    public var resolved: String?

    public init(id: Int64, digest: String, resolved: String? = nil) {
        self.id = id
        self.digest = digest
        self.resolved = resolved
    }

    /// What is shown once the text was erased.
    public static let erased = Phrase(zh: "（已删除）", en: "(erased)")
}

extension Report {
    /// The ids of all texts that the report shows.
    public var textReferences: [Int64] {
        var ids: [Int64] = []
        _ = mapText { reference in
            ids.append(reference.id)
            return reference
        }
        return ids
    }

    /// The same report with every reference passed through `transform`.
    public func mapText(_ transform: (TextReference) -> TextReference) -> Report {
        var copy = self
        copy.sections = sections.map { section in
            var section = section
            section.blocks = section.blocks.map { $0.mapText(transform) }
            return section
        }
        return copy
    }
}

extension Block {
    func mapText(_ transform: (TextReference) -> TextReference) -> Block {
        switch self {
        case .paragraph(let text): return .paragraph(text.mapReferences(transform))
        case .note(let text): return .note(text.mapReferences(transform))
        case .list(let items): return .list(items.map { $0.mapReferences(transform) })
        case .table(var table):
            table.rows = table.rows.map { row in row.map { $0.mapReferences(transform) } }
            return .table(table)
        case .cards, .chart: return self
        }
    }
}

extension Text {
    func mapReferences(_ transform: (TextReference) -> TextReference) -> Text {
        switch self {
        case .reference(let reference): return .reference(transform(reference))
        case .sequence(let parts): return .sequence(parts.map { $0.mapReferences(transform) })
        case .phrase, .figure, .number: return self
        }
    }
}
