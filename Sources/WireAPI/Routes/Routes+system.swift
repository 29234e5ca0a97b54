extension Routes {
    public static let health = Route(.get, "/v1/health", verb: "health", access: .open)
    public static let version = Route(.get, "/v1/version", verb: "version", access: .open)
    public static let openapi = Route(.get, "/v1/openapi.json", verb: "openapi", access: .open)
    public static let status = Route(.get, "/v1/status", verb: "status", access: .read)
    public static let whoami = Route(.get, "/v1/whoami", verb: "whoami", access: .read)
    public static let doctor = Route(.get, "/v1/doctor", verb: "doctor", access: .read)
    public static let doctorRebuild = Route(.get, "/v1/doctor/rebuild", verb: "doctor.rebuild", access: .read)
    public static let check = Route(.get, "/v1/check/{kind}", verb: "check", access: .read)

    static let system = [
        health, version, openapi, status, whoami, doctor, doctorRebuild, check,
    ]
}
