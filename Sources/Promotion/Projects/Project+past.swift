public import WorkCalendar

/// A project as it was at the end of a day, from the steps of its history. What was recorded later and took effect by then
/// counts; what took effect later does not.
extension Project {
    /// The stage it was at; nil before it was entered.
    public func stage(on day: CivilDate) -> Stage? {
        var stage: Stage?
        for step in stepsInEffect(on: day) {
            switch step.kind {
            case .returned: stage = step.to
            case .cosignDeclined: continue
            // A corrected date stands among the steps where its day is, and does not set the project back.
            case .entered, .advanced, .corrected, .suspended, .resumed, .terminated:
                stage = max(stage ?? step.to, step.to)
            }
        }
        return stage
    }

    public func standing(on day: CivilDate) -> ProjectStanding {
        if let termination, termination.on <= day { return .terminated }
        let last = stepsInEffect(on: day).last { $0.kind == .suspended || $0.kind == .resumed }
        if let last { return last.kind == .suspended ? .suspended : .active }
        return suspension.map { $0.from <= day } ?? false ? .suspended : .active
    }

    /// By day, those of one day as they were recorded.
    private func stepsInEffect(on day: CivilDate) -> [StageStep] {
        steps.enumerated().filter { !$0.element.withdrawn && $0.element.date <= day }
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }
}
