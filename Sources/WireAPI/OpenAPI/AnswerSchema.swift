/// Which document each verb answers with; the description of the API and the tests read it from here.
public enum AnswerSchema {
    /// `zhaoshang/<thing>.v1`; nil for a verb that has no answer of its own here.
    public static func of(_ verb: String) -> String? { byVerb[verb] }

    private static let byVerb: [String: String] = {
        var schemas: [String: String] = [
            "health": HealthDocument.schema, "version": VersionDocument.schema, "status": StatusDocument.schema,
            "whoami": WhoamiDocument.schema, "doctor": DoctorDocument.schema,
            "doctor.rebuild": DoctorDocument.schema, "check": CheckDocument.schema,
            "openapi": "https://spec.openapis.org/oas/3.1/schema/2022-10-07",
            "profile.list": ProfilesDocument.schema, "profile.show": ProfileDocument.schema,
            "profile.apply": ProfilePlanDetail.schema, "setting.list": SettingsDocument.schema,
            "setting.show": SettingDocument.schema, "unit.list": UnitsDocument.schema,
            "unit.show": UnitDocument.schema, "officer.list": OfficersDocument.schema,
            "officer.show": OfficerDocument.schema, "entry.list": EntriesDocument.schema,
            "entry.show": EntryDocument.schema, "entry.log": EntryLogDetail.schema,
            "task.list": TasksDocument.schema, "task.next": TaskForecastDocument.schema,
            "task.show": TaskDocument.schema, "task.explain": TaskExplanationDocument.schema,
            "rule.list": RulesDocument.schema, "rule.show": RuleDocument.schema,
            "calendar.show": CalendarPeriodDocument.schema, "calendar.due": CalendarDueDocument.schema,
            "calendar.count": CalendarCountDocument.schema, "calendar.roll": CalendarRollDocument.schema,
            "calendar.nth": CalendarNthDocument.schema, "calendar.years": CalendarYearsDocument.schema,
            "calendar.import": CalendarImportDetail.schema, "clock.show": ClockDocument.schema,
            "target.tree": TargetTreeDocument.schema, "report.list": ReportsDocument.schema,
            "report.verify": ReportVerificationDocument.schema,
            "report.explain": FigureExplanationDocument.schema, "report.diff": ReportComparisonDocument.schema,
            "import.plan": ImportDetail.schema, "import.apply": ImportDetail.schema,
            "import.list": ImportsDocument.schema, "import.show": ImportPlanDocument.schema,
            "export": ExportDocument.schema,
            "lead.list": LeadsDocument.schema, "lead.show": LeadDocument.schema,
            "claim.list": ClaimsDocument.schema, "claim.show": ClaimDocument.schema,
            "contact.list": ContactsDocument.schema, "contact.show": ContactDocument.schema,
            "contact.reveal": ContactDocument.schema,
            "assign.solve": AssignmentSolutionDocument.schema,
            "assign.simulate": AssignmentExplanationDocument.schema,
            "assign.explain": AssignmentExplanationDocument.schema,
            "assign.fairness": AssignmentFairnessDocument.schema, "assign.run": AssignmentDetail.schema,
            "lead.assign": AssignmentDetail.schema,
            "project.list": ProjectsDocument.schema, "project.show": ProjectDocument.schema,
            "project.brief": ReportDocument.schema, "agreement.list": AgreementsDocument.schema,
            "funds.list": FundsListDocument.schema, "commitment.list": CommitmentsDocument.schema,
            "milestone.list": MilestonesDocument.schema, "directive.list": DirectivesDocument.schema,
            "campaign.list": CampaignsDocument.schema,
            "watch": AgendaDocument.schema, "progress": ProgressDocument.schema,
            "calendar.feed": CalendarFeedDocument.schema,
            "notify.list": ChannelsDocument.schema, "notify.log": DeliveriesDocument.schema,
            "notify.test": ChannelTestDocument.schema, "notify.retry": RetriedDocument.schema,
            "history": HistoryDocument.schema, "audit.show": AuditDocument.schema,
            "audit.verify": AuditVerificationDocument.schema,
        ]
        for verb in ["today", "report.show", "report.preview"] { schemas[verb] = ReportDocument.schema }
        for verb in ["task.submit", "task.accept", "task.return", "task.waive"] {
            schemas[verb] = TaskActDetail.schema
        }
        for verb in ["report.freeze", "report.reissue"] { schemas[verb] = ReportIssueDetail.schema }
        for verb in ["clock.advance", "clock.accept"] { schemas[verb] = ClockDetail.schema }
        for verb in ["undo", "redo"] { schemas[verb] = UndoDetail.schema }
        for route in Routes.all where route.access == .write && schemas[route.verb] == nil {
            schemas[route.verb] = "zhaoshang/write.v1"
        }
        return schemas
    }()
}
