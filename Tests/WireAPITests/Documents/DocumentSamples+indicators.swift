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
        Sample(
            "matrix",
            MatrixDocument(
                unit: "U-1", unitName: "巴南区招商投资局", by: "unit", step: "quarter",
                periods: ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
                tables: [
                    MatrixTable(
                        indicator: "K6.amount", measure: "yuan",
                        rows: [
                            MatrixRow(
                                id: "U-3", name: "生物医药专班", values: [0, 1_250_000_000, 81_000_000, 0],
                                total: 1_331_000_000, share: 0.75, average: 443_666_666.5, target: 2_500_000_000,
                                completion: 0.5324),
                            MatrixRow(
                                id: "U-2", name: "新能源专班", values: [443_000_000, 0, 666, 0], total: 443_000_666,
                                share: 0.25, average: 147_666_888.5),
                        ],
                        total: MatrixRow(
                            id: "total", name: "合计", values: [443_000_000, 1_250_000_000, 81_000_666, 0],
                            total: 1_774_000_666, share: 1, average: 591_333_555, target: 2_500_000_000,
                            completion: 0.7096)),
                    MatrixTable(
                        indicator: "K19.out", measure: "count",
                        rows: [
                            MatrixRow(id: "U-2", name: "新能源专班", values: [12, 7, 3, 0], total: 22, share: 1.1),
                            MatrixRow(name: "减：重复计数", values: [-1, 0, -1, 0], total: -2, share: -0.1),
                        ], total: MatrixRow(id: "total", name: "合计", values: [11, 7, 2, 0], total: 20, share: 1)),
                ])),
        Sample(
            "rank",
            RankDocument(
                unit: "U-1", period: "2026-09",
                groups: [
                    RankGroupRecord(
                        group: "metro",
                        rows: [
                            RankRow(
                                rank: 1, unit: "U-1", name: "巴南区招商投资局", score: 68.125, index: 1,
                                items: [
                                    RankItem(
                                        indicator: "K13.amount", actual: 572_000_000, target: 600_000_000,
                                        points: 38.125),
                                    RankItem(
                                        indicator: "K6.amount", actual: 2_556_000_000, target: 2_500_000_000, points: 30
                                    ),
                                ], deduction: 0, change: 1),
                            RankRow(
                                unit: "U-9", name: "九龙坡区招商投资局", index: 0.25,
                                items: [RankItem(indicator: "K13.amount", actual: 0)], deduction: 0.5,
                                deductionNote: "漏报5人日", note: "没有目标（到位资金），不排名"),
                        ])
                ],
                marks: [
                    RankWeight(indicator: "K13.amount", value: 40), RankWeight(indicator: "K6.amount", value: 30),
                ],
                weights: [RankWeight(indicator: "K19.out", value: 0.5), RankWeight(indicator: "K6.count", value: 0.5)])),
        Sample(
            "report-what-if",
            WhatIfDocument(
                kind: "month", unit: "U-1", period: "2026-11",
                figures: [
                    FigureComparison(
                        figure: "K9.count", unit: "count", from: 2, to: 3, change: 1, fromText: "2", toText: "3"),
                    FigureComparison(figure: "K22.median", unit: "days", to: 41.5, toText: "41.5"),
                    FigureComparison(
                        figure: "K13.amount", unit: "yuan", from: 450_000_000, to: 550_000_000, change: 100_000_000,
                        fromText: "4.5亿元", toText: "5.5亿元"),
                ],
                ranks: [
                    RankComparison(unit: "U-2", name: "新能源专班", from: 3, to: 1),
                    RankComparison(unit: "U-4", name: "驻点队", to: 4),
                ])),
    ]
}
