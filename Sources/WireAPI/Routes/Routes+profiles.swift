extension Routes {
    public static let profileList = Route(.get, "/v1/profiles", verb: "profile.list", access: .read)
    public static let profileShow = Route(.get, "/v1/profiles/{name}", verb: "profile.show", access: .read)
    public static let profileApply = Route(.post, "/v1/profiles/apply", verb: "profile.apply", access: .write)

    static let profiles = [
        profileList, profileShow, profileApply,
    ]
}
