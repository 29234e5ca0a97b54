extension Routes {
    public static let targetTree = Route(.get, "/v1/targets/tree", verb: "target.tree", access: .read)
    public static let targetSet = Route(.post, "/v1/targets/set", verb: "target.set", access: .write)

    static let targets = [
        targetTree, targetSet,
    ]
}
