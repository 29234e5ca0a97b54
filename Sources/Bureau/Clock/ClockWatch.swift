import Cadence
import FoundationEssentials
import Labels
import Logging
import Synchronization
import WorkCalendar

extension Bureau {
    /// A look at the clock before the scheduler acts. What changed about its trust is kept with the store at once, and
    /// time that went by unseen together with how far time came: whoever is cut off in between sees both anew.
    func lookAtClock() async throws -> TimeRecord {
        let reading = clock.reading()
        let known: TimeRecord?
        if let record = clock.record {
            known = record
        } else {
            known = try await store.read { try $0.clockRecord() }
        }
        let record = ClockGuard.look(known, reading)
        let outage = record.hold == nil ? try await outage(since: known, reading) : nil
        if record.hold != known?.hold || isStale(record, known) || outage != nil { try await keep(record, outage) }
        clock.record = record
        if let hold = record.hold, known?.hold == nil {
            logger.warning("the clock is not believed", metadata: ["hold": "\(hold)", "reached": "\(record.reached)"])
        }
        return record
    }

    /// A quiet bureau commits nothing for days, so how far time came is kept every hour: an outage is known by it.
    private func isStale(_ record: TimeRecord, _ known: TimeRecord?) -> Bool {
        guard !clock.isVirtual, record.hold == nil, let known else { return false }
        return record.anchor.wall.milliseconds / Instant.hour != known.anchor.wall.milliseconds / Instant.hour
    }

    /// A virtual clock jumps from event to event, so that with one only a restart counts. A quiet bureau acts on nothing for
    /// days, but looks every minute: then nothing has to be read.
    private func outage(since known: TimeRecord?, _ reading: ClockReading) async throws -> OutageFound? {
        let acted = actedUpTo.withLock { $0 }
        if clock.isVirtual, acted != nil { return nil }
        if let known, reading.wall - known.anchor.wall <= ClockGuard.longestUnseen { return nil }
        let (mark, grace) = try await store.read { store in
            (
                try store.mark("clock.mark").flatMap { Instant(iso8601: $0) },
                try store.misfireGrace(on: reading.wall.date)
            )
        }
        return ClockGuard.outage(
            since: known, acted: [mark, acted].compactMap(\.self).max(), reading, grace: grace, isFirst: acted == nil)
    }

    func keep(_ record: TimeRecord, _ outage: OutageFound? = nil) async throws {
        let text = try record.text()
        let wall = record.anchor.wall
        let command = Command(id: "clock-\(wall.milliseconds)", actor: "zsd", verb: "clock.watch", digest: [])
        _ = try await store.write(command) { writing in
            if let outage { try writing.append(NewEvent("scheduler.outage", "scheduler", outage)) }
            try writing.setMark(TimeRecord.markKey, text)
            return Outcome(undoable: false)
        }
    }
}

extension TimeRecord {
    static let markKey = "clock.record"

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init(text: String) throws {
        self = try JSONDecoder().decode(TimeRecord.self, from: Data(text.utf8))
    }
}

extension Reading {
    /// Milliseconds.
    func misfireGrace(on date: CivilDate) throws -> Int64 {
        Int64(try number("downtime.misfire_grace_minutes", on: date)) * Instant.minute
    }

    /// A store from before clocks were compared has the highest time acted on alone.
    func clockRecord() throws -> TimeRecord? {
        if let text = try mark(TimeRecord.markKey) {
            do {
                return try TimeRecord(text: text)
            } catch {
                throw ZhaoshangError(
                    .damagedStore, zh: "库中的时钟记录无法读取", en: "the store's record of the clock cannot be read")
            }
        }
        guard let high = try mark("clock.mark").flatMap({ Instant(iso8601: $0) }) else { return nil }
        return TimeRecord(highWater: high, anchor: ClockReading(wall: high))
    }
}

extension Writing {
    /// Time was acted on up to `now`.
    func setActed(_ record: TimeRecord, at now: Instant) throws {
        let after = record.acted(at: now)
        try setMark("clock.mark", after.highWater.iso8601)
        try setMark(TimeRecord.markKey, after.text())
    }
}
