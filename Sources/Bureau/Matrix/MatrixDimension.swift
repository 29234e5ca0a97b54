import Labels

/// What the rows of a matrix are.
public enum MatrixDimension: String, Sendable, CaseIterable {
    case unit, officer, chain, industry, region, stage

    init(word: String) throws {
        let words: [String: MatrixDimension] = [
            "机构": .unit, "单位": .unit, "人员": .officer, "产业链": .chain, "行业": .industry, "地区": .region, "来源地": .region,
            "阶段": .stage,
        ]
        guard let found = MatrixDimension(rawValue: word.lowercased()) ?? words[word] else {
            let known = Self.allCases.map(\.rawValue).joined(separator: " ")
            throw ZhaoshangError(
                .usage, zh: "不能按 \(word) 分列", en: "there is no matrix by \(word)",
                hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["by": .text(word)])
        }
        self = found
    }
}
