import Cadence
import Identifiers
import Labels
import Logging
public import Notification
import Promotion
public import WorkCalendar

/// A channel with what lies before it.
public struct ChannelView: Sendable {
    public var channel: Channel
    public var pending: Int
    public var dead: Int
    /// What it said last, where the last attempt failed.
    public var lastReason: String?
}

public struct DeliveryView: Sendable {
    public var delivery: Delivery
    public var channelCode: String
    public var recipient: String
    public var kind: String
    public var tasks: [String]
    public var at: Instant
}

extension Bureau {
    /// `zs notify list`.
    public func listChannels(caller: Caller) async throws -> [ChannelView] {
        try await read(caller) { context in
            try context.authorise("notify.list", .none)
            return try context.store.channels().map { channel in
                let waiting = try context.store.deliveries(DeliveryFilter(states: [.pending], channel: channel.id))
                let dead = try context.store.deliveries(DeliveryFilter(states: [.dead], channel: channel.id))
                let last = try context.store.deliveries(
                    DeliveryFilter(channel: channel.id, limit: 1, newestFirst: true)
                ).first
                return ChannelView(
                    channel: channel, pending: waiting.count, dead: dead.count,
                    lastReason: last.flatMap { $0.state == .delivered ? nil : $0.reason })
            }
        }
    }

    /// `zs notify add CODE kind:… [secret: url: run: from: to: officer: unit: kinds: lang:]`.
    public func addChannel(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("notify.add", caller) { context in
            try context.authorise("notify.add", .none)
            let keyed = try KeyedWords(words, keys: ChannelWords.keys)
            let code = try ChannelWords.code(keyed)
            guard try !context.store.channels().contains(where: { $0.code == code }) else {
                throw ZhaoshangError(
                    .conflict, zh: "渠道 \(code) 已存在", en: "there is a channel \(code) already",
                    hint: Phrase(zh: "修改：zs notify edit \(code) …", en: "to change it: zs notify edit \(code) …"))
            }
            try keyed.require([("kind", Phrase(zh: "类型", en: "kind"))])
            let kind = Channel.Kind(rawValue: keyed.value("kind") ?? "") ?? .webhook
            let blank = Channel(id: ChannelID(try context.store.nextNumber("W")), code: code, kind: kind)
            let channel = try ChannelWords.apply(
                keyed, to: blank, officers: context.store.officers(), context.tree)
            try context.store.append(NewEvent("notify.added", channel.id, ChannelChanged(before: nil, after: channel)))
            return Outcome(id: channel.id.description, changed: [Change("channel", to: channel.code)])
        }
        await rouse(caller)
        return result
    }

    /// `zs notify edit CODE key:value…`; `active:no` switches a channel off, `active:yes` on again.
    public func editChannel(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("notify.edit", caller) { context in
            try context.authorise("notify.edit", .none)
            let keyed = try KeyedWords(words, keys: ChannelWords.keys)
            let before = try Self.channel(named: keyed.plain.first ?? "", in: context.store.channels())
            let after = try ChannelWords.apply(
                keyed, to: before, officers: context.store.officers(), context.tree)
            guard after != before else { throw Self.nothingToChange("zs notify edit \(before.code) active:no") }
            try context.store.append(NewEvent("notify.edited", before.id, ChannelChanged(before: before, after: after)))
            return Outcome(id: before.id.description, changed: ChannelWords.differences(before, after))
        }
        outgoing.signal()
        await rouse(caller)
        return result
    }

