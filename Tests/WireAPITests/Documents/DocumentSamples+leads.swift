import WireAPI

extension DocumentSamples {
    static let leads = [
        Sample("lead", LeadDocument(lead: lead, screenings: [screening], lines: [], history: [])),
        Sample("leads", LeadsDocument(leads: [lead])),
        Sample("claim", ClaimDocument(claim: claim, history: [])),
        Sample("claims", ClaimsDocument(claims: [claim])),
        Sample("contact", ContactDocument(contact: contact, history: [])),
        Sample("contacts", ContactsDocument(contacts: [contact])),
    ]

    private static let lead: LeadRecord = {
        var lead = LeadRecord(
            id: "L-7", title: "某固态电池项目", state: "screening", source: "visitOut", unit: "U-2",
            receivedAt: "2026-02-13T16:00:00+08:00", missing: ["region"],
            clocks: [
                ClockRecord(
                    task: "T-41", name: "verdict", dueAt: "2026-02-25T18:00:00+08:00", state: "open",
                    provisional: false, overdueLevel: 0)
            ])
        lead.owner = "O-4"
        lead.enterprise = "E-12"
        lead.chain = "新能源"
        lead.estimatedInvestment = 1_200_000_000
        lead.land = "120.5"
        lead.screeningSince = "2026-02-24T09:00:00+08:00"
        return lead
    }()

    private static let contact = ContactRecord(
        id: "X-1", enterprise: "E-3", enterpriseName: "渝新能源科技有限公司", unit: "U-2", owner: "O-4",
        ownerName: "招商一", name: "王**", title: "副总经理", mobile: "138****1234", email: "w***@example.com",
        addedOn: "2026-03-03")

    private static let screening = ScreeningRecord(
        id: "Q-3", officer: "O-9", officerName: "研判一", at: "2026-02-24T10:00:00+08:00",
        scores: [
            "direction": 4, "promotion": 3, "market": 5, "technology": 5, "environment": 4, "energy": 3, "benefit": 4,
        ],
        weights: [
            "direction": 1, "promotion": 1, "market": 1, "technology": 1, "environment": 1, "energy": 1, "benefit": 1,
        ], score: 0.8, scoreText: "80.0", vetoes: [], verdict: "follow", reason: "产业契合", nextStep: "走访工厂",
        nextStepOn: "2026-03-04")

    private static let claim: ClaimRecord = {
        var claim = ClaimRecord(
            id: "C-2", state: "pending", unit: "U-4", officer: "O-9", filedAt: "2026-03-03T09:00:00+08:00",
            threshold: "domestic", investment: 1_500_000_000, lastActivityOn: "2026-03-03",
            conflicts: [ClaimRecord.Conflict(claim: "C-1", ground: "similarName")],
            credit: [ClaimRecord.Share(unit: "U-2", percent: 60), ClaimRecord.Share(unit: "U-4", percent: 40)],
            clocks: [])
        claim.investor = "某集团"
        claim.chain = "新能源"
        return claim
    }()
}
