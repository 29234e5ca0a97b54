extension Routes {
    /// A file as its body: a matrix is larger than words may be.
    public static let assignSolve = Route(
        .post, "/v1/assignments/solve", verb: "assign.solve", access: .read, body: .bytes)
    public static let assignSimulate = Route(
        .get, "/v1/assignments/{id}/simulate", verb: "assign.simulate", access: .read)
    public static let assignExplain = Route(
        .get, "/v1/assignments/{id}/explain", verb: "assign.explain", access: .read)
    public static let assignFairness = Route(
        .get, "/v1/assignments/fairness", verb: "assign.fairness", access: .read)
    public static let assignRun = Route(.post, "/v1/assignments/run", verb: "assign.run", access: .write)
    public static let leadAssign = Route(.post, "/v1/leads/assign", verb: "lead.assign", access: .write)

    static let assignment = [
        assignSolve, assignSimulate, assignExplain, assignFairness, assignRun, leadAssign,
    ]
}
