import Labels
import ReportModel

/// A small monthly report with every kind of block, in words and figures made up for these tests.
enum SampleReport {
    static let report = Report(
        kind: "month", unit: "U-1", unitName: Phrase(zh: "九龙坡区招商局", en: "Jiulongpo Bureau"),
        period: "2026-09", state: .frozen, asOfSeq: 48_213, asOf: "2026-10-09T18:00:00+08:00", engine: 1,
        hash: "5f1c9e", version: 2,
        title: Phrase(zh: "2026年9月招商引资通报", en: "Investment promotion, September 2026"),
        sections: [
            Section(
                heading: Phrase(zh: "总体情况", en: "Summary"),
                blocks: [
                    .paragraph(
                        .sequence([
                            .phrase(zh: "本月新签约项目", en: "This month "), .figure("K6.count"),
                            .phrase(zh: "个，合同投资额", en: " projects were signed, with a contracted investment of "),
                            .figure("K6.amount"),
                            .phrase(
                                zh: "，比上月增长两成；其中先进制造业项目占七成以上，主要来自长三角和粤港澳大湾区。全区上下紧盯目标任务，逐项落实。",
                                en: ", a fifth more than in the month before; more than seven tenths of it is advanced "
                                    + "manufacturing, mostly from the Yangtze River Delta and the Greater Bay Area."),
                        ])),
                    .cards([
                        Card(
                            label: Phrase(zh: "新签约项目", en: "Projects signed"), figure: "K6.count",
                            trend: [4, 6, 5, 7, 9, 8, 11, 10, 12]),
                        Card(
                            label: Phrase(zh: "合同投资额", en: "Contracted investment"), figure: "K6.amount",
                            trend: [3.1e9, 2.8e9, 4e9, 4.4e9, 4.1e9, 5.23e9]),
                        Card(label: Phrase(zh: "开工率", en: "Start rate"), figure: "K9.rate"),
                        Card(label: Phrase(zh: "外资到位率", en: "Foreign funds in place"), figure: "K11.rate"),
                    ]),
                ]),
            Section(heading: Phrase(zh: "重点项目", en: "Major projects"), blocks: [projects, origin, stages, trend]),
            Section(
                heading: Phrase(zh: "问题与下一步", en: "Problems and next steps"),
                blocks: [
                    .list([
                        .phrase(
                            zh: "渝新能源项目用地指标尚未落实，请自然资源局于10月15日前答复；如需跨区调剂，由专班牵头提请市级部门协调解决。",
                            en: "The land quota of the Yu New Energy project is open; the resources bureau is asked to "
                                + "answer by 15 October, and the task force will turn to the city if it must be moved."),
                        .reference(TextReference(id: 1, digest: "d", resolved: "=走访\u{1B}[31m记录")),
                        .reference(TextReference(id: 2, digest: "e")),
                    ]),
                    .note(.phrase(zh: "金额按元汇总后取整。", en: "amounts are summed in yuan, then rounded.")),
                ]),
        ],
        figures: [
            "K6.count": Figure(
                value: 12, unit: .count, text: Phrase("12"), indicator: "K6", previous: 10, samePeriodLastYear: 9,
                target: 100),
            "K6.amount": Figure(
                value: 5_230_000_000, unit: .yuan, text: Phrase(zh: "52.3亿元", en: "RMB 5.23 billion"), indicator: "K6",
                previous: 4_100_000_000, target: 60_000_000_000),
            "K9.rate": Figure(
                value: 0.8988, unit: .ratio, text: Phrase("89.9%"), indicator: "K9", previous: 0.875),
            "K11.rate": Figure(value: nil, unit: .ratio, text: Phrase("—"), indicator: "K11"),
        ])

    private static let projects = Block.table(
        Table(
            caption: Phrase(zh: "亿元以上项目", en: "Projects of 100 million and more"),
            columns: [
                Table.Column(Phrase(zh: "编号", en: "Id")), Table.Column(Phrase(zh: "项目名称", en: "Project")),
                Table.Column(Phrase(zh: "阶段", en: "Stage")),
                Table.Column(Phrase(zh: "总投资（万元）", en: "Total (RMB 10 000)"), .end),
                Table.Column(Phrase(zh: "在手天数", en: "Days"), .end), Table.Column(Phrase(zh: "本月进展", en: "This month")),
            ],
            rows: [
                [
                    .plain("P-17"), .phrase(zh: "渝新能源动力电池生产基地", en: "Yu New Energy battery plant"),
                    .phrase(zh: "已开工", en: "started"), .plain("320000.00"), .number(41),
                    .phrase(
                        zh: "主体厂房封顶，设备开始进场调试，预计11月底试生产",
                        en: "Main hall topped out, machines are being set up, trial run expected at the end of November"
                    ),
                ],
                [
                    .plain("P-203"), .phrase(zh: "ABC精密制造（二期）", en: "ABC Precision | phase two"),
                    .phrase(zh: "已签约", en: "signed"), .plain("7840.00"), .number(-3), .plain("@审批\t中"),
                ],
            ], footnote: Phrase(zh: "按总投资排序。", en: "Sorted by total investment.")))

    private static let origin = Block.chart(
        Chart(
            kind: .bar, title: Phrase(zh: "投资来源", en: "Origin of investment"), description: Phrase(""), unit: .yuan,
            categories: [
                Phrase(zh: "长三角", en: "Yangtze River Delta"), Phrase(zh: "粤港澳", en: "Greater Bay Area"),
                Phrase(zh: "京津冀", en: "Beijing-Tianjin-Hebei"),
            ],
            series: [.init(name: Phrase(zh: "合同额", en: "Contracted"), values: [3.1e9, 1.25e9, nil])]))

    private static let stages = Block.chart(
        Chart(
            kind: .heatMap, title: Phrase(zh: "行业与阶段", en: "Industry and stage"), description: Phrase(""), unit: .count,
            categories: [Phrase(zh: "制造业", en: "Manufacturing"), Phrase(zh: "软件业", en: "Software")],
            series: [
                .init(name: Phrase(zh: "在谈", en: "talks"), values: [3, 12]),
                .init(name: Phrase(zh: "签约", en: "signed"), values: [5, nil]),
            ]))

    private static let trend = Block.chart(
        Chart(
            kind: .line, title: Phrase(zh: "到位资金走势", en: "Funds in place"), description: Phrase(""), unit: .yuan,
            categories: (1...6).map { Phrase("2026-0\($0)") },
            series: [
                .init(name: Phrase(zh: "本年", en: "This year"), values: [1e8, 1.2e8, 1.1e8, 2e8, nil, 2.4e8]),
                .init(name: Phrase(zh: "上年", en: "Last year"), values: [0.8e8, 0.9e8, 1.1e8, 1.2e8, 1.3e8, 1.3e8]),
            ]))
}
