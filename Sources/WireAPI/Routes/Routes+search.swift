extension Routes {
    public static let search = Route(.get, "/v1/search", verb: "search", access: .read)

    static let searches = [
        search
    ]
}
