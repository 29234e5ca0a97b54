import Bureau
import Labels
import Promotion
import WireAPI

extension EndpointMaker {
    var indicators: [Endpoint] {
        [
            endpoint(Routes.indicatorList) { _, caller in
                IndicatorsDocument(
                    indicators: try await bureau.listIndicators(caller: caller).map(IndicatorRecord.init))
            },
            endpoint(Routes.indicatorShow) { call, caller in
                let found = try await bureau.showIndicator(call.parameter("id"), caller: caller)
                return IndicatorsDocument(indicators: found.map(IndicatorRecord.init))
            },
            endpoint(Routes.indicatorEval) { call, caller in
                let answer = try await bureau.evaluateIndicator(
                    call.parameter("id"), call.request.words, decimals: call.request.option("decimals"), caller: caller)
                return IndicatorEvaluationDocument(
                    indicator: answer.indicator.key, value: answer.value.map(answer.indicator.number),
                    textZh: answer.text.zh, textEn: answer.text.en)
            },
        ]
    }
}

extension IndicatorRecord {
    init(_ definition: IndicatorDefinition) {
        self.init(
            key: definition.key, code: definition.code, nameZh: definition.name.zh, nameEn: definition.name.en,
            unit: definition.unit.rawValue, direction: definition.direction.rawValue,
            formula: definition.formula?.text, definitionZh: definition.explanation.zh,
            definitionEn: definition.explanation.en, source: definition.source.rawValue, aliases: definition.aliases)
    }
}
