extension Routes {
    public static let clockShow = Route(.get, "/v1/clock", verb: "clock.show", access: .read)
    public static let clockAdvance = Route(.post, "/v1/clock/advance", verb: "clock.advance", access: .write)
    public static let clockAccept = Route(.post, "/v1/clock/accept", verb: "clock.accept", access: .write)

    static let clock = [
        clockShow, clockAdvance, clockAccept,
    ]
}
