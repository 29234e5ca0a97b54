public import Labels
public import WorkCalendar

extension ClockLimit {
    /// When the time for it began: the percentages of a ladder count from there.
    public var start: Instant {
        switch self {
        case .workingDays(_, let from, _): Instant(from + 1, .midnight)
        case .natural(_, let from): from
        case .date(let date, _): Instant(date, .midnight)
        }
    }

    public var wording: Phrase {
        switch self {
        case .workingDays(let days, let from, let time):
            Phrase(
                zh: "\(from) 之后第 \(days) 个工作日 \(time)", en: "working day \(days) after \(from) at \(time)")
        case .natural(let milliseconds, let from):
            Phrase(
                zh: "\(from.iso8601) 起 \(milliseconds / Instant.hour) 小时，不分昼夜",
                en: "\(milliseconds / Instant.hour) hours around the clock from \(from.iso8601)")
        case .date(let date, let time): Phrase(zh: "\(date) \(time)", en: "\(date) at \(time)")
        }
    }
}

extension Obligation {
    /// Why a clock ends when it does; nil for tasks of rules.
    public var clockPhrase: Phrase? {
        guard let limit else { return nil }
        let uncertain = Phrase(
            zh: provisional ? "；所依据的年份尚未公布，为暂定" : "",
            en: provisional ? "; provisional: it rests on a year that is not published" : "")
        return Phrase(
            zh: "\(source) \(occurrence) · \(limit.wording.zh) → \(dueAt.date) \(dueAt.timeOfDay)"
                + " · 日历第\(calendarRevision)版\(uncertain.zh)",
            en: "\(source) \(occurrence) · \(limit.wording.en) → \(dueAt.date) \(dueAt.timeOfDay)"
                + " · calendar revision \(calendarRevision)\(uncertain.en)")
    }
}
