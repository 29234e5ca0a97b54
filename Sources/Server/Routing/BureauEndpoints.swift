public import Bureau

/// Every endpoint of the application; each noun has its own folder.
public enum BureauEndpoints {
    public static func all(_ bureau: Bureau, daemonUID: UInt32) -> [Endpoint] {
        let maker = EndpointMaker(bureau: bureau, daemonUID: daemonUID)
        return [
            maker.system, maker.profiles, maker.settings, maker.organisation, maker.entries, maker.tasks,
            maker.rules, maker.calendar, maker.clock, maker.targets, maker.reports, maker.course,
            maker.indicators, maker.matrices,
            maker.assignment,
            maker.projects,
            maker.imports,
            maker.progress,
            maker.leads,
            maker.claims,
            maker.notifications,
            maker.agenda,
            maker.search,
            maker.enterprises,
            maker.contacts,
        ].flatMap { $0 }
    }
}
