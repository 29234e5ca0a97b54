import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Targets out of a table: one row a unit, year and indicator. Parts that are left empty are shared out evenly, as with
/// `zs target set`.
struct TargetImport: ImportKind {
    let name = "targets"
    let aliases = ["target", "目标"]

    let columns: [ImportColumn] = {
        let quarters = ["一", "二", "三", "四"].enumerated().map { index, name in
            ImportColumn("q\(index + 1)", .amount, ["\(name)季度", "第\(name)季度", "\(index + 1)季度", "第\(index + 1)季度"])
        }
        let months = (1...12).map { ImportColumn("m\($0)", .amount, ["\($0)月", "\($0)月份"]) }
        return [
            ImportColumn("unit", ["机构", "单位", "部门", "责任单位", "专班"], required: true),
            ImportColumn("year", .number, ["年度", "年份", "年"], required: true),
            ImportColumn("indicator", ["指标", "指标代码"], required: true),
            ImportColumn("annual", .amount, ["全年", "年度目标", "全年目标", "目标", "目标值", "任务数"], required: true),
        ] + quarters + months
    }()

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        var known: [Int: [String: Target]] = [:]
        var seen = EarlierRows<Target>()
        var steps: [ImportStep] = []
        for var row in rows {
            guard let after = try target(&row, context) else {
                steps.append(.refused(row, label: ""))
                continue
            }
            if known[after.year] == nil {
                known[after.year] = Dictionary(
                    uniqueKeysWithValues: try context.store.targets(year: after.year, unit: nil).map { ($0.key, $0) })
            }
            let label = "\(after.unit) \(after.year) \(after.indicator)"
            let repeated = seen.step(
                row, [after.key], says: after, label: label, field: "indicator", about: Phrase(zh: "一目标", en: "target"))
            if let repeated {
                steps.append(repeated)
                continue
            }
            seen.keep(row, [after.key], says: after)
            let before = known[after.year]?[after.key]
            guard before != after else {
                steps.append(ImportStep(row, .unchanged, subject: after.key, label: label))
                continue
            }
            steps.append(
                ImportStep(
                    row, before == nil ? .create : .change, subject: before == nil ? nil : after.key, label: label,
                    changes: Bureau.changes(before, after),
                    promise: "\(after.key) \(before?.annual ?? -1) \(before?.months ?? [])"
                ) { context in
                    try context.store.append(
                        NewEvent("target.set", after.key, TargetChanged(before: before, after: after)))
                })
        }
        return ImportSteps(
            steps: steps, isTouched: { $0.verb.hasPrefix("target.") || $0.verb.hasPrefix("unit.") })
    }

    private func target(_ row: inout ImportedRow, _ context: ReadContext) throws -> Target? {
        for field in ["unit", "year", "indicator", "annual"] { row.require(field) }
        let unit = try row.unit("import.targets", context)
        let year = try row.meaning("year") {
            try DateReading.period(HalfWidth.text($0), today: context.today, kind: .year).ordinal
        }
        let indicator = try row.meaning("indicator") { try Bureau.targetIndicator(HalfWidth.text($0)) }
        let annual = row.amount("annual")
        var parts: [String: String] = [:]
        for field in (1...4).map({ "q\($0)" }) + (1...12).map({ "m\($0)" }) { parts[field] = row.amount(field) }
        guard let unit, let year, let indicator, let annual, !row.isRefused else { return nil }
        return try row.attempt("annual") {
            try TargetDraft(annual: annual, parts: parts, indicator: indicator).target(unit, year, indicator)
        }
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let years = (context.today.year - 20)...(context.today.year + 5)
        return try years.flatMap { try context.store.targets(year: $0, unit: nil) }.filter { units.contains($0.unit) }
            .map { target in
                [
                    .text(context.tree.byID[target.unit]?.code ?? target.unit.description),
                    .text(String(target.year)), .text(target.indicator), .number(target.annual),
                ] + target.quarters.map { .number($0) } + target.months.map { .number($0) }
            }
    }
}
