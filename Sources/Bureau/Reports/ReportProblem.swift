import Identifiers
import Labels
import WorkCalendar

/// Refusals of the noun Reports.
enum ReportProblem {
    static func notBegun(_ period: Period) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(period.key) 尚未开始，不能冻结", en: "\(period.key) has not begun and cannot be frozen",
            hint: Phrase(
                zh: "查看草稿：zs report preview \(period.kind) \(period.key)",
                en: "see what it would say: zs report preview \(period.kind) \(period.key)"),
            details: ["period": .text(period.key)])
    }

    static func withoutWorkingDays(_ period: Period) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(period.key) 没有工作日，不单独成期，由下一期合并反映",
            en: "\(period.key) has no working day: no issue appears, the next one covers it",
            hint: Phrase(
                zh: "查看：zs report show week \(period.next.key)", en: "see: zs report show week \(period.next.key)"),
            details: ["period": .text(period.key), "next": .text(period.next.key)])
    }

    static func alreadyFrozen(_ fact: ReportFrozen) -> ZhaoshangError {
        let words = "\(fact.kind) \(fact.period.key) --unit \(fact.unit)"
        return ZhaoshangError(
            .conflict, zh: "\(fact.unit) \(fact.period.key) 已冻结（第 \(fact.version) 版）",
            en: "\(fact.unit) \(fact.period.key) is frozen already (version \(fact.version))",
            hint: Phrase(
                zh: "以理由重发：zs report reissue \(words) --reason …",
                en: "to replace it with a reason: zs report reissue \(words) --reason …"),
            details: ["hash": .text(fact.hash), "version": .number(Int64(fact.version))])
    }

    static func notFrozen(_ kind: PeriodKind, _ unit: UnitID, _ period: Period) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "\(unit) \(period.key) 尚未冻结", en: "\(unit) \(period.key) is not frozen",
            hint: Phrase(
                zh: "冻结：zs report freeze \(kind) \(period.key) --unit \(unit)",
                en: "to freeze it: zs report freeze \(kind) \(period.key) --unit \(unit)"),
            details: ["unit": .text(unit.description), "period": .text(period.key)])
    }

    static func reasonMissing() -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "重发须说明理由", en: "a reissue needs a reason",
            hint: Phrase(zh: "补充：--reason …", en: "add: --reason …"), details: ["missing": .list(["reason"])])
    }

    static func unknownFigure(_ key: String, known: [String]) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "报告中没有这个数：\(key)", en: "the report has no figure \(key)",
            hint: Phrase(
                zh: "可用：\(known.prefix(12).joined(separator: " ")) …",
                en: "some of its figures: \(known.prefix(12).joined(separator: " ")) …"),
            details: ["figure": .text(key)])
    }

    static func unknownUnit(_ unit: UnitID) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "没有这个机构：\(unit)", en: "no such unit: \(unit)",
            hint: Phrase(zh: "查看：zs unit list", en: "see: zs unit list"), details: ["unit": .text(unit.description)])
    }
}
