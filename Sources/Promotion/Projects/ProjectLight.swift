public import Labels
public import WorkCalendar

/// 红黄绿灯: how a project goes, with the reasons.
public struct ProjectLight: Hashable, Sendable {
    public enum Colour: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// Work has ended or rests.
        case none
        case green, yellow, red

        public static func < (left: Colour, right: Colour) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    public var colour: Colour
    public var reasons: [Phrase]
    /// Six months without progress.
    public var proposesRemoval: Bool
    /// The day of the last progress.
    public var lastProgress: CivilDate?

    public init(_ dossier: ProjectDossier, today: CivilDate, policy: ProjectPolicy) {
        let project = dossier.project
        colour = .green
        reasons = []
        proposesRemoval = false
        lastProgress = dossier.lastProgress
        guard project.standing(on: today) == .active, project.stage != .atCapacity else {
            colour = .none
            return
        }
        judgeProgress(today, policy)
        judgeStart(project, today, policy)
        judgeSchedule(dossier, today, policy)
    }

    private mutating func judgeProgress(_ today: CivilDate, _ policy: ProjectPolicy) {
        guard let last = lastProgress else { return }
        func idle(_ months: Int) -> Bool { today >= last.adding(months: months) }
        let zh = "自 \(last) 起无进展"
        let en = "no progress since \(last)"
        if idle(policy.removalMonths) {
            proposesRemoval = true
            raise(.red, Phrase(zh: zh + "，建议清退", en: en + ": removal proposed"))
        } else if idle(policy.redMonths) {
            raise(.red, Phrase(zh: zh, en: en))
        } else if idle(policy.yellowMonths) {
            raise(.yellow, Phrase(zh: zh, en: en))
        }
    }

    private mutating func judgeStart(_ project: Project, _ today: CivilDate, _ policy: ProjectPolicy) {
        guard project.stage < .started, let planned = project.facts.planned(.started), planned < today else { return }
        raise(
            today >= planned.adding(months: policy.lateStartMonths) ? .red : .yellow,
            Phrase(zh: "计划 \(planned) 开工，尚未开工", en: "the start was planned for \(planned)"))
    }

    private mutating func judgeSchedule(_ dossier: ProjectDossier, _ today: CivilDate, _ policy: ProjectPolicy) {
        guard let points = dossier.pointsBehind(on: today), points >= policy.behindYellow else { return }
        raise(
            points > policy.behindRed ? .red : .yellow,
            Phrase(zh: "落后进度 \(points) 个百分点", en: "\(points) points behind schedule"))
    }

    private mutating func raise(_ colour: Colour, _ reason: Phrase) {
        self.colour = max(self.colour, colour)
        reasons.append(reason)
    }
}

extension ProjectDossier {
    /// A stage, funds, a milestone or a result: never a note.
    public var lastProgress: CivilDate? {
        var dates = project.steps.filter { !$0.withdrawn }.map(\.date)
        dates += funds.filter { $0.state != .rejected }.map(\.arrivedOn)
        dates += milestones.compactMap(\.doneOn)
        dates += standingAgreements.map(\.signedOn)
        dates += reviews.map(\.date)
        dates += commitments.compactMap { $0.state == .fulfilled ? $0.settledOn : nil }
        return dates.max()
    }

    /// What the schedule's due milestones weigh more than the finished ones, in whole points, rounded down; nothing
    /// without milestones.
    public func pointsBehind(on today: CivilDate) -> Int? {
        let whole = milestones.reduce(Int64(0)) { $0 + $1.weight }
        guard whole > 0 else { return nil }
        let due = milestones.filter { $0.dueOn < today }.reduce(Int64(0)) { $0 + $1.weight }
        let done = milestones.filter { $0.doneOn != nil }.reduce(Int64(0)) { $0 + $1.weight }
        return Int(max(0, due - done) * 100 / whole)
    }
}
