import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

@testable import Bureau

/// Every cell of the table of rights, against the table of architecture §6 written down again by hand.
struct AccessMatrixTests {
    /// What §6 says: role and reach for each group of verbs. Where §6 is silent the reason stands beside the entry.
    static let expected: [(verbs: [String], grants: [Role: AccessScope])] = [
        (
            // "read unit" and "read all". Administrators see what they administer.
            [
                "unit.list", "unit.show", "officer.list", "officer.show", "entry.list", "entry.show", "task.list",
                "task.show", "task.next", "task.explain", "rule.list", "rule.show", "report.show", "report.preview",
                "report.list", "report.verify", "report.explain", "report.diff", "target.tree", "setting.list",
                "setting.show", "profile.list", "profile.show", "history", "today", "export",
                "assign.simulate", "assign.explain", "assign.fairness",
                "lead.list", "lead.show", "claim.list", "claim.show",
                "matrix", "rank",
                "project.list", "project.show", "project.brief", "agreement.list", "funds.list", "commitment.list",
                "milestone.list", "directive.list", "campaign.list",
                "watch", "progress", "calendar.feed",
                "search",
                "report.what-if",
                // Masked.
                "contact.list", "contact.show",
            ],
            [
                .viewer: .unit, .officer: .unit, .clerk: .unit, .commissioner: .unit, .leader: .unit,
                .screener: .all, .supervisor: .all, .auditor: .all, .admin: .all,
            ]
        ),
        (
            // Enterprises belong to nobody: whoever works with them keeps them; merging decides over others' work.
            ["enterprise.list", "enterprise.show", "enterprise.find"],
            [
                .viewer: .all, .officer: .all, .clerk: .all, .screener: .all, .commissioner: .all, .leader: .all,
                .supervisor: .all, .auditor: .all, .admin: .all,
            ]
        ),
        (
            ["enterprise.add", "enterprise.edit"],
            [
                .officer: .all, .clerk: .all, .screener: .all, .commissioner: .all, .leader: .all, .supervisor: .all,
            ]
        ),
        (
            // "reveal contacts of own work"; the clerk and the leader for the unit.
            ["contact.add", "contact.edit", "contact.reveal"],
            [.officer: .own, .commissioner: .own, .clerk: .unit, .leader: .unit]
        ),
        // "erase" of the administrator.
        (["contact.erase"], [.admin: .all]),
        (
            ["enterprise.merge", "enterprise.unmerge"],
            [.clerk: .all, .leader: .all, .supervisor: .all]
        ),
        (
            // Questions about the world and about oneself, which are about no record.
            [
                "calendar.show", "calendar.due", "calendar.count", "calendar.roll", "calendar.nth", "calendar.years",
                "check", "indicator.eval", "clock.show", "status", "whoami",
                "indicator.list", "indicator.show",
                "assign.solve",
            ],
            [
                .viewer: .all, .officer: .all, .clerk: .all, .screener: .all, .commissioner: .all, .leader: .all,
                .supervisor: .all, .auditor: .all, .admin: .all,
            ]
        ),
        (
            // "log own"; the clerk "everything of an officer for the unit". Screeners have a day of their own.
            ["entry.log", "entry.edit", "entry.withdraw"],
            [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit]
        ),
        (
            // "undo own", of whatever somebody was allowed to do; viewers and auditors write nothing.
            ["undo", "redo"],
            [
                .officer: .own, .clerk: .own, .screener: .own, .commissioner: .own, .leader: .own, .supervisor: .own,
                .admin: .own,
            ]
        ),
        (
            // The leader submits for the unit, the clerk prepares for it, others hand in their own.
            ["task.submit"],
            [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit, .leader: .unit]
        ),
        (
            // "unit: approve, return, freeze, targets, waive with reason"
            ["task.accept", "task.return", "task.waive", "report.freeze", "report.reissue", "target.set"],
            [.leader: .unit]
        ),
        (
            // "clerk: import"; leaders set targets and administrators keep the organisation, by file as well.
            ["import.plan", "import.apply", "import.list", "import.show"],
            [.clerk: .unit, .leader: .unit, .admin: .all]
        ),
        // The clerk has "everything of an officer for the unit"; an administrator brings in what was kept before.
        (["import.entries", "import.leads", "import.projects", "import.funds"], [.clerk: .unit, .admin: .all]),
        // Enterprises belong to all units; whoever may enter one by one may bring a register.
        (["import.enterprises"], [.clerk: .all, .leader: .all, .admin: .all]),
        (["import.targets"], [.leader: .unit]),
        (["import.officers"], [.admin: .all]),
        (
            // "unit: assign … reassign" of leaders and supervisors. To let the rules decide is everyday work of officers.
            ["lead.assign"],
            [.officer: .unit, .clerk: .unit, .leader: .unit, .supervisor: .all]
        ),
        (["lead.reassign", "assign.run"], [.leader: .unit, .supervisor: .all]),
        (
            // "write own leads"; who screens or supervises writes what comes up on the way.
            ["lead.add", "lead.edit", "lead.note", "lead.merge", "lead.unmerge"],
            [.officer: .own, .clerk: .unit, .leader: .unit, .screener: .all, .supervisor: .all]
        ),
        // "screen" of the screener; the leader "approves" within the unit.
        (["lead.screen"], [.screener: .all, .leader: .unit]),
        // "assign" of the leader, "reassign" of the supervisor.
        (["lead.transfer"], [.leader: .unit, .supervisor: .all]),
        // Of a declined lead only the supervisor's is accepted; that is the machine's rule.
        (["lead.reopen"], [.screener: .all, .leader: .unit, .supervisor: .all]),
        (["claim.file", "claim.extend"], [.officer: .own, .clerk: .unit, .leader: .unit]),
        (["claim.release"], [.officer: .own, .clerk: .unit, .leader: .unit, .supervisor: .all]),
        (["claim.arbitrate"], [.supervisor: .all]),
        (
            // "write own projects, funds reports"; the clerk does everything of an officer for the unit.
            [
                "project.add", "project.edit", "agreement.add", "funds.add", "commitment.add", "commitment.fulfil",
                "milestone.add", "milestone.done",
            ],
            [.officer: .own, .commissioner: .own, .clerk: .unit]
        ),
        (
            // §7: officers and agents move projects, screeners approve and return, supervisors sign too.
            ["project.advance"],
            [.officer: .own, .commissioner: .own, .clerk: .unit, .screener: .all, .supervisor: .all]
        ),
        // "record reviews"
        (["project.review"], [.screener: .all]),
        // Whoever is asked answers; the head for the unit.
        (
            ["directive.reply"],
            [.officer: .own, .commissioner: .own, .screener: .own, .clerk: .unit, .leader: .unit]
        ),
        // A campaign is a unit's.
        (["campaign.plan", "campaign.close"], [.officer: .unit, .clerk: .unit, .leader: .unit]),
        (
            // "correct, suspend, terminate, verify funds, directives"
            [
                "project.correct", "project.decline", "project.suspend", "project.resume", "project.terminate",
                "agreement.void", "funds.verify", "funds.reject", "directive.issue", "directive.close",
            ],
            [.supervisor: .all]
        ),
        // "roster" of the leader, "organisation" of the administrator.
        (["officer.leave", "officer.roster"], [.leader: .unit, .admin: .all]),
        // "audit log, verify"; the administrator answers for the machine.
        (["audit.verify", "audit.show", "doctor", "doctor.rebuild"], [.auditor: .all, .admin: .all]),
        (
            // "organisation, settings, rules, profiles, calendars, clock"
            [
                "unit.add", "unit.edit", "officer.add", "officer.edit", "officer.deactivate", "setting.set",
                "rule.add", "rule.edit", "rule.end", "rule.pause", "rule.resume",
                "rule.backfill", "profile.apply", "calendar.import", "clock.advance",
                "clock.accept",
                // "channels"
                "notify.add", "notify.edit", "notify.test", "notify.retry",
            ],
            [.admin: .all]
        ),
        // Who was told what is everybody's business who reads all by office.
        (["notify.list", "notify.log"], [.supervisor: .all, .auditor: .all, .admin: .all]),
    ]

