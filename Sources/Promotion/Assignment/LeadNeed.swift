public import Identifiers
public import WorkCalendar

/// What assignment has to know of a lead.
public struct LeadNeed: Hashable, Sendable {
    public var lead: LeadID
    /// The unit that brought the lead; it keeps it when no rule speaks.
    public var unit: UnitID
    public var chain: String?
    /// Division code of the region of origin.
    public var region: String?
    /// Economic circles of the region of origin: YRD, JJJ, GBA, CY.
    public var circles: [String]
    public var amount: Money?
    public var isForeign: Bool
    /// Language that is spoken with the investor, when it is not Chinese: `en`.
    public var language: String?
    /// Days in which the first response is due, from the day of receipt to the day of the limit.
    public var window: ClosedRange<CivilDate>
    /// The response is due within natural hours, whatever the day: who is not on duty cannot give it.
    public var isRoundTheClock: Bool

    public init(
        lead: LeadID, unit: UnitID, chain: String? = nil, region: String? = nil, circles: [String] = [],
        amount: Money? = nil, isForeign: Bool = false, language: String? = nil, window: ClosedRange<CivilDate>,
        isRoundTheClock: Bool = false
    ) {
        self.lead = lead
        self.unit = unit
        self.chain = chain
        self.region = region
        self.circles = circles
        self.amount = amount
        self.isForeign = isForeign
        self.language = language
        self.window = window
        self.isRoundTheClock = isRoundTheClock
    }
}
