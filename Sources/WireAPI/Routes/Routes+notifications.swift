extension Routes {
    public static let notifyList = Route(.get, "/v1/channels", verb: "notify.list", access: .read)
    public static let notifyLog = Route(.get, "/v1/channels/log", verb: "notify.log", access: .read)
    public static let notifyAdd = Route(.post, "/v1/channels/add", verb: "notify.add", access: .write)
    public static let notifyEdit = Route(.post, "/v1/channels/edit", verb: "notify.edit", access: .write)
    public static let notifyTest = Route(.post, "/v1/channels/test", verb: "notify.test", access: .write)
    public static let notifyRetry = Route(.post, "/v1/channels/retry", verb: "notify.retry", access: .write)

    static let notifications = [
        notifyList, notifyLog, notifyAdd, notifyEdit, notifyTest, notifyRetry,
    ]
}
