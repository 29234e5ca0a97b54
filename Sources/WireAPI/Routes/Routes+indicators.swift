extension Routes {
    public static let indicatorList = Route(.get, "/v1/indicators", verb: "indicator.list", access: .read)
    public static let indicatorShow = Route(.get, "/v1/indicators/{id}", verb: "indicator.show", access: .read)
    public static let indicatorEval = Route(.get, "/v1/indicators/{id}/eval", verb: "indicator.eval", access: .read)
    public static let matrix = Route(.get, "/v1/matrix", verb: "matrix", access: .read)
    public static let rank = Route(.get, "/v1/rank", verb: "rank", access: .read)

    static let indicators = [
        indicatorList, indicatorShow, indicatorEval, matrix, rank,
    ]
}
