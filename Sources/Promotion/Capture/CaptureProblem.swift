public import Labels

/// Why a line of capture is refused. Word indices count from 0, positions in a word (Unicode scalars) from 1.
public enum CaptureProblem: Error, Hashable, Sendable {
    case tooManyWords(Int, limit: Int)
    case textTooLong(Int, limit: Int)
    case tooManyTags(Int, limit: Int)
    case tooManyMentions(Int, limit: Int)
    case tagTooLong(String, limit: Int)
    /// A control character or a line separator.
    case controlCharacter(word: Int, position: Int, scalar: UInt32)
    /// A character that changes the direction of the text after it: what is read would not be what is stored.
    case bidirectionalOverride(word: Int, position: Int)
    /// A known key with nothing after its colon; the key as written.
    case missingValue(word: Int, key: String)

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .tooManyWords: "too_many_words"
        case .textTooLong: "text_too_long"
        case .tooManyTags: "too_many_tags"
        case .tooManyMentions: "too_many_mentions"
        case .tagTooLong: "tag_too_long"
        case .controlCharacter: "control_character"
        case .bidirectionalOverride: "bidirectional_override"
        case .missingValue: "missing_value"
        }
    }

    public var message: Phrase {
        switch self {
        case .tooManyWords(let count, let limit):
            Phrase(zh: "共 \(count) 个词，上限 \(limit) 个", en: "\(count) words; the limit is \(limit)")
        case .textTooLong(let count, let limit):
            Phrase(zh: "正文 \(count) 字，上限 \(limit) 字", en: "\(count) characters of text; the limit is \(limit)")
        case .tooManyTags(let count, let limit):
            Phrase(zh: "共 \(count) 个标签，上限 \(limit) 个", en: "\(count) tags; the limit is \(limit)")
        case .tooManyMentions(let count, let limit):
            Phrase(zh: "共提及 \(count) 个对象，上限 \(limit) 个", en: "\(count) mentions; the limit is \(limit)")
        case .tagTooLong(let tag, let limit):
            Phrase(
                zh: "标签“\(tag.prefix(10))…”超过 \(limit) 字",
                en: "the tag \"\(tag.prefix(10))…\" has more than \(limit) characters")
        case .controlCharacter(let word, let position, let scalar):
            Phrase(
                zh: "第 \(word + 1) 个词的第 \(position) 个字符是控制字符 U+\(Self.hex(scalar))",
                en: "word \(word + 1) has the control character U+\(Self.hex(scalar)) at position \(position)")
        case .bidirectionalOverride(let word, let position):
            Phrase(
                zh: "第 \(word + 1) 个词的第 \(position) 个字符会改变文字方向",
                en: "word \(word + 1) has a character that changes the text direction at position \(position)")
        case .missingValue(_, let key):
            Phrase(zh: "“\(key):”后面没有值", en: "\"\(key):\" has no value")
        }
    }

    public var hint: Phrase {
        switch self {
        case .tooManyWords:
            Phrase(zh: "请把正文放在引号中，作为一个词", en: "put the text in quotes: it is one word then")
        case .textTooLong, .tooManyTags, .tooManyMentions:
            Phrase(zh: "请分成几条记录", en: "write it as several entries")
        case .tagTooLong:
            Phrase(zh: "长内容请写进正文", en: "put long wording into the text")
        case .controlCharacter, .bidirectionalOverride:
            Phrase(zh: "请删除该字符；粘贴的文字请先存为纯文本", en: "delete it; paste the words as plain text")
        case .missingValue(_, let key):
            Phrase(
                zh: "冒号后紧接着写值（\(key):值），或在前面加 -- 作为正文",
                en: "write the value right after the colon (\(key):VALUE), or put -- before text")
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        var details: [String: ErrorDetail] = ["reason": .text(code)]
        switch self {
        case .controlCharacter(let word, let position, _), .bidirectionalOverride(let word, let position):
            details["word"] = .number(Int64(word + 1))
            details["position"] = .number(Int64(position))
        case .missingValue(let word, let key):
            details["word"] = .number(Int64(word + 1))
            details["key"] = .text(key)
        case .tooManyWords(_, let limit), .textTooLong(_, let limit), .tooManyTags(_, let limit),
            .tooManyMentions(_, let limit), .tagTooLong(_, let limit):
            details["limit"] = .number(Int64(limit))
        }
        return ZhaoshangError(.badText, message, hint: hint, details: details)
    }

    private static func hex(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
