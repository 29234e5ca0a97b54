import WireAPI

extension DocumentSamples {
    static let projects = [
        Sample("project", ProjectDocument(project: project)),
        Sample(
            "projects",
            ProjectsDocument(projects: [
                [
                    "id": "P-1", "name": "固态电池基地", "stage": "signed", "standing": "active", "unit": "U-2",
                    "contract_value": 800_000_000, "funds_verified": 120_000_000, "light": "green", "major": false,
                    "flags": .list(["fundsAboveContract"]),
                ]
            ])),
        Sample("agreements", AgreementsDocument(agreements: [agreement])),
        Sample("funds-list", FundsListDocument(funds: [funds])),
        Sample("commitments", CommitmentsDocument(commitments: [commitment])),
        Sample("milestones", MilestonesDocument(milestones: [milestone])),
        Sample(
            "directives",
            DirectivesDocument(directives: [
                [
                    "id": "D-1", "about": "P-1", "colour": "yellow", "text": "一周内开工", "issued_on": "2026-11-20",
                    "due_on": "2026-11-30", "state": "issued", "overdue": "yes",
                ]
            ])),
        Sample(
            "campaigns",
            CampaignsDocument(campaigns: [
                ["id": "G-1", "name": "推介会", "unit": "U-2", "from_on": "2026-12-05", "state": "planned"]
            ])),
    ]

    private static let project = ProjectRecord(
        values: [
            "id": "P-1", "name": "固态电池基地", "stage": "signed", "standing": "active", "unit": "U-2", "lead": "L-7",
            "light": "green", "contract_value": 800_000_000, "funds_verified": 120_000_000, "land": "120.5",
            "major": false,
        ],
        credit: [ProjectCredit(unit: "U-2", percent: 60), ProjectCredit(unit: "U-3", percent: 40)],
        history: [
            ProjectStep(
                kind: "entered", from: "approved", to: "signed", effectiveOn: "2026-09-29",
                recordedAt: "2026-09-30T09:00:00+08:00", by: "O-4", onBehalf: "O-5", cosignedBy: "O-16",
                evidence: ["A-1"], reason: "两会签约", withdrawn: true)
        ], flags: [ProjectFlag(kind: "fundsAboveContract", evidence: ["F-1"])],
        reviews: [["id": "V-1", "body": "joint", "result": "passed", "date": "2026-09-28"]], agreements: [agreement],
        funds: [funds], commitments: [commitment], milestones: [milestone])

    private static let agreement: [String: WireValue] = [
        "id": "A-1", "project": "P-1", "kind": "formal", "amount": 800_000_000, "signed_on": "2026-09-29",
        "event": "甲会", "counted": 800_000_000,
    ]

    private static let funds: [String: WireValue] = [
        "id": "F-1", "project": "P-1", "amount": 120_000_000, "arrived_on": "2026-09-30", "component": "equipment",
        "voucher": "记0012", "state": "verified", "reported_by": "O-4", "decided_by": "O-16",
    ]

    private static let commitment: [String: WireValue] = [
        "id": "H-1", "project": "P-1", "category": "land", "text": "供地 120 亩", "due_on": "2026-12-31",
        "state": "pending",
    ]

    private static let milestone: [String: WireValue] = [
        "id": "B-1", "project": "P-1", "text": "取得施工许可证", "due_on": "2026-12-31", "state": "open",
    ]
}
