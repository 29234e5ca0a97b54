import Promotion
import Synchronization
import WorkCalendar

/// Who recent claims turned out to be. It saves each command a reading of the store, which costs a change of thread there
/// and back; an answer holds until a unit or an officer changes, and for its day, because memberships have dates.
final class CallerCache: Sendable {
    /// When an answer was found: after which change of the organisation, on which day.
    struct Moment: Equatable, Sendable {
        var revision: Int64
        var day: CivilDate
    }

    private struct Key: Hashable {
        var uid: UInt32
        var isAdministrator: Bool
        var actingAs: String?
        var unit: String?

        init(_ claim: CallerClaim) {
            uid = claim.uid
            isAdministrator = claim.isAdministrator
            actingAs = claim.actingAs
            unit = claim.unit
        }
    }

    private struct Kept {
        var moment: Moment
        var callers: [Key: Caller] = [:]
    }

    /// More claims than a bureau has people; a client that asks in ever new names cannot fill the memory.
    private static let limit = 4096

    private let kept = Mutex<Kept?>(nil)

    func caller(_ claim: CallerClaim, at moment: Moment) -> Caller? {
        let found: Caller? = kept.withLock { kept in
            guard let kept, kept.moment == moment else { return nil }
            return kept.callers[Key(claim)]
        }
        guard var caller = found else { return nil }
        caller.language = claim.language
        caller.commandID = claim.commandID
        caller.digest = claim.digest
        caller.dryRun = claim.dryRun
        return caller
    }

    /// `moment` is that before the store was read, so that an answer which a change overtook is not kept as the later one.
    func keep(_ caller: Caller, _ claim: CallerClaim, at moment: Moment) {
        kept.withLock { kept in
            if kept?.moment != moment || kept?.callers.count == Self.limit { kept = Kept(moment: moment) }
            kept?.callers[Key(claim)] = caller
        }
    }
}
