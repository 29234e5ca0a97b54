extension Routes {
    /// A file as its body: a matrix is larger than words may be.
    public static let assignSolve = Route(
        .post, "/v1/assignments/solve", verb: "assign.solve", access: .read, body: .bytes)

    static let assignment = [
        assignSolve
    ]
}
