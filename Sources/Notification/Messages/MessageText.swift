import Labels
import WorkCalendar

/// Messages as people read them: one text for all that wait, by recipient, in the channel's language.
public enum MessageText {
    /// - Parameter limit: bytes of UTF-8 in one text.
    /// - Returns: one text, or several that fit, each numbered.
    public static func parts(_ messages: [Message], _ wording: Channel.Wording, limit: Int) -> [String] {
        switch wording {
        case .zh: TextSplitting.parts(lines(messages, .zh), limit: limit)
        case .en: TextSplitting.parts(lines(messages, .en), limit: limit)
        case .both: TextSplitting.parts(lines(messages, .zh) + [""] + lines(messages, .en), limit: limit)
        }
    }

    /// The subject line of a mail.
    public static func subject(_ messages: [Message], _ wording: Channel.Wording) -> String {
        let phrase = title(messages)
        return wording == .en ? phrase.en : wording == .zh ? phrase.zh : "\(phrase.zh) \(phrase.en)"
    }

    static func lines(_ messages: [Message], _ language: Language) -> [String] {
        var lines = [title(messages)[language]]
        var named: String?
        for message in messages.sorted(by: { ($0.recipient, $0.key) < ($1.recipient, $1.key) }) {
            if message.kind == "test" {
                lines.append(
                    Phrase(zh: "这是一条测试消息，无需处理。", en: "This is a test. Nothing has to be done.")[language])
                continue
            }
            if named != message.recipient {
                lines.append(message.recipientName[language] + (language == .zh ? "：" : ":"))
                named = message.recipient
            }
            lines += message.items.map { line($0)[language] }
        }
        return lines
    }

    private static func title(_ messages: [Message]) -> Phrase {
        if !messages.isEmpty, messages.allSatisfy({ $0.kind == "test" }) {
            return Phrase(zh: "【招商】测试", en: "[Zhaoshang] Test")
        }
        let count = messages.reduce(0) { $0 + $1.items.count }
        let overdue = messages.reduce(0) { $0 + $1.items.count(where: \.overdue) }
        if overdue == 0 {
            return Phrase(zh: "【招商】待办提醒 \(count) 项", en: "[Zhaoshang] \(count) due")
        }
        if overdue == count {
            return Phrase(zh: "【招商】逾期提醒 \(count) 项", en: "[Zhaoshang] \(count) overdue")
        }
        return Phrase(
            zh: "【招商】待办 \(count - overdue) 项，逾期 \(overdue) 项",
            en: "[Zhaoshang] \(count - overdue) due, \(overdue) overdue")
    }

    private static func line(_ item: Message.Item) -> Phrase {
        let mark = item.provisional ? "~" : ""
        let due = "\(mark)\(item.dueAt.date) \(item.dueAt.timeOfDay)"
        return item.overdue
            ? Phrase(
                zh: "· \(item.task) \(item.title.zh) 应于 \(due) 完成，已逾期",
                en: "· \(item.task) \(item.title.en) was due \(due)")
            : Phrase(
                zh: "· \(item.task) \(item.title.zh) 请于 \(due) 前完成",
                en: "· \(item.task) \(item.title.en) is due \(due)")
    }
}

/// Cuts a text where a receiver's limit of bytes wants it: between lines, and inside a line only between characters.
public enum TextSplitting {
    /// Room for `(12/34)` and its line end.
    private static let numbering = 16

    public static func parts(_ lines: [String], limit: Int) -> [String] {
        let whole = lines.joined(separator: "\n")
        guard whole.utf8.count > limit else { return [whole] }
        let room = max(limit - numbering, 8)
        var parts: [String] = []
        var current = ""
        for line in lines.flatMap({ pieces($0, limit: room) }) {
            let joined = current.isEmpty ? line : current + "\n" + line
            if joined.utf8.count <= room {
                current = joined
            } else {
                parts.append(current)
                current = line
            }
        }
        if !current.isEmpty { parts.append(current) }
        return parts.enumerated().map { "(\($0 + 1)/\(parts.count))\n\($1)" }
    }

    /// A line in pieces of at most `limit` bytes. A character of several code points stays whole where one piece holds it.
    private static func pieces(_ line: String, limit: Int) -> [String] {
        guard line.utf8.count > limit else { return [line] }
        var pieces: [String] = []
        var current = ""
        for character in line {
            let units =
                String(character).utf8.count > limit ? character.unicodeScalars.map { String($0) } : [String(character)]
            for unit in units {
                if current.utf8.count + unit.utf8.count > limit {
                    pieces.append(current)
                    current = ""
                }
                current += unit
            }
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces
    }
}
