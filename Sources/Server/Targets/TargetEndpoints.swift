import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI

extension EndpointMaker {
    var targets: [Endpoint] {
        [
            endpoint(Routes.targetTree) { call, caller in
                let answer = try await bureau.targetTree(year: call.request.words.first, caller: caller)
                return TargetTreeDocument(
                    year: answer.year, targets: answer.trees.map { TargetNode($0, call.language) })
            },
            write(Routes.targetSet, Bureau.setTarget),
        ]
    }
}

extension TargetNode {
    init(_ view: TargetView, _ language: Language) {
        self.init(
            unit: view.unit.description, unitName: view.unitName[language], indicator: view.indicator,
            measure: view.isAmount ? "yuan" : "count", annual: view.target?.annual,
            quarters: view.target?.quarters ?? [], months: view.target?.months ?? [], achieved: view.reached,
            completion: view.completion?.decimalValue, children: view.children.map { TargetNode($0, language) })
    }
}
