/// A block is one object that says its `type` beside its own keys: `{"type":"paragraph","text":…}`.
extension Block: Codable {
    private enum Kind: String, Codable {
        case paragraph, cards, table, chart, list, note
    }

    private enum Key: String, CodingKey {
        case type, text, cards, items
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(Kind.self, forKey: .type) {
        case .paragraph: self = .paragraph(try container.decode(Text.self, forKey: .text))
        case .note: self = .note(try container.decode(Text.self, forKey: .text))
        case .cards: self = .cards(try container.decode([Card].self, forKey: .cards))
        case .list: self = .list(try container.decode([Text].self, forKey: .items))
        case .table: self = .table(try Table(from: decoder))
        case .chart: self = .chart(try Chart(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .type)
        switch self {
        case .paragraph(let text), .note(let text): try container.encode(text, forKey: .text)
        case .cards(let cards): try container.encode(cards, forKey: .cards)
        case .list(let items): try container.encode(items, forKey: .items)
        case .table(let table): try table.encode(to: encoder)
        case .chart(let chart): try chart.encode(to: encoder)
        }
    }

    private var kind: Kind {
        switch self {
        case .paragraph: .paragraph
        case .cards: .cards
        case .table: .table
        case .chart: .chart
        case .list: .list
        case .note: .note
        }
    }
}
