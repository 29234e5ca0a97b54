import Cadence
import Identifiers
import Promotion
import WorkCalendar

/// Who had to report on how many days, and did. From the tasks that exist, which know the calendar, dated membership
/// and leave.
struct Completeness {
    struct Count {
        var expected = 0
        var reported = 0
        var zero = 0
        var missing = 0
        var leave = 0
        var missingDays: [CivilDate] = []

        mutating func add(_ task: Obligation, asOf: Instant) {
            switch task.status.state {
            case .void: return
            case .waived:
                if task.status.reason == "leave" { leave += 1 }
                return
            case .submitted, .accepted:
                reported += 1
                if task.status.zero { zero += 1 }
            case .missed:
                missing += 1
                missingDays.append(task.period.firstDay)
            case .open, .returned:
                if task.dueAt <= asOf {
                    missing += 1
                    missingDays.append(task.period.firstDay)
                }
            }
            expected += 1
        }
    }

    private(set) var total = Count()
    private(set) var byOfficer: [OfficerID: Count] = [:]

    init(_ facts: ReportFacts) {
        for task in facts.tasks.daily.sorted(by: { ($0.period, $0.id) < ($1.period, $1.id) }) {
            guard case .officer(let officer) = task.subject else { continue }
            total.add(task, asOf: facts.asOf)
            byOfficer[officer, default: Count()].add(task, asOf: facts.asOf)
        }
    }

    var officersExpected: Int { byOfficer.values.filter { $0.expected > 0 }.count }
    var officersReported: Int { byOfficer.values.filter { $0.reported > 0 }.count }

    /// Officers by number.
    var officers: [(id: OfficerID, count: Count)] {
        byOfficer.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
