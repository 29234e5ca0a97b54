extension Routes {
    public static let leadList = Route(.get, "/v1/leads", verb: "lead.list", access: .read)
    public static let leadShow = Route(.get, "/v1/leads/{id}", verb: "lead.show", access: .read)
    public static let leadAdd = Route(.post, "/v1/leads/add", verb: "lead.add", access: .write)
    public static let leadEdit = Route(.post, "/v1/leads/edit", verb: "lead.edit", access: .write)
    public static let leadScreen = Route(.post, "/v1/leads/screen", verb: "lead.screen", access: .write)
    public static let leadNote = Route(.post, "/v1/leads/note", verb: "lead.note", access: .write)
    public static let leadTransfer = Route(.post, "/v1/leads/transfer", verb: "lead.transfer", access: .write)
    public static let leadMerge = Route(.post, "/v1/leads/merge", verb: "lead.merge", access: .write)
    public static let leadUnmerge = Route(.post, "/v1/leads/unmerge", verb: "lead.unmerge", access: .write)
    public static let leadReopen = Route(.post, "/v1/leads/reopen", verb: "lead.reopen", access: .write)

    static let leads = [
        leadList, leadShow, leadAdd, leadEdit, leadScreen, leadNote, leadTransfer, leadMerge, leadUnmerge, leadReopen,
    ]
}
