extension Routes {
    public static let indicatorList = Route(.get, "/v1/indicators", verb: "indicator.list", access: .read)
    public static let indicatorShow = Route(.get, "/v1/indicators/{id}", verb: "indicator.show", access: .read)
    public static let indicatorEval = Route(.get, "/v1/indicators/{id}/eval", verb: "indicator.eval", access: .read)

    static let indicators = [
        indicatorList, indicatorShow, indicatorEval,
    ]
}
