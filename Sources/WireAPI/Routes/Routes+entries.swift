extension Routes {
    public static let entryList = Route(.get, "/v1/entries", verb: "entry.list", access: .read)
    public static let entryShow = Route(.get, "/v1/entries/{id}", verb: "entry.show", access: .read)
    public static let entryLog = Route(.post, "/v1/entries/log", verb: "entry.log", access: .write)
    public static let entryEdit = Route(.post, "/v1/entries/edit", verb: "entry.edit", access: .write)
    public static let entryWithdraw = Route(.post, "/v1/entries/withdraw", verb: "entry.withdraw", access: .write)

    static let entries = [
        entryList, entryShow, entryLog, entryEdit, entryWithdraw,
    ]
}
