public import Labels

/// Why a problem cannot be solved as it is. Rows and columns count from 0.
public enum AssignmentProblemFlaw: Error, Hashable, Sendable {
    case ragged(row: Int, count: Int, expected: Int)
    case negativeCapacity(column: Int)
    /// Pairs × largest cost pass the limit.
    case tooLarge(limit: Int64)
    case capacityCount(Int, expected: Int)
    case notWhole(place: String, offset: Int)
    /// A number of so many digits that no cost has.
    case longNumber(place: String, offset: Int)
    case syntax(expected: String, offset: Int)
    case unknownKey(String)
    case repeatedKey(String)
    case missingKey(String)

    public var message: Phrase {
        switch self {
        case .ragged(let row, let count, let expected):
            Phrase(
                zh: "cost[\(row)] 有 \(count) 列，其余为 \(expected) 列",
                en: "cost[\(row)] has \(count) columns, the others have \(expected)")
        case .negativeCapacity(let column):
            Phrase(zh: "capacity[\(column)] 为负数", en: "capacity[\(column)] is negative")
        case .tooLarge(let limit):
            Phrase(
                zh: "成本太大：配对数 × 最大成本不得超过 \(limit)",
                en: "costs are too large: pairs × the largest cost may be at most \(limit)")
        case .capacityCount(let count, let expected):
            Phrase(
                zh: "capacity 有 \(count) 项，cost 有 \(expected) 列",
                en: "capacity has \(count) numbers, cost has \(expected) columns")
        case .notWhole(let place, let offset):
            Phrase(
                zh: "\(place) 应为整数\(place.hasPrefix("cost") ? "或 null" : "")（第 \(offset) 字节）",
                en: "\(place) must be a whole number\(place.hasPrefix("cost") ? " or null" : "") (byte \(offset))")
        case .longNumber(let place, let offset):
            Phrase(zh: "\(place) 的数太长（第 \(offset) 字节）", en: "the number at \(place) is too long (byte \(offset))")
        case .syntax(let expected, let offset):
            Phrase(zh: "第 \(offset) 字节处应为 \(expected)", en: "expected \(expected) at byte \(offset)")
        case .unknownKey(let key):
            Phrase(zh: "不认识的键：\(key)", en: "unknown key: \(key)")
        case .repeatedKey(let key):
            Phrase(zh: "键重复：\(key)", en: "the key appears twice: \(key)")
        case .missingKey(let key):
            Phrase(zh: "缺少 \(key)", en: "\(key) is missing")
        }
    }

    public static let hint = Phrase("{\"cost\":[[4,1,null],[2,0,5]],\"capacity\":[1,1,2]}")
}
