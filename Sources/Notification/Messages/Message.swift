import FoundationEssentials
public import Labels
public import WorkCalendar

/// What somebody is told, with everything a reader or a program needs: nothing of it was typed by people.
public struct Message: Hashable, Sendable {
    /// A task that the message is about.
    public struct Item: Hashable, Sendable {
        public var task: String
        public var title: Phrase
        public var dueAt: Instant
        public var provisional: Bool
        /// Step of the ladder, from 1.
        public var level: Int
        public var overdue: Bool

        public init(task: String, title: Phrase, dueAt: Instant, provisional: Bool, level: Int, overdue: Bool) {
            self.task = task
            self.title = title
            self.dueAt = dueAt
            self.provisional = provisional
            self.level = level
            self.overdue = overdue
        }
    }

    /// Unique; the same in every attempt.
    public var key: String
    /// `reminder`, `escalation`, `digest` or `test`.
    public var kind: String
    /// `O-3` or `U-2`.
    public var recipient: String
    public var recipientName: Phrase
    public var at: Instant
    public var items: [Item]

    public init(
        key: String, kind: String, recipient: String, recipientName: Phrase, at: Instant, items: [Item]
    ) {
        self.key = key
        self.kind = kind
        self.recipient = recipient
        self.recipientName = recipientName
        self.at = at
        self.items = items
    }

    /// The document that programs get, `zhaoshang/notice.v1`: sorted keys, so that the same message is the same bytes.
    public var document: [UInt8] {
        let document = Document(
            type: "task.\(kind)", timestamp: at.iso8601,
            data: Document.Contents(
                schema: "zhaoshang/notice.v1", key: key, recipient: recipient, recipientName: recipientName,
                items: items.map {
                    Document.Entry(
                        task: $0.task, title: $0.title, dueAt: $0.dueAt.iso8601, provisional: $0.provisional,
                        level: $0.level, overdue: $0.overdue)
                }))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, numbers and truth values always encode.
        return (try? encoder.encode(document)).map { [UInt8]($0) } ?? []
    }

    private struct Document: Encodable {
        struct Entry: Encodable {
            var task: String
            var title: Phrase
            var dueAt: String
            var provisional: Bool
            var level: Int
            var overdue: Bool

            enum CodingKeys: String, CodingKey {
                case task, title, provisional, level, overdue
                case dueAt = "due_at"
            }
        }

        struct Contents: Encodable {
            var schema: String
            var key: String
            var recipient: String
            var recipientName: Phrase
            var items: [Entry]

            enum CodingKeys: String, CodingKey {
                case schema, key, recipient, items
                case recipientName = "recipient_name"
            }
        }

        var type: String
        var timestamp: String
        var data: Contents
    }
}
