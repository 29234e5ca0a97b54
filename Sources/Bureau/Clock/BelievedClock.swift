public import Cadence
import Synchronization
public import WorkCalendar

/// A machine's clock as far as it is believed: what is written down carries its time, also between two looks of the
/// scheduler, and while the clock is held back.
public final class BelievedClock: BureauClock {
    private let machine: any BureauClock
    private let known = Mutex<TimeRecord?>(nil)

    public init(_ machine: any BureauClock) {
        self.machine = machine
    }

    /// What is known of the clock's course, as of the last look that was kept. Before the first one, whatever the machine
    /// shows is believed.
    var record: TimeRecord? {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }

    /// `running`, `suspect` or `quarantine`.
    var state: String { record?.state ?? "running" }

    /// What the machine shows, believed or not.
    var shown: Instant { machine.now() }

    /// What the machine shows, where that is not believed.
    var disbelieved: Instant? {
        guard let record, ClockGuard.look(record, machine.reading()).hold != nil else { return nil }
        return shown
    }

    public func now() -> Instant {
        guard let record else { return machine.now() }
        let reading = machine.reading()
        return ClockGuard.look(record, reading).believed(reading)
    }

    public func reading() -> ClockReading { machine.reading() }
    public func wait(until instant: Instant?) async { await machine.wait(until: instant) }
    public func interrupt() { machine.interrupt() }
    public var isVirtual: Bool { machine.isVirtual }
    public func set(_ instant: Instant) -> Bool { machine.set(instant) }
}
