extension Routes {
    public static let claimList = Route(.get, "/v1/claims", verb: "claim.list", access: .read)
    public static let claimShow = Route(.get, "/v1/claims/{id}", verb: "claim.show", access: .read)
    public static let claimFile = Route(.post, "/v1/claims/file", verb: "claim.file", access: .write)
    public static let claimExtend = Route(.post, "/v1/claims/extend", verb: "claim.extend", access: .write)
    public static let claimRelease = Route(.post, "/v1/claims/release", verb: "claim.release", access: .write)
    public static let claimArbitrate = Route(.post, "/v1/claims/arbitrate", verb: "claim.arbitrate", access: .write)

    static let claims = [claimList, claimShow, claimFile, claimExtend, claimRelease, claimArbitrate]
}
