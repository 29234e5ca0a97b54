extension Routes {
    public static let enterpriseList = Route(.get, "/v1/enterprises", verb: "enterprise.list", access: .read)
    public static let enterpriseFind = Route(.get, "/v1/enterprises/find", verb: "enterprise.find", access: .read)
    public static let enterpriseShow = Route(.get, "/v1/enterprises/{id}", verb: "enterprise.show", access: .read)
    public static let enterpriseAdd = Route(.post, "/v1/enterprises/add", verb: "enterprise.add", access: .write)
    public static let enterpriseEdit = Route(.post, "/v1/enterprises/edit", verb: "enterprise.edit", access: .write)
    public static let enterpriseMerge = Route(.post, "/v1/enterprises/merge", verb: "enterprise.merge", access: .write)
    public static let enterpriseUnmerge = Route(
        .post, "/v1/enterprises/unmerge", verb: "enterprise.unmerge", access: .write)

    static let enterprises = [
        enterpriseList, enterpriseFind, enterpriseShow, enterpriseAdd, enterpriseEdit, enterpriseMerge,
        enterpriseUnmerge,
    ]
}
