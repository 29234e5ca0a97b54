/// How a person is shown to whoever gives no purpose: enough to tell who is meant, too little to call.
public enum ContactMask {
    /// `王*`, `欧阳**`, `J*** S****`: the surname of a Chinese name, the first letters of another.
    public static func name(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 1, let word = words.first, word.unicodeScalars.allSatisfy(isHan) else {
            return words.map { $0.prefix(1) + String(repeating: "*", count: max($0.count - 1, 1)) }
                .joined(separator: " ")
        }
        let kept = word.count > 2 && compoundSurnames.contains(String(word.prefix(2))) ? 2 : 1
        return word.prefix(kept) + String(repeating: "*", count: max(word.count - kept, 1))
    }

    /// `138****1234`: of eleven digits and more the last four and what stands before the four in front of them; of fewer the
    /// last two. Signs between digits are left out.
    public static func number(_ text: String) -> String {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 11 else {
            return String(repeating: "*", count: max(digits.count - 2, 1)) + digits.suffix(2)
        }
        return digits.prefix(digits.count - 8) + "****" + digits.suffix(4)
    }

    /// `z***@example.com`.
    public static func email(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@"), at != text.startIndex else { return "***" }
        return text.prefix(1) + "***" + text[at...]
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    /// Surnames of two characters in use today.
    private static let compoundSurnames: Set<String> = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "司空", "夏侯", "轩辕", "宇文",
        "长孙", "独孤", "南宫", "百里", "东郭", "端木", "呼延", "闻人", "澹台", "公冶", "太史", "申屠", "钟离", "赫连", "完颜",
        "西门", "拓跋", "万俟", "鲜于", "濮阳", "淳于", "单于", "太叔", "公羊", "仲孙",
    ]
}
