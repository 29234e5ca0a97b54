public import Labels

/// Why a text is not an amount of money.
public enum MoneyProblem: Error, Hashable, Sendable {
    /// The text names a part of a yuan: amounts are whole yuan.
    case fractionOfYuan
    /// More than 2^63 − 1 yuan.
    case overflow
    /// The text begins with a minus sign.
    case sign
    /// The text names a currency other than the yuan; the mark that was seen.
    case currency(String)
    case form(Form)

    /// What is wrong with the form of the text.
    public enum Form: Hashable, Sendable {
        case empty
        case noNumber
        case thousandsSeparator
        case unitsMustDescend
        case chineseNumerals
        case exponent
        /// Anything else that cannot be read; the text from there on.
        case unreadable(String)
    }

    /// Stable word for programs.
    public var code: String {
        switch self {
        case .fractionOfYuan: "fraction_of_a_yuan"
        case .overflow: "overflow"
        case .sign: "sign"
        case .currency: "currency"
        case .form: "form"
        }
    }

    public var message: Phrase {
        switch self {
        case .fractionOfYuan:
            Phrase(zh: "金额含不足一元的部分", en: "the amount has a fraction of a yuan")
        case .overflow:
            Phrase(zh: "金额超过可记录的最大值", en: "the amount is larger than can be recorded")
        case .sign:
            Phrase(zh: "金额不能为负数", en: "an amount cannot be negative")
        case .currency(let mark):
            Phrase(zh: "“\(mark)”是外币：这里只接受人民币", en: "\(mark) is a foreign currency: amounts here are in yuan")
        case .form(let form):
            form.message
        }
    }

    public var hint: Phrase {
        switch self {
        case .fractionOfYuan:
            Phrase(zh: "请按整元填写，例如 1234567元", en: "give whole yuan, for example 1234567")
        case .overflow:
            Phrase(
                zh: "上限为 9223372036854775807 元；请检查单位", en: "the limit is 9223372036854775807 yuan; check the unit")
        case .sign:
            Phrase(zh: "请去掉负号；核减用更正命令", en: "leave the sign out; a reduction is made with a correction")
        case .currency:
            Phrase(zh: "请折算为人民币，并在说明中写明汇率和日期", en: "convert it to yuan and note the rate and its date")
        case .form:
            Phrase(
                zh: "可写 1.5亿、15000万、1亿5000万元、￥1,500,000 或 RMB 150 million",
                en: "write 1.5亿, 15000万, 1亿5000万元, ￥1,500,000 or RMB 150 million")
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        ZhaoshangError(.badMoney, message, hint: hint, details: ["reason": .text(code)])
    }
}

extension MoneyProblem.Form {
    var message: Phrase {
        switch self {
        case .empty:
            Phrase(zh: "没有填写金额", en: "the amount is empty")
        case .noNumber:
            Phrase(zh: "金额中没有数字", en: "the amount has no number")
        case .thousandsSeparator:
            Phrase(zh: "千分位逗号的位置不对", en: "a thousands separator is in the wrong place")
        case .unitsMustDescend:
            Phrase(zh: "单位必须从大到小，如 1亿5000万元", en: "units must go from large to small, as in 1亿5000万元")
        case .chineseNumerals:
            Phrase(zh: "不识别中文数字，请用阿拉伯数字", en: "Chinese numerals are not read; use digits")
        case .exponent:
            Phrase(zh: "不接受科学记数法", en: "exponents are not accepted")
        case .unreadable(let rest):
            Phrase(zh: "无法识别“\(rest)”", en: "cannot read \"\(rest)\"")
        }
    }
}
