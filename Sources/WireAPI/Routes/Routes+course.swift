extension Routes {
    public static let history = Route(.get, "/v1/history/{id}", verb: "history", access: .read)
    public static let undo = Route(.post, "/v1/undo", verb: "undo", access: .write)
    public static let redo = Route(.post, "/v1/redo", verb: "redo", access: .write)
    public static let auditShow = Route(.get, "/v1/audit", verb: "audit.show", access: .read)
    public static let auditVerify = Route(.get, "/v1/audit/verify", verb: "audit.verify", access: .read)

    static let course = [
        history, undo, redo, auditShow, auditVerify,
    ]
}
