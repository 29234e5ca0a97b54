extension Routes {
    public static let calendarShow = Route(.get, "/v1/calendar/periods/{period}", verb: "calendar.show", access: .read)
    public static let calendarDue = Route(.get, "/v1/calendar/due", verb: "calendar.due", access: .read)
    public static let calendarCount = Route(.get, "/v1/calendar/count", verb: "calendar.count", access: .read)
    public static let calendarRoll = Route(.get, "/v1/calendar/roll", verb: "calendar.roll", access: .read)
    public static let calendarNth = Route(.get, "/v1/calendar/nth", verb: "calendar.nth", access: .read)
    public static let calendarYears = Route(.get, "/v1/calendar/years", verb: "calendar.years", access: .read)
    public static let calendarFeed = Route(.get, "/v1/calendar/feed", verb: "calendar.feed", access: .read)
    public static let calendarImport = Route(.post, "/v1/calendar/import", verb: "calendar.import", access: .write)

    static let calendar = [
        calendarShow, calendarDue, calendarCount, calendarRoll, calendarNth, calendarYears, calendarImport,
        calendarFeed,
    ]
}
