import Cadence
import Testing
import WorkCalendar

/// What the design says of clock trouble, case by case.
struct ClockGuardTests {
    static let start = Instant(milliseconds: 1_772_409_600_000)

    /// Wall and boot clocks `wall` and `boot` milliseconds after the start.
    static func reading(wall: Int64, boot: Int64, id: String = "a") -> ClockReading {
        ClockReading(wall: start + wall, boot: 1_000_000 + boot, bootID: id)
    }

    struct Case: CustomTestStringConvertible {
        var name: String
        var readings: [ClockReading]
        var states: [String]
        var testDescription: String { name }
    }

    static let hour = Instant.hour
    static let minute = Instant.minute
    static let cases = [
        Case(
            name: "a suspend of nine days is no jump",
            readings: [reading(wall: 0, boot: 0), reading(wall: 9 * Instant.day, boot: 9 * Instant.day)],
            states: ["running", "running"]),
        Case(
            name: "forward by three hours is put up with",
            readings: [reading(wall: 0, boot: 0), reading(wall: 3 * hour, boot: 0)], states: ["running", "running"]),
        Case(
            name: "forward by more is quarantined, for ten minutes",
            readings: [
                reading(wall: 0, boot: 0), reading(wall: 3 * hour + 1, boot: 0),
                reading(wall: 3 * hour + 1 + 9 * minute, boot: 9 * minute),
                reading(wall: 3 * hour + 1 + 10 * minute, boot: 10 * minute),
            ], states: ["running", "quarantine", "quarantine", "running"]),
        Case(
            name: "a second jump starts the ten minutes again",
            readings: [
                reading(wall: 0, boot: 0), reading(wall: 9 * hour, boot: 0),
                reading(wall: 99 * hour, boot: 9 * minute), reading(wall: 99 * hour + 2 * minute, boot: 11 * minute),
                reading(wall: 99 * hour + 10 * minute, boot: 19 * minute),
            ], states: ["running", "quarantine", "quarantine", "quarantine", "running"]),
        Case(
            name: "forward and back again was nothing",
            readings: [
                reading(wall: 0, boot: 0), reading(wall: 9 * hour, boot: minute), reading(wall: minute, boot: minute),
            ], states: ["running", "quarantine", "running"]),
        Case(
            name: "back by three hours waits, by more is suspect until time catches up",
            readings: [
                reading(wall: 9 * hour, boot: 0), reading(wall: 6 * hour, boot: 0),
                reading(wall: 6 * hour - 1, boot: minute), reading(wall: 6 * hour, boot: 2 * minute),
            ], states: ["running", "running", "suspect", "running"]),
        Case(
            name: "366 days across a reboot are an outage",
            readings: [reading(wall: 0, boot: 0), reading(wall: 366 * Instant.day, boot: 0, id: "b")],
            states: ["running", "running"]),
        Case(
            name: "more across a reboot are quarantined",
            readings: [
                reading(wall: 0, boot: 0), reading(wall: 366 * Instant.day + 1, boot: 0, id: "b"),
                reading(wall: 366 * Instant.day + 10 * minute, boot: 10 * minute, id: "b"),
            ], states: ["running", "quarantine", "running"]),
        Case(
            name: "a reboot does not shorten a quarantine",
            readings: [
                reading(wall: 0, boot: 0), reading(wall: 4000 * Instant.day, boot: 0),
                reading(wall: 4000 * Instant.day + 9 * minute, boot: 0, id: "b"),
                reading(wall: 4000 * Instant.day + 11 * minute, boot: 2 * minute, id: "b"),
            ], states: ["running", "quarantine", "quarantine", "quarantine"]),
    ]

    @Test(arguments: cases)
    func theClockIsBelievedAsTheDesignSays(_ given: Case) {
        var record: TimeRecord?
        var states: [String] = []
        for reading in given.readings {
            var next = ClockGuard.look(record, reading)
            // What is believed is acted on; what is not leaves the mark where it was.
            if next.hold == nil {
                next = next.acted(at: reading.wall)
            } else {
                let mark = record?.highWater
                #expect(next.highWater == mark)
            }
            states.append(next.state)
            record = next
        }
        #expect(states == given.states)
    }

    @Test func whatIsAcceptedIsBelievedAndTheMarkStaysWhereItWas() {
        let before = ClockGuard.look(nil, Self.reading(wall: 9 * Instant.day, boot: 0))
        let back = Self.reading(wall: 0, boot: 1)
        let suspect = ClockGuard.look(before, back)
        #expect(suspect.state == "suspect")
        let accepted = ClockGuard.accept(suspect, back)
        #expect(accepted.state == "running")
        #expect(accepted.highWater == before.highWater)
        #expect(ClockGuard.look(accepted, Self.reading(wall: Instant.hour, boot: Instant.hour)).state == "running")
    }
}
