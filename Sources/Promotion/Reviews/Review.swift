public import Identifiers
public import WorkCalendar

/// 评审: what a reviewing body decided of a project.
public struct Review: Hashable, Sendable, Codable {
    public enum Body: String, Hashable, Sendable, Codable, CaseIterable {
        case preliminary, joint, leadingGroup, governmentExecutive, partyCommittee, fairCompetition
    }

    public enum Result: String, Hashable, Sendable, Codable, CaseIterable {
        case passed
        /// Back to negotiating, with conditions.
        case returned
        case failed
    }

    public var id: ReviewID
    public var project: ProjectID
    public var unitID: UnitID
    public var body: Body
    public var result: Result
    /// Number of the document.
    public var document: String?
    public var date: CivilDate
    public var conditions: TextStub?
    /// Of a fair-competition review: the commitments it is about.
    public var commitments: [CommitmentID]
    public var recordedBy: String

    public init(
        id: ReviewID, project: ProjectID, unit: UnitID, body: Body, result: Result, document: String?,
        date: CivilDate, conditions: TextStub?, commitments: [CommitmentID] = [], recordedBy: String
    ) {
        self.id = id
        self.project = project
        self.unitID = unit
        self.body = body
        self.result = result
        self.document = document
        self.date = date
        self.conditions = conditions
        self.commitments = commitments
        self.recordedBy = recordedBy
    }
}

extension Review: PromotionRecord {
    public typealias Kind = ReviewKey
    public static let noun = "review"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Review>] = [
        .id("project") { $0.project }, .id("unit") { $0.unitID }, .text("body") { $0.body.rawValue },
        .text("result") { $0.result.rawValue }, .date("date") { $0.date },
    ]

    public var texts: [TextStub] { [conditions].compactMap(\.self) }
    public var names: [String] { [document].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("project", project), RecordField("review", body.rawValue),
            RecordField("result", result.rawValue), RecordField("document", document), RecordField("date", date),
            RecordField("conditions", conditions),
            RecordField(
                "commitments",
                commitments.isEmpty ? nil : commitments.map(\.description).joined(separator: " ")),
        ]
    }
}
