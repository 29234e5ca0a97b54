public import Promotion

/// How far a right reaches.
public enum AccessScope: String, Sendable, Comparable, CaseIterable {
    /// The officer's own records.
    case own
    /// The officer's unit and all below it.
    case unit
    case all

    private var rank: Int { self == .own ? 0 : self == .unit ? 1 : 2 }
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One row of the table of rights: who may use a verb, and how far.
public struct AccessRow: Sendable {
    public var verb: String
    public var grants: [Role: AccessScope]

    init(_ verb: String, _ grants: [Role: AccessScope]) {
        self.verb = verb
        self.grants = grants
    }
}

/// Architecture §6 as data. A verb without a row is refused for everybody; a route without a row fails a test.
public enum AccessTable {
    public static func row(_ verb: String) -> AccessRow? { byVerb[verb] }

    public static let rows: [AccessRow] =
        [
            reading("unit.list", "unit.show", "officer.list", "officer.show", "entry.list", "entry.show"),
            reading("task.list", "task.show", "task.next", "task.explain", "rule.list", "rule.show"),
            reading("report.show", "report.preview", "report.list", "report.verify", "report.explain", "report.diff"),
            reading("target.tree", "setting.list", "setting.show", "profile.list", "profile.show", "history"),
            reading(
                "project.list", "project.show", "project.brief", "agreement.list", "funds.list", "commitment.list",
                "milestone.list", "directive.list", "campaign.list"),
            [
                "project.add", "project.edit", "agreement.add", "funds.add", "commitment.add", "commitment.fulfil",
                "milestone.add", "milestone.done",
            ].map { AccessRow($0, [.officer: .own, .commissioner: .own, .clerk: .unit]) },
            [
                AccessRow(
                    "project.advance",
                    [.officer: .own, .commissioner: .own, .clerk: .unit, .screener: .all, .supervisor: .all]),
                AccessRow("project.review", [.screener: .all]),
                AccessRow(
                    "directive.reply",
                    [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit, .leader: .unit]),
            ],
            ["campaign.plan", "campaign.close"].map {
                AccessRow($0, [.officer: .unit, .clerk: .unit, .leader: .unit])
            },
            [
                "project.correct", "project.decline", "project.suspend", "project.resume", "project.terminate",
                "agreement.void", "funds.verify", "funds.reject", "directive.issue", "directive.close",
            ].map { AccessRow($0, [.supervisor: .all]) },
            reading("today", "watch", "progress", "calendar.feed"),
            reading("matrix", "rank", "report.what-if"),
            reading("export"),
            // A file is planned, looked at and applied by whom its rows belong to; each row has its own right below.
            ["import.plan", "import.apply", "import.list", "import.show"].map {
                AccessRow($0, [.clerk: .unit, .leader: .unit, .admin: .all])
            },
            [
                AccessRow("import.entries", [.clerk: .unit, .admin: .all]),
                AccessRow("import.leads", [.clerk: .unit, .admin: .all]),
                AccessRow("import.enterprises", [.clerk: .all, .leader: .all, .admin: .all]),
                AccessRow("import.projects", [.clerk: .unit, .admin: .all]),
                AccessRow("import.funds", [.clerk: .unit, .admin: .all]),
                AccessRow("import.targets", [.leader: .unit]),
                AccessRow("import.officers", [.admin: .all]),
            ],
            reading("search"),
            // Two units that talk to one enterprise must find each other, so everybody sees and keeps them.
            reference("enterprise.list", "enterprise.show", "enterprise.find"),
            ["enterprise.add", "enterprise.edit"].map {
                AccessRow(
                    $0,
                    [
                        .officer: .all, .clerk: .all, .screener: .all, .commissioner: .all, .leader: .all,
                        .supervisor: .all,
                    ])
            },
            ["enterprise.merge", "enterprise.unmerge"].map {
                AccessRow($0, [.clerk: .all, .leader: .all, .supervisor: .all])
            },
            reading("contact.list", "contact.show"),
            // Whoever works with a person keeps the record and may see it whole.
            ["contact.add", "contact.edit", "contact.reveal"].map {
                AccessRow($0, [.officer: .own, .commissioner: .own, .clerk: .unit, .leader: .unit])
            },
            [AccessRow("contact.erase", [.admin: .all])],
            // Reference data: whoever is known may ask.
            reference(
                "calendar.show", "calendar.due", "calendar.count", "calendar.roll", "calendar.nth", "calendar.years",
                "check", "indicator.eval", "clock.show", "status", "whoami"),
            reference("indicator.list", "indicator.show"),
            reference("assign.solve"),
            reading("lead.list", "lead.show", "claim.list", "claim.show"),
            leadWork("lead.add", "lead.edit", "lead.note", "lead.merge", "lead.unmerge"),
            [
                AccessRow("lead.screen", [.screener: .all, .leader: .unit]),
                AccessRow("lead.transfer", [.leader: .unit, .supervisor: .all]),
                AccessRow("lead.reopen", [.screener: .all, .leader: .unit, .supervisor: .all]),
                AccessRow("claim.file", [.officer: .own, .clerk: .unit, .leader: .unit]),
                AccessRow("claim.extend", [.officer: .own, .clerk: .unit, .leader: .unit]),
                AccessRow("claim.release", [.officer: .own, .clerk: .unit, .leader: .unit, .supervisor: .all]),
                AccessRow("claim.arbitrate", [.supervisor: .all]),
            ],
            reading("assign.simulate", "assign.explain", "assign.fairness"),
            workingOnOwnDay("entry.log", "entry.edit", "entry.withdraw"),
            undoing("undo", "redo"),
            [
                AccessRow(
                    "task.submit",
                    [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit, .leader: .unit]),
                AccessRow("target.set", [.leader: .unit]),
                // By the rules, for whoever has a lead at hand.
                AccessRow(
                    "lead.assign", [.officer: .unit, .clerk: .unit, .leader: .unit, .supervisor: .all]),
                // To a person of one's choice, or from one to another; part of lead.assign.
                AccessRow("lead.reassign", [.leader: .unit, .supervisor: .all]),
                AccessRow("assign.run", [.leader: .unit, .supervisor: .all]),
                AccessRow("officer.leave", [.leader: .unit, .admin: .all]),
                AccessRow("officer.roster", [.leader: .unit, .admin: .all]),
                AccessRow("notify.list", [.supervisor: .all, .auditor: .all, .admin: .all]),
                AccessRow("notify.log", [.supervisor: .all, .auditor: .all, .admin: .all]),
                AccessRow("audit.verify", [.auditor: .all, .admin: .all]),
                AccessRow("audit.show", [.auditor: .all, .admin: .all]),
                AccessRow("doctor", [.auditor: .all, .admin: .all]),
                AccessRow("doctor.rebuild", [.auditor: .all, .admin: .all]),
            ],
            ["task.accept", "task.return", "task.waive", "report.freeze", "report.reissue"].map {
                AccessRow($0, [.leader: .unit])
            },
            [
                "unit.add", "unit.edit", "officer.add", "officer.edit", "officer.deactivate", "setting.set",
                "rule.add", "rule.edit", "rule.end",
                "rule.pause", "rule.resume", "rule.backfill", "profile.apply", "calendar.import", "clock.advance",
                "clock.accept",
                "notify.add", "notify.edit", "notify.test", "notify.retry",
            ].map { AccessRow($0, [.admin: .all]) },
        ].flatMap { $0 }

