/// Days and times as spreadsheets count them: whole days from an epoch, the time of day as fraction.
enum SerialDate {
    /// In the 1900 system 1 is 1900-01-01, and 60 is 1900-02-29, a day that never was; from 61 on the count agrees with
    /// the calendar. In the 1904 system 0 is 1904-01-01. Nil for what no calendar has.
    static func text(_ serial: Double, since1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial)
        // Whole seconds; half a second before midnight belongs to the next day.
        var second = Int(((serial - Double(day)) * 86_400).rounded())
        if second == 86_400 {
            day += 1
            second = 0
        }
        let time = "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
        if day == 0, !since1904 { return second == 0 ? nil : time }
        if day == 0, second > 0 { return time }
        if day == 60, !since1904 { return nil }
        // Days since 1970-01-01.
        let count = since1904 ? day - 24_107 : (day < 60 ? day - 25_568 : day - 25_569)
        let date = civil(count)
        guard date.year <= 9999 else { return nil }
        let text = "\(date.year)-\(padded(date.month))-\(padded(date.day))"
        return second == 0 ? text : text + " " + time
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// The proleptic Gregorian date of a count of days since 1970-01-01, by whole eras of 400 years.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
