extension Routes {
    public static let unitList = Route(.get, "/v1/units", verb: "unit.list", access: .read)
    public static let unitShow = Route(.get, "/v1/units/{id}", verb: "unit.show", access: .read)
    public static let unitAdd = Route(.post, "/v1/units/add", verb: "unit.add", access: .write)
    public static let unitEdit = Route(.post, "/v1/units/edit", verb: "unit.edit", access: .write)
    public static let officerList = Route(.get, "/v1/officers", verb: "officer.list", access: .read)
    public static let officerShow = Route(.get, "/v1/officers/{id}", verb: "officer.show", access: .read)
    public static let officerAdd = Route(.post, "/v1/officers/add", verb: "officer.add", access: .write)
    public static let officerEdit = Route(.post, "/v1/officers/edit", verb: "officer.edit", access: .write)
    public static let officerLeave = Route(.post, "/v1/officers/leave", verb: "officer.leave", access: .write)
    public static let officerDeactivate = Route(
        .post, "/v1/officers/deactivate", verb: "officer.deactivate", access: .write)
    public static let officerRoster = Route(.post, "/v1/officers/roster", verb: "officer.roster", access: .write)

    static let organisation = [
        unitList, unitShow, unitAdd, unitEdit, officerList, officerShow, officerAdd, officerEdit, officerLeave,
        officerDeactivate, officerRoster,
    ]
}