    private static let byVerb = Dictionary(uniqueKeysWithValues: rows.map { ($0.verb, $0) })

    /// Administrators see what they administer; what they see is in the audit log like everybody's.
    private static func reading(_ verbs: String...) -> [AccessRow] {
        verbs.map {
            AccessRow(
                $0,
                [
                    .viewer: .unit, .officer: .unit, .clerk: .unit, .screener: .all, .commissioner: .unit,
                    .leader: .unit, .supervisor: .all, .auditor: .all, .admin: .all,
                ])
        }
    }

    private static func reference(_ verbs: String...) -> [AccessRow] {
        verbs.map { verb in
            AccessRow(verb, Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, AccessScope.all) }))
        }
    }

    private static func workingOnOwnDay(_ verbs: String...) -> [AccessRow] {
        verbs.map {
            AccessRow($0, [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit])
        }
    }

    /// Leads of one's own, and of the unit where nobody has them yet.
    private static func leadWork(_ verbs: String...) -> [AccessRow] {
        verbs.map {
            AccessRow($0, [.officer: .own, .clerk: .unit, .leader: .unit, .screener: .all, .supervisor: .all])
        }
    }

    private static func undoing(_ verbs: String...) -> [AccessRow] {
        verbs.map {
            AccessRow(
                $0,
                [
                    .officer: .own, .commissioner: .own, .screener: .own, .clerk: .own, .leader: .own,
                    .supervisor: .own, .admin: .own,
                ])
        }
    }
}
