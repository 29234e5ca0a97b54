import Identifiers

extension Project {
    /// One for each stage first reached, on the day it was, for the unit that led the project then. A project that skips
    /// construction counts as started with its production (domain §9, K9).
    public var postings: [Posting] {
        var facts: [Posting] = []
        for stage in Stage.allCases {
            guard let indicator = Indicator.stage(stage), let step = step(reaching: stage) else { continue }
            facts.append(posting(step, indicator))
        }
        if kind.skipsConstruction, step(reaching: .started) == nil, let step = step(reaching: .producing),
            let started = Indicator.stage(.started)
        {
            facts.append(posting(step, started))
        }
        if let termination, let step = steps.last(where: { $0.kind == .terminated && !$0.withdrawn }) {
            var lost = posting(step, Indicator.terminated(termination.reason))
            lost.date = termination.on
            facts.append(lost)
        }
        return facts
    }

    private func posting(_ step: StageStep, _ indicator: String) -> Posting {
        Posting(
            date: step.date, unit: step.unit, officer: step.officer, indicator: indicator, value: 1,
            source: id.description)
    }
}
