public import Identifiers

extension Project: PromotionRecord {
    public typealias Kind = ProjectKey
    public static let noun = "project"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Project>] =
        [
            .id("unit") { $0.unitID }, .id("lead") { $0.lead }, .id("enterprise") { $0.enterprise },
            .id("local_enterprise") { $0.localEnterprise }, .id("manager") { $0.people.manager },
            .id("agent") { $0.people.agent }, .id("leader") { $0.people.leader }, .text("kind") { $0.kind.rawValue },
            .text("industry") { $0.facts.industry }, .text("section") { $0.facts.section },
            .text("chain") { $0.facts.chain }, .text("origin") { $0.facts.origin },
            .text("province") { $0.facts.province }, .flag("eastern") { $0.facts.eastern },
            .text("park") { $0.facts.park }, .flag("major") { $0.major }, .text("tier") { $0.facts.tier },
            .number("planned_total") { $0.facts.plannedTotal?.yuan },
            .number("contract_value") { $0.contractValue.yuan },
            .text("stage") { $0.stage.rawValue }, .text("standing") { $0.standing.rawValue },
            .flag("awaiting_signature") { $0.pending != nil },
            .date("planned_start") { $0.facts.planned(.started) },
        ]
        + Stage.allCases.map { stage in .date(stage.facet) { $0.reached(stage) } }
        + [
            .date("suspended_until") { $0.suspension?.reviewOn },
            .date("terminated_on") { $0.termination?.on },
            .text("termination_reason") { $0.termination?.reason.rawValue },
            .text("destination") { $0.termination?.destination }, .text("local_code") { $0.localCode?.code },
        ]

    public var texts: [TextStub] {
        [name, facts.environment, entryReason, suspension?.reason, termination?.note].compactMap(\.self)
            + investors.compactMap(\.name) + steps.compactMap(\.reason)
    }

    public var names: [String] { [facts.industry, facts.chain, facts.park].compactMap(\.self) }

    public var fields: [RecordField] {
        let dates = Stage.allCases.flatMap { stage in
            [
                RecordField(stage.facet, reached(stage)),
                RecordField("planned_\(stage.facet)", facts.planned(stage)),
            ]
        }
        return identityFields + factFields + dates + standingFields
    }

    private var identityFields: [RecordField] {
        [
            RecordField("name", name), RecordField("unit", unitID), RecordField("kind", kind.rawValue),
            RecordField("lead", lead), RecordField("enterprise", enterprise),
            RecordField("local_enterprise", localEnterprise), RecordField("local_code", localCode?.code),
            RecordField("investors", Self.list(investors.map(\.text))),
            RecordField("manager", people.manager), RecordField("agent", people.agent),
            RecordField("leader", people.leader),
            RecordField("credit", Self.list(credit.map { "\($0.unit)=\($0.percent)" })),
            RecordField("entry_reason", entryReason),
        ]
    }

    private var factFields: [RecordField] {
        [
            RecordField("industry", facts.industry), RecordField("chain", facts.chain),
            RecordField("region", facts.origin), RecordField("country", facts.country),
            RecordField("planned_total", facts.plannedTotal?.yuan),
            RecordField("planned_fixed", facts.plannedFixed?.yuan), RecordField("foreign_amount", facts.foreign),
            RecordField("land", facts.land.map(LandArea.text)), RecordField("energy", facts.energy),
            RecordField("environment", facts.environment), RecordField("output", facts.output?.yuan),
            RecordField("tax", facts.tax?.yuan), RecordField("jobs", facts.jobs), RecordField("tier", facts.tier),
            RecordField("park", facts.park), RecordField("major", major),
        ]
    }

    private var standingFields: [RecordField] {
        [
            RecordField("stage", stage.rawValue), RecordField("standing", standing.rawValue),
            RecordField("pending_stage", pending?.to.rawValue), RecordField("pending_date", pending?.date),
            RecordField("pending_by", pending?.requestedBy.principal),
            RecordField("suspended_until", suspension?.reviewOn),
            RecordField("suspension_reason", suspension?.reason), RecordField("terminated_on", termination?.on),
            RecordField("termination_reason", termination?.reason.rawValue),
            RecordField("termination_note", termination?.note),
            RecordField("destination", termination?.destination),
            RecordField("contract_value", contractValue == .zero ? nil : contractValue.yuan),
        ]
    }

    private static func list(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: " ") }
}

extension Stage {
    /// Column and field of the day on which a project came to the stage.
    public var facet: String { self == .atCapacity ? "at_capacity_on" : "\(rawValue)_on" }
}

extension Investor {
    /// `E-3=60`, `text#12=40`.
    var text: String {
        let who = enterprise?.description ?? name.map { "text#\($0.id)" } ?? "-"
        return who + (share.map { "=\($0)" } ?? "")
    }
}
