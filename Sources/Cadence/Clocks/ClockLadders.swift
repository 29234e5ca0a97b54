/// Which ladder a clock climbs.
public struct ClockLadders: Hashable, Sendable {
    /// Calendar days before the last day at which it is told that something will lapse, the longest first.
    public var warningDays: [Int]

    public init(warningDays: [Int] = [14, 3]) {
        self.warningDays = warningDays.sorted(by: >)
    }

    /// Reads `14 3`: from one to nine different numbers of days.
    public static func warningDays(_ text: String) -> [Int]? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
        let days = words.compactMap { Int($0) }.filter { (1...3660).contains($0) }
        guard (1...9).contains(days.count), days.count == words.count, Set(days).count == days.count else { return nil }
        return days
    }

    /// Who is warned of a lapse: at first whoever it belongs to, at the last warning the head as well. Of an alarm people
    /// hear at once, and it brings no directive: the limit of the lead behind it does. Every other clock climbs the ladder
    /// of domain.md §4.
    public func steps(of clock: Obligation) -> [LadderStep] {
        switch clock.clock {
        case Obligation.lapsingClock:
            warningDays.map { days in
                LadderStep(.daysBefore(days), tells: days == warningDays.last ? ["owner", "head"] : ["owner"])
            } + [LadderStep(.percent(100), tells: ["owner", "head"], act: LadderStep.lapse)]
        case Obligation.alarmClock: [LadderStep(.percent(0), tells: ["owner"])]
        default: LadderStep.standard
        }
    }
}
