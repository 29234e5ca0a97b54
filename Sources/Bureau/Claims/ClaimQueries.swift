import Cadence
import Identifiers
public import Labels
public import Promotion
import WorkCalendar

/// A claim as people see it.
public struct ClaimView: Sendable {
    public var claim: FirstTalkClaim
    public var investor: String?
    public var unitName: Phrase
    public var officerName: Phrase
    public var evidence: String?
    public var reason: String?
    /// Calendar days until it lapses, while it holds.
    public var daysLeft: Int?
    /// The end is so near that the claimant is warned: the number of days of the warning.
    public var warning: Int?
    public var clocks: [TaskView]
}

extension Bureau {
    /// `zs claim list [state: unit: officer: chain: since: until: period: amount: sort: limit: after:]`: live ones by
    /// default, by number.
    public func listClaims(_ words: CommandWords, caller: Caller) async throws -> [ClaimView] {
        try await read(caller) { context in
            let list = try ListWords(
                words,
                reading: [
                    "state", "unit", "officer", "owner", "chain", "since", "until", "period", "amount", "sort", "limit",
                    "after",
                ])
            var conditions: [RecordFilter.Condition] = []
            if let units = try list.units(context, "claim.list") { conditions.append(.anyOf("unit", units)) }
            if let officer = try list.officer("officer", context) ?? list.officer("owner", context) {
                conditions.append(.equals("officer", officer))
            }
            let states = list.keyed.list("state")
            if let states, states != ["all"], states != ["全部"] {
                conditions.append(.anyOf("state", try states.map { try ClaimWords.state($0).rawValue }))
            } else if states == nil {
                let live = FirstTalkClaim.State.allCases.filter(\.isLive).map(\.rawValue)
                conditions.append(.anyOf("state", live))
            }
            if let chain = list.keyed.value("chain") { conditions.append(.equals("chain", chain)) }
            if let days = try list.days(today: context.today) { conditions.append(.dates("filed_on", days)) }
            conditions += try list.amounts(of: "investment")
            let order = try list.order([
                "id": .init(facet: nil, descending: false), "amount": .init(facet: "investment", descending: true),
                "expires": .init(facet: "expires_on", descending: false),
                "filed": .init(facet: "filed_on", descending: true),
            ])
            let after = try list.after(ClaimID.self)
            // A page goes on by number.
            let filter = RecordFilter(
                conditions, order: after == nil ? order.facet : nil,
                descending: after == nil && order.descending, after: after, limit: try list.limit())
            let claims = try context.store.records(FirstTalkClaim.self, filter).map(\.record)
            return try context.views(claims)
        }
    }

    public func showClaim(_ text: String, caller: Caller) async throws -> ClaimView {
        try await read(caller) { context in
            let claim = try ClaimNaming.claim(text, context.store)
            try context.authorise("claim.show", claim.accessTarget)
            guard let view = try context.views([claim]).first else { throw ReportProblem.unknownUnit(claim.unitID) }
            return view
        }
    }
}

extension ReadContext {
    fileprivate func views(_ claims: [FirstTalkClaim]) throws -> [ClaimView] {
        let names = try Names(store)
        let tasks = try TaskViews(self)
        let texts = try store.texts(claims.flatMap(\.texts).map(\.id))
        return try claims.map { claim in
            let clocks = try store.tasks(
                TaskFilter(source: claim.id.description, states: [.open, .returned], product: .clock, byDue: false)
            )
            .map { tasks.view($0) }
            let left = claim.state.holds ? claim.expiresOn.map { $0 - today } : nil
            return ClaimView(
                claim: claim, investor: claim.investor.flatMap { texts[$0.id] }, unitName: names.unit(claim.unitID),
                officerName: names.officer(claim.officer), evidence: claim.evidence.flatMap { texts[$0.id] },
                reason: claim.reason.flatMap { texts[$0.id] }, daysLeft: left,
                warning: clocks.compactMap(\.warning).min(), clocks: clocks)
        }
    }
}
