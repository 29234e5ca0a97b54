import WireAPI

extension DocumentSamples {
    static let indicators = [
        Sample(
            "indicator-evaluation",
            IndicatorEvaluationDocument(
                indicator: "K7.rate", value: 0.9878542510121457, textZh: "98.8%", textEn: "98.8%")),
        Sample(
            "indicator-evaluation-none", IndicatorEvaluationDocument(indicator: "K7.rate", textZh: "—", textEn: "—")),
        Sample(
            "indicators",
            IndicatorsDocument(indicators: [
                IndicatorRecord(
                    key: "K7.rate", code: "K7", nameZh: "履约率", nameEn: "Performance rate", unit: "ratio",
                    direction: "higher", formula: "a ÷ b", definitionZh: "a＝履约，b＝签约。",
                    definitionEn: "a = performing, b = signed.", source: "cohort", aliases: ["合同履约率"])
            ])),
    ]
}
