import Promotion
import WorkCalendar

/// K14 for one target: what was reached by the period's end against the annual target and the time gone.
struct TargetProgress {
    let target: Target
    /// Nil for an indicator that no record counts for yet.
    let reached: Int64?
    /// Months of the year gone, 0…12.
    let elapsedMonths: Int

    /// 目标完成率
    var completion: Fraction? {
        reached.flatMap { IndicatorFormula.share.value(Fraction($0), Fraction(target.annual)) }
    }

    /// 序时进度差, as a decimal of 1.
    var gap: Fraction? {
        reached.flatMap {
            IndicatorFormula.gap.value(Fraction($0), Fraction(target.annual), Fraction(Int64(elapsedMonths)))
        }
    }

    /// Months of the year that are gone when `period` is looked at: all of the period's once it is over. Within a month
    /// its own month counts, within a quarter or a year the months that are complete.
    static func elapsedMonths(_ period: Period, asOf: CivilDate) -> Int {
        let end = period.kind < .month ? period.owner(.month) : period
        let last = Period(.month, containing: end.lastDay).ordinal
        let yearStart = period.owner(.year).ordinal * 12
        if asOf > period.lastDay || period.kind <= .month { return last - yearStart + 1 }
        return max(0, min(12, Period(.month, containing: asOf).ordinal - yearStart))
    }

    /// The part of the annual target that belongs to the period itself; nil for weeks and days.
    static func share(of target: Target, in period: Period) -> Int64? {
        switch period.kind {
        case .day, .week: return nil
        case .month:
            let index = period.ordinal - period.owner(.year).ordinal * 12
            return target.months.indices.contains(index) ? target.months[index] : nil
        case .quarter:
            let index = period.ordinal - period.owner(.year).ordinal * 4
            return target.quarters.indices.contains(index) ? target.quarters[index] : nil
        case .year: return target.annual
        }
    }
}
