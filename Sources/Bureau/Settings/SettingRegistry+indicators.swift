import Labels
import Promotion

extension SettingRegistry {
    /// What decides how indicators are reckoned.
    static let indicators: [SettingDefinition] = [
        SettingDefinition(
            key: "investment.fixed_components", defaultValue: "land building equipment",
            meaning: Phrase(
                zh: "投资转化率（K15）计入的到位资金类别", en: "components of funds that investment conversion (K15) counts"),
            form: FundsComponent.allCases.map(\.rawValue).joined(separator: " "),
            accepts: { text in
                let words = text.split(separator: " ")
                return !words.isEmpty && words.allSatisfy { FundsComponent(rawValue: String($0)) != nil }
            })
    ]
}
