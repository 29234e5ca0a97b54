extension Routes {
    /// Words: kind and name of the file; options `sheet` and `map`. Keeps a plan beside the log.
    public static let importPlan = Route(
        .post, "/v1/imports/plan", verb: "import.plan", access: .write, body: .bytes)
    public static let importApply = Route(.post, "/v1/imports/apply", verb: "import.apply", access: .write)
    public static let importList = Route(.get, "/v1/imports", verb: "import.list", access: .read)
    public static let importShow = Route(.get, "/v1/imports/{id}", verb: "import.show", access: .read)
    public static let export = Route(.get, "/v1/exports/{kind}", verb: "export", access: .read)

    static let imports = [
        importPlan, importApply, importList, importShow, export,
    ]
}
