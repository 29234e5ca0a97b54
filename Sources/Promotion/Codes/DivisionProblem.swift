public import Labels

/// Why a division code cannot be used for a new record.
public enum DivisionProblem: Error, Hashable, Sendable {
    /// Not six digits; the text.
    case form(String)
    /// The list does not have it.
    case unknown(String)
    /// It did not exist yet on that day.
    case notYet(Division)
    /// It no longer existed on that day.
    case abolished(Division, successors: [Division.Successor])

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .form: "form"
        case .unknown: "unknown"
        case .notYet: "not_yet"
        case .abolished: "abolished"
        }
    }

    public var message: Phrase {
        switch self {
        case .form(let text):
            Phrase(zh: "“\(text)”不是六位行政区划代码", en: "\"\(text)\" is not a division code of six digits")
        case .unknown(let code):
            Phrase(zh: "代码表中没有行政区划代码 \(code)", en: "no division has the code \(code)")
        case .notYet(let division):
            Phrase(
                zh: "\(division.name.zh)（\(division.code)）自 \(division.validFrom) 起才设立",
                en: "\(division.name.en) (\(division.code)) exists only from \(division.validFrom)")
        case .abolished(let division, _):
            Phrase(
                zh: "\(division.name.zh)（\(division.code)）已于 \(division.validTo ?? "") 撤销",
                en: "\(division.name.en) (\(division.code)) was abolished on \(division.validTo ?? "")")
        }
    }

    public var hint: Phrase? {
        switch self {
        case .form:
            return Phrase(zh: "例如九龙坡区 500107", en: "for example 500107 for Jiulongpo")
        case .unknown:
            return Phrase(
                zh: "请核对代码，或更新代码表 divisions.csv", en: "check the code, or update the list divisions.csv")
        case .notYet:
            return Phrase(zh: "请用该日有效的代码", en: "use the code that was valid on that day")
        case .abolished(_, let successors):
            guard !successors.isEmpty else { return nil }
            let zh = successors.map { [$0.name, $0.code ?? "代码未公布"].compactMap(\.self).joined(separator: " ") }
            let en = successors.map {
                [$0.name, $0.code ?? "code not published"].compactMap(\.self).joined(separator: " ")
            }
            return Phrase(
                zh: "现归：" + zh.joined(separator: "、"), en: "its successors: " + en.joined(separator: ", "))
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        var details: [String: ErrorDetail] = ["reason": .text(code)]
        if case .abolished(_, let successors) = self {
            details["successors"] = .list(successors.compactMap { $0.code ?? $0.name })
        }
        return ZhaoshangError(.badCode, message, hint: hint, details: details)
    }
}
