/// Holidays with a fixed date in the Gregorian calendar, from the State Council's 全国年节及纪念日放假办法.
///
/// They are all that is known of a year without a notice: days of the lunar calendar are known too, but which days
/// around them are off is decided by the notice.
enum FixedHoliday {
    case newYear, labourDay, nationalDay

    /// The holiday of a date. 2 May is one since the revision in force from 2025.
    init?(_ date: CivilDate) {
        let (year, month, day) = date.components
        switch (month, day) {
        case (1, 1): self = .newYear
        case (5, 1): self = .labourDay
        case (5, 2) where year >= 2025: self = .labourDay
        case (10, 1...3): self = .nationalDay
        default: return nil
        }
    }

    var names: (zh: String, en: String) {
        switch self {
        case .newYear: ("元旦", "New Year's Day")
        case .labourDay: ("劳动节", "Labour Day")
        case .nationalDay: ("国庆节", "National Day")
        }
    }
}
