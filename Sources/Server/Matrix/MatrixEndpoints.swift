import Bureau
import Identifiers
import Labels
import Promotion
import Reporting
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var matrices: [Endpoint] {
        [
            endpoint(Routes.matrix) { call, caller in
                MatrixDocument(try await bureau.matrix(call.words, caller: caller), call.language)
            },
            endpoint(Routes.rank) { call, caller in
                RankDocument(try await bureau.rank(call.words, caller: caller), call.language)
            },
        ]
    }
}

extension MatrixDocument {
    init(_ view: MatrixView, _ language: Language) {
        self.init(
            unit: view.unit.description, unitName: view.unitName[language], by: view.dimension.rawValue,
            step: view.step.rawValue, periods: view.tables.first?.periods.map(\.key) ?? [],
            tables: view.tables.map { table in
                MatrixTable(
                    indicator: table.indicator, measure: FigureValues.isAmount(table.indicator) ? "yuan" : "count",
                    rows: table.rows.map { MatrixRow($0, view, language) },
                    total: MatrixRow(table.sum, view, language))
            })
    }
}

extension MatrixRow {
    init(_ row: FigureMatrix.Row, _ view: MatrixView, _ language: Language) {
        self.init(
            id: row.id.isEmpty ? nil : row.id, name: row.name[language], values: row.values, total: row.total,
            share: row.share?.decimalValue, average: view.withAverages ? row.average?.decimalValue : nil,
            target: view.withTargets ? row.target : nil,
            completion: view.withTargets ? row.completion?.decimalValue : nil)
    }
}

extension RankDocument {
    init(_ view: RankView, _ language: Language) {
        self.init(
            unit: view.unit.description, period: view.period.key,
            groups: view.ranking.groups.map { group in
                RankGroupRecord(
                    group: group.name, rows: group.rows.map { RankRow($0, before: view.before[$0.unit], language) })
            },
            marks: view.rules.marks.map { RankWeight(indicator: $0.indicator, value: $0.full.decimalValue) },
            weights: view.rules.weights.map { RankWeight(indicator: $0.indicator, value: $0.weight.decimalValue) })
    }
}

extension RankRow {
    init(_ row: Ranking.Row, before: Int?, _ language: Language) {
        let missing = Phrase(zh: "漏报 \(row.missingDays) 人日", en: "\(row.missingDays) officer-days missing")
        self.init(
            rank: row.rank, unit: row.unit.description, name: row.name[language], score: row.score?.decimalValue,
            index: row.index?.decimalValue,
            items: row.items.map {
                RankItem(
                    indicator: $0.indicator, actual: $0.actual, target: $0.target, points: $0.points?.decimalValue)
            },
            deduction: row.deduction.decimalValue, deductionNote: row.missingDays > 0 ? missing[language] : nil,
            change: row.rank.flatMap { rank in before.map { $0 - rank } }, note: row.note?[language])
    }
}