    /// Where a record lies as seen by an officer of bn-ne (U-2).
    enum Position: CaseIterable {
        case ownRecord, colleague, ownUnit, unitBelow, recordBelow, unitAbove, sister, recordOfSister, nothing

        var target: AccessTarget {
            switch self {
            case .ownRecord: .officer(OfficerID(9), in: UnitID(2))
            case .colleague: .officer(OfficerID(2), in: UnitID(2))
            case .ownUnit: .unit(UnitID(2))
            case .unitBelow: .unit(UnitID(4))
            case .recordBelow: .officer(OfficerID(6), in: UnitID(4))
            case .unitAbove: .unit(UnitID(1))
            case .sister: .unit(UnitID(3))
            case .recordOfSister: .officer(OfficerID(7), in: UnitID(3))
            case .nothing: .none
            }
        }

        func isReached(by scope: AccessScope) -> Bool {
            switch (scope, self) {
            case (.all, _), (_, .nothing), (_, .ownRecord): true
            case (.unit, .colleague), (.unit, .ownUnit), (.unit, .unitBelow), (.unit, .recordBelow): true
            default: false
            }
        }
    }

    @Test func theTableHasTheVerbsOfTheDesignAndNoOther() {
        #expect(AccessTable.rows.map(\.verb).sorted() == Self.expected.flatMap(\.verbs).sorted())
    }

