import Labels
import Promotion

enum IndicatorProblem {
    static func unknown(_ name: String) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "没有指标 \(name)", en: "there is no indicator \(name)",
            hint: Phrase(zh: "全部指标：zs indicator list", en: "all of them: zs indicator list"),
            details: ["indicator": .text(name)])
    }

    static func withoutFormula(_ indicator: IndicatorDefinition) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(indicator.key) 是记录的计数，没有公式", en: "\(indicator.key) counts records and has no formula",
            hint: Phrase("zs indicator show \(indicator.key)"), details: ["indicator": .text(indicator.key)])
    }

    static func badNumber(_ text: String, _ word: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "看不懂的数：\(word)", en: "not a number: \(word)",
            hint: Phrase(
                zh: "写成 a=244 或 b=56.3359；最多十五位整数、九位小数",
                en: "write a=244 or b=56.3359: at most fifteen digits and nine decimals"),
            details: ["number": .text(text)])
    }

    static func error(_ problem: FormulaProblem, _ indicator: IndicatorDefinition) -> ZhaoshangError {
        let form = Phrase(
            zh: "\(indicator.key) ＝ \(indicator.formula?.text ?? "")；\(indicator.explanation.zh)",
            en: "\(indicator.key) = \(indicator.formula?.text ?? ""); \(indicator.explanation.en)")
        switch problem {
        case .missing(let names, _):
            let list = names.joined(separator: " ")
            return ZhaoshangError(
                .incomplete, zh: "缺少：\(list)", en: "missing: \(list)", hint: form, details: ["missing": .list(names)])
        case .unknown(let names, _):
            let list = names.joined(separator: " ")
            return ZhaoshangError(
                .usage, zh: "公式里没有：\(list)", en: "not in the formula: \(list)", hint: form,
                details: ["unknown": .list(names)])
        case .twice(let name):
            return ZhaoshangError(.usage, zh: "\(name) 给了两次", en: "\(name) is given twice", hint: form)
        case .weights(let sum):
            return ZhaoshangError(
                .refused, zh: "权重之和应为 1，现为 \(sum)", en: "the weights add up to \(sum) instead of 1", hint: form)
        case .tooLarge:
            return ZhaoshangError(
                .refused, zh: "数太大，无法精确计算", en: "the numbers are too large to be exact",
                hint: Phrase(zh: "换用更大的单位，例如亿元", en: "use a larger unit"))
        }
    }
}
