public import Identifiers
import WorkCalendar

extension Lead: PromotionRecord {
    public typealias Kind = LeadKey
    public static let noun = "lead"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Lead>] = [
        .id("unit") { $0.unitID }, .id("source_unit") { $0.sourceUnit }, .id("owner") { $0.owner },
        .id("enterprise") { $0.enterprise }, .text("state") { $0.state.rawValue },
        .text("source") { $0.source.rawValue }, .text("tier") { $0.tier?.rawValue },
        .text("industry") { $0.facts.industry }, .text("chain") { $0.facts.chain },
        .text("region") { $0.facts.region }, .flag("is_foreign") { $0.facts.isForeign },
        .number("investment") { $0.facts.investment?.yuan }, .flag("is_valid") { $0.isValid },
        .date("received_on") { $0.receivedOn }, .instant("received_at") { $0.receivedAt },
        .instant("assigned_at") { $0.course.assignedAt }, .instant("first_contact_at") { $0.course.firstContactAt },
        .instant("screening_since") { $0.course.screeningSince }, .text("verdict") { $0.course.verdict?.rawValue },
        .date("verdict_on") { $0.course.verdictAt?.date }, .instant("verdict_at") { $0.course.verdictAt },
        .instant("feedback_at") { $0.course.feedbackAt }, .instant("progress_at") { $0.course.progressAt },
        .id("project") { $0.project }, .id("duplicate_of") { $0.duplicateOf },
    ]

    public var texts: [TextStub] { [title, introducer, investor, destination].compactMap(\.self) }

    public var names: [String] { [facts.industry, facts.chain].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("title", title), RecordField("state", state.rawValue), RecordField("source", source.rawValue),
            RecordField("introducer", introducer), RecordField("unit", unitID), RecordField("source_unit", sourceUnit),
            RecordField("owner", owner), RecordField("enterprise", enterprise), RecordField("investor", investor),
            RecordField("tier", tier?.rawValue), RecordField("expert", needsExpert ? "true" : nil),
            RecordField("received_at", receivedAt.iso8601),
            RecordField(
                "missing", missingFacts.isEmpty ? nil : missingFacts.map(\.rawValue).joined(separator: " ")),
        ] + factFields + courseFields
    }

    private var factFields: [RecordField] {
        [
            RecordField("industry", facts.industry), RecordField("chain", facts.chain),
            RecordField("region", facts.region), RecordField("country", facts.country),
            RecordField("estimated_investment", facts.investment?.yuan), RecordField("foreign_amount", facts.foreign),
            RecordField("land", facts.land.map(LandArea.text)), RecordField("energy", facts.energy),
            RecordField("output", facts.output?.yuan), RecordField("tax", facts.tax?.yuan),
            RecordField("jobs", facts.jobs),
        ]
    }

    private var courseFields: [RecordField] {
        [
            RecordField("imported_at", course.importedAt?.iso8601),
            RecordField("assigned_at", course.assignedAt?.iso8601),
            RecordField("first_contact_at", course.firstContactAt?.iso8601),
            RecordField("screening_since", course.screeningSince?.iso8601),
            RecordField("verdict", course.verdict?.rawValue), RecordField("verdict_at", course.verdictAt?.iso8601),
            RecordField("feedback_at", course.feedbackAt?.iso8601),
            RecordField("progress_at", course.progressAt?.iso8601), RecordField("project", project),
            RecordField("duplicate_of", duplicateOf), RecordField("destination", destination),
            RecordField(
                "credit", credit.isEmpty ? nil : credit.map { "\($0.unit)=\($0.percent)" }.joined(separator: " ")),
        ]
    }
}