    @Test(arguments: Role.allCases)
    func aRoleMayDoExactlyWhatTheDesignSays(role: Role) throws {
        let tree = UnitTree(BureauFixture.units)
        let caller = Self.caller([role])
        for (verbs, grants) in Self.expected {
            for verb in verbs {
                for position in Position.allCases {
                    let wanted = grants[role].map(position.isReached) ?? false
                    #expect(
                        Self.allows(caller, verb, position.target, tree) == wanted, "\(role) \(verb) \(position)")
                }
            }
        }
    }

    @Test func rolesAddUp() {
        let tree = UnitTree(BureauFixture.units)
        let caller = Self.caller([.leader, .officer])
        #expect(Self.allows(caller, "entry.log", Position.ownRecord.target, tree))
        #expect(!Self.allows(caller, "entry.log", Position.colleague.target, tree))
        #expect(Self.allows(caller, "task.accept", Position.unitBelow.target, tree))
        #expect(!Self.allows(caller, "rule.add", .none, tree))
    }

    @Test func anUnknownVerbIsRefusedForEverybody() {
        let tree = UnitTree(BureauFixture.units)
        #expect(!Self.allows(Self.caller(Role.allCases), "lead.erase", .none, tree))
    }

    @Test func anOfficerWithoutARoleMayDoNothing() {
        let tree = UnitTree(BureauFixture.units)
        #expect(!Self.allows(Self.caller([]), "entry.show", Position.ownRecord.target, tree))
        #expect(!Self.allows(Self.caller([]), "status", .none, tree))
    }

    private static func caller(_ roles: [Role]) -> Caller {
        let officer = Officer(
            id: OfficerID(9), code: "x", name: "某人", uids: [1009], roles: roles,
            memberships: [Membership(unit: UnitID(2), from: CivilDate(ordinal: 18_000))])
        return Caller(
            uid: 1009, isAdministrator: false, officer: officer, actingAs: nil, unit: nil, language: .en,
            commandID: "c", digest: [], dryRun: false)
    }

    private static func allows(_ caller: Caller, _ verb: String, _ target: AccessTarget, _ tree: UnitTree) -> Bool {
        do {
            try caller.authorise(verb, target, tree, today: CivilDate(ordinal: 20_000))
            return true
        } catch let error as ZhaoshangError {
            #expect(error.code == .forbidden)
            return false
        } catch {
            Issue.record(error)
            return false
        }
    }
}