    /// `zs notify test CODE`: one message now, past the outbox, and what the channel said to it.
    public func testChannel(_ text: String, caller: Caller) async throws -> (channel: Channel, verdict: DeliveryVerdict)
    {
        let now = clock.now()
        let (channel, wording) = try await read(caller) { context in
            try context.authorise("notify.test", .none)
            let channel = try Self.channel(named: text, in: context.store.channels())
            return (channel, try context.store.wording(channel, on: now.date))
        }
        guard let courier else {
            throw ZhaoshangError(.refused, zh: "本服务没有接通任何渠道", en: "this daemon is connected to no channel")
        }
        let message = Message(
            key: "test/\(caller.commandID)", kind: "test", recipient: channel.id.description,
            recipientName: Phrase(channel.code), at: now, items: [])
        let posts = Post.of([message], key: message.key, over: channel, wording)
        var verdict = DeliveryVerdict(.failed)
        for post in posts { verdict = await courier.send(post, over: channel) }
        return (channel, verdict)
    }

    /// `zs notify log [state: channel: limit:]`: newest first.
    public func deliveryLog(_ words: CommandWords, caller: Caller) async throws -> [DeliveryView] {
        try await read(caller) { context in
            try context.authorise("notify.log", .none)
            let keyed = try KeyedWords(
                words,
                keys: ["state": "state", "状态": "state", "channel": "channel", "渠道": "channel", "limit": "limit"],
                allowPlain: false)
            var filter = DeliveryFilter(limit: Int(keyed.value("limit") ?? "") ?? 100, newestFirst: true)
            if let states = keyed.list("state") {
                filter.states = try states.map { word in
                    guard let state = Delivery.State(rawValue: word.lowercased()) else {
                        let known = Delivery.State.allCases.map(\.rawValue).joined(separator: " ")
                        throw ZhaoshangError(
                            .usage, zh: "未知的状态：\(word)", en: "unknown state: \(word)",
                            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
                    }
                    return state
                }
            }
            let channels = try context.store.channels()
            if let named = keyed.value("channel") { filter.channel = try Self.channel(named: named, in: channels).id }
            let codes = Dictionary(uniqueKeysWithValues: channels.map { ($0.id, $0.code) })
            return try context.store.deliveries(filter).compactMap { delivery in
                guard let reminder = try context.store.reminder(delivery.message) else { return nil }
                return DeliveryView(
                    delivery: delivery, channelCode: codes[delivery.channel] ?? delivery.channel.description,
                    recipient: reminder.recipient.description, kind: reminder.kind.rawValue,
                    tasks: reminder.items.map(\.task.description), at: reminder.at)
            }
        }
    }

    /// `zs notify retry NUMBER…|all [channel:]`: dead letters go out again, with all their attempts before them. What was
    /// one text with parts that have arrived goes on as one.
    ///
    /// - Returns: their numbers.
    public func retryDeliveries(_ words: CommandWords, caller: Caller) async throws -> [Int64] {
        let numbers = try await read(caller) { context in
            try context.authorise("notify.retry", .none)
            let keyed = try KeyedWords(words, keys: ["channel": "channel", "渠道": "channel"])
            var filter = DeliveryFilter(states: [.dead])
            if let named = keyed.value("channel") {
                filter.channel = try Self.channel(named: named, in: context.store.channels()).id
            }
            if keyed.plain != ["all"], !(keyed.plain.isEmpty && filter.channel != nil) {
                let ids = keyed.plain.compactMap { Int64($0) }
                guard !ids.isEmpty, ids.count == keyed.plain.count else {
                    throw ZhaoshangError(
                        .usage, zh: "用法：zs notify retry 序号…|all", en: "usage: zs notify retry NUMBER…|all",
                        hint: Phrase(zh: "查看：zs notify log state:dead", en: "see: zs notify log state:dead"))
                }
                filter.ids = ids
            }
            let dead = try context.store.deliveries(filter).map(\.id)
            let absent = Set(filter.ids ?? []).subtracting(dead).sorted()
            guard absent.isEmpty else {
                let list = absent.map { String($0) }
                throw ZhaoshangError(
                    .notFound, zh: "不是死信：\(list.joined(separator: "、"))",
                    en: "no dead letter: \(list.joined(separator: ", "))",
                    hint: Phrase(zh: "查看：zs notify log state:dead", en: "see: zs notify log state:dead"),
                    details: ["numbers": .list(list)])
            }
            return try context.store.wholeTexts(dead)
        }
        guard !numbers.isEmpty, !caller.dryRun else { return numbers }
        let command = Command(
            id: caller.commandID, actor: caller.actor, onBehalf: caller.onBehalf, verb: "notify.retry",
            digest: caller.digest)
        _ = try await store.write(command) { writing in
            let dead = try writing.deliveries(DeliveryFilter(ids: numbers, states: [.dead]))
            for (channel, letters) in Dictionary(grouping: dead, by: \.channel).sorted(by: { $0.key < $1.key }) {
                try writing.append(
                    NewEvent("notify.retried", channel, DeliveriesRetried(messages: letters.map(\.message))))
            }
            for var delivery in dead {
                delivery.state = .pending
                delivery.attempts = 0
                delivery.nextAttempt = nil
                delivery.settledAt = nil
                try writing.update(delivery)
            }
            return Outcome(undoable: false)
        }
        outgoing.signal()
        return numbers
    }

    /// Deletes what has been over for `notify.keep_days`, a bounded number of rows a transaction. Nothing is deleted on the
    /// word of a clock that is not believed in.
    func forgetReminders() async throws {
        let today = clock.now()
        while true {
            let (before, head, count) = try await store.read { reading in
                let acted = try reading.mark("clock.mark").flatMap { Instant(iso8601: $0) } ?? today
                let days = try reading.number("notify.keep_days", on: today.date)
                let before = min(acted, today) + -Int64(days) * Instant.day
                return (before, try reading.headSeq(), try reading.forgettableCount(before: before))
            }
            guard count > 0 else { return }
            let command = Command(id: "forget-\(head)", actor: "zsd", verb: "reminder.forgotten", digest: [])
            _ = try await store.write(command) { writing in
                try writing.append(
                    NewEvent(
                        "reminder.forgotten", "scheduler",
                        RemindersForgotten(before: before, limit: RemindersForgotten.chunk)))
                return Outcome(undoable: false)
            }
        }
    }

    /// The receiver said that it is gone for good.
    func disable(_ id: ChannelID, reason: String) async throws {
        let command = Command(
            id: "gone-\(id)-\(try await store.read { try $0.headSeq() })", actor: "zsd", verb: "notify.disable",
            digest: [])
        _ = try await store.write(command) { writing in
            guard let before = try writing.channels().first(where: { $0.id == id }), before.active else {
                return Outcome(undoable: false)
            }
            var after = before
            after.active = false
            try writing.append(NewEvent("notify.disabled", id, ChannelChanged(before: before, after: after)))
            return Outcome(id: id.description, undoable: false)
        }
        logger.warning("a channel was switched off", metadata: ["channel": "\(id)", "reason": "\(reason)"])
    }

    static func channel(named text: String, in channels: [Channel]) throws -> Channel {
        if let found = channels.first(where: { $0.code == text.lowercased() || $0.id == ChannelID(text) }) {
            return found
        }
        throw ZhaoshangError(
            .notFound, zh: "没有这个渠道：\(text)", en: "no such channel: \(text)",
            hint: Phrase(zh: "查看：zs notify list", en: "see: zs notify list"), details: ["name": .text(text)])
    }
}

extension Reading {
    /// These dead letters, and those that went out with one of them as one text of which a part has arrived.
    fileprivate func wholeTexts(_ numbers: [Int64]) throws -> [Int64] {
        let named = Set(numbers)
        let dead = try deliveries(DeliveryFilter(states: [.dead]))
        let batches = Set(dead.filter { named.contains($0.id) && $0.parts > 0 }.compactMap(\.batch))
        return dead.filter { named.contains($0.id) || $0.batch.map(batches.contains) == true }.map(\.id)
    }
}
