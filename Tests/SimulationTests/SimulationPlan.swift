import WorkCalendar

/// What is played: a seed, a bureau, a stretch of time, and what goes wrong.
struct SimulationPlan: Sendable {
    var seed: UInt64
    var rules: [SimulatedRule]
    var from: CivilDate
    var until: CivilDate
    /// One at each step: before, inside and after its transaction, between an effect and its acknowledgement, and in
    /// people's commands.
    var crashes = false
    var bug: PlantedBug?
    var acts: [SimulatedAct]
    /// The run ends with the first finding of this invariant.
    var stopsAt: Int?
    /// Rules that nobody does anything about.
    var neglected: Set<Int64> = []
    /// Keeps what another oracle is asked about afterwards.
    var keepsDues = false

    init(
        seed: UInt64, rules: [SimulatedRule], from: CivilDate, until: CivilDate, crashes: Bool = false,
        bug: PlantedBug? = nil, acts: [SimulatedAct]? = nil
    ) {
        self.seed = seed
        self.rules = rules
        self.from = from
        self.until = until
        self.crashes = crashes
        self.bug = bug
        self.acts = acts ?? SimulatedAct.history(seed: seed, from: from, until: until)
    }
}
