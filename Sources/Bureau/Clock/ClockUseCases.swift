import Cadence
import Labels
import Promotion
import Synchronization
public import WorkCalendar

public struct ClockAnswer: Sendable {
    /// Where the clock stood before.
    public var from: Instant
    public var now: Instant
    /// What the machine's clock shows, where that is not believed.
    public var shown: Instant?
    public var isVirtual: Bool
    public var nextEventAt: Instant?
    /// Events that were fired on the way, for `advance`.
    public var events: Int64
    /// The highest time that was acted on.
    public var mark: Instant?
    /// `running`, `suspect` or `quarantine`.
    public var state: String
    public var quarantinedUntil: Instant?
}

extension Bureau {
    public func showClock(caller: Caller) async throws -> ClockAnswer {
        let mark = try await read(caller) { context in
            try context.authorise("clock.show", .none)
            return try context.store.mark("clock.mark").flatMap { Instant(iso8601: $0) }
        }
        let now = clock.now()
        return ClockAnswer(
            from: now, now: now, shown: clock.disbelieved, isVirtual: clock.isVirtual,
            nextEventAt: nextEvent.withLock { $0 }, events: 0, mark: mark, state: clock.state,
            quarantinedUntil: clock.record?.quarantinedUntil)
    }

    /// `zs clock accept`: what the clock shows now is right. What was held back happens at once.
    public func acceptClock(caller: Caller) async throws -> ClockAnswer {
        try await read(caller) { try $0.authorise("clock.accept", .none) }
        let held = try await lookAtClock()
        let reading = clock.reading()
        let record = ClockGuard.accept(held, reading)
        let grace = try await store.read { try $0.misfireGrace(on: reading.wall.date) }
        clock.record = record
        actedUpTo.withLock { $0 = nil }
        try await keep(record, ClockGuard.skipped(held, reading, grace: grace))
        await rouse(caller)
        return try await showClock(caller: caller)
    }

    /// `zs clock advance --to T|--by D`: moves a virtual clock from event to event and answers after the last commit.
    public func advanceClock(_ words: CommandWords, caller: Caller) async throws -> ClockAnswer {
        try await read(caller) { try $0.authorise("clock.advance", .none) }
        guard clock.isVirtual else {
            throw ZhaoshangError(
                .refused, zh: "真实时钟不能拨动", en: "a real clock does not move by command",
                hint: Phrase(
                    zh: "演练：zsd --virtual-clock 2026-01-01T08:00 --state 新目录",
                    en: "to rehearse: zsd --virtual-clock 2026-01-01T08:00 --state NEW_DIRECTORY"))
        }
        let start = clock.shown
        let target = try Self.target(words, now: start)
        let before = try await store.read { try $0.headSeq() }
        while let next = try await tick(), next <= target {
            guard clock.set(next) else { break }
        }
        _ = clock.set(target)
        let next = try await tick()
        try await keepMark()
        let after = try await store.read { try $0.headSeq() }
        return ClockAnswer(
            from: start, now: clock.now(), shown: clock.disbelieved, isVirtual: true, nextEventAt: next,
            events: after - before, mark: target, state: clock.state,
            quarantinedUntil: clock.record?.quarantinedUntil)
    }

    private static func target(_ words: CommandWords, now: Instant) throws -> Instant {
        let target: Instant?
        if let to = words.option("to") {
            target = Instant(iso8601: to)
        } else if let by = words.option("by") {
            target = duration(by).map { now + $0 }
        } else {
            throw ZhaoshangError(
                .usage, zh: "用法：zs clock advance --to 时刻|--by 时长", en: "usage: zs clock advance --to T|--by D",
                hint: Phrase(
                    zh: "例如：--to 2026-02-01T09:00、--by 3d、--by 90m",
                    en: "for example: --to 2026-02-01T09:00, --by 3d, --by 90m"))
        }
        guard let target else {
            throw ZhaoshangError(
                .badDate, zh: "看不懂的时刻", en: "not a time",
                hint: Phrase(
                    zh: "例如：2026-02-01T09:00、3d、12h、90m、2w", en: "for example: 2026-02-01T09:00, 3d, 12h, 90m, 2w"))
        }
        guard target >= now else {
            throw ZhaoshangError(
                .refused, zh: "时钟只能向前：现在是 \(now)", en: "the clock only moves forward: it is \(now)",
                hint: Phrase(zh: "例如：zs clock advance --by 1d", en: "for example: zs clock advance --by 1d"),
                details: ["now": .text(now.iso8601)])
        }
        return target
    }

    /// `3d`, `12h`, `90m`, `45s`, `2w`.
    private static func duration(_ text: String) -> Int64? {
        let units: [Character: Int64] = [
            "s": Instant.second, "m": Instant.minute, "h": Instant.hour, "d": Instant.day, "w": 7 * Instant.day,
        ]
        guard let last = text.lowercased().last, let unit = units[last], let count = Int64(text.dropLast()),
            (0...100_000_000).contains(count)
        else { return nil }
        return count * unit
    }

    // MARK: the mark: the highest time the store was acted on

    /// A store written under a virtual clock refuses a real one, and the other way round; a clock that starts before the
    /// stored mark under a virtual clock is refused. From here on the clock is believed only as far as the record goes.
    public func checkMark() async throws {
        let isVirtual = clock.isVirtual
        let now = clock.shown
        clock.record = try await store.read { reading in
            if let kind = try reading.mark("clock.kind"), kind != (isVirtual ? "virtual" : "real") {
                throw ZhaoshangError(
                    .configuration, zh: "这个库由\(kind == "virtual" ? "虚拟" : "真实")时钟写成",
                    en: "this store was written under a \(kind) clock",
                    hint: Phrase(
                        zh: kind == "virtual" ? "用 --virtual-clock 启动，或换一个 --state" : "去掉 --virtual-clock，或换一个 --state",
                        en: kind == "virtual"
                            ? "start with --virtual-clock, or use another --state"
                            : "start without --virtual-clock, or use another --state"))
            }
            if isVirtual, let mark = try reading.mark("clock.mark").flatMap({ Instant(iso8601: $0) }), now < mark {
                throw ZhaoshangError(
                    .configuration, zh: "虚拟时钟 \(now) 早于库中记录 \(mark)",
                    en: "the virtual clock \(now) starts before the store's mark \(mark)",
                    hint: Phrase(zh: "从 \(mark) 或之后启动", en: "start at \(mark) or later"),
                    details: ["mark": .text(mark.iso8601)])
            }
            return try reading.clockRecord()
        }
    }

    /// Says of a new store which kind of clock writes it.
    public func claimClock() async throws {
        let kind = clock.isVirtual ? "virtual" : "real"
        let command = Command(id: "clock-kind", actor: "zsd", verb: "clock.mark", digest: [])
        _ = try await store.write(command) { writing in
            if try writing.mark("clock.kind") == nil { try writing.setMark("clock.kind", kind) }
            return Outcome(undoable: false)
        }
    }

    /// Remembers how far time was acted on: after a tick, never before, or a downtime would go unnoticed.
    public func keepMark() async throws {
        let now = clock.now()
        let record = try await lookAtClock()
        guard record.hold == nil else { return }
        clock.record = record.acted(at: now)
        let command = Command(id: "mark-\(now.milliseconds)", actor: "zsd", verb: "clock.mark", digest: [])
        _ = try await store.write(command) { writing in
            try writing.setActed(record, at: now)
            return Outcome(undoable: false)
        }
    }
}
