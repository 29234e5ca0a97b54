extension Routes {
    public static let settingList = Route(.get, "/v1/settings", verb: "setting.list", access: .read)
    public static let settingShow = Route(.get, "/v1/settings/{key}", verb: "setting.show", access: .read)
    public static let settingSet = Route(.post, "/v1/settings/set", verb: "setting.set", access: .write)

    static let settings = [
        settingList, settingShow, settingSet,
    ]
}
