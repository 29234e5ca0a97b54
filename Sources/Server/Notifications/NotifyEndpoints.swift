import Bureau
import Identifiers
import Notification
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var notifications: [Endpoint] {
        [
            endpoint(Routes.notifyList) { _, caller in
                ChannelsDocument(channels: try await bureau.listChannels(caller: caller).map { ChannelRecord($0) })
            },
            endpoint(Routes.notifyLog) { call, caller in
                DeliveriesDocument(
                    deliveries: try await bureau.deliveryLog(call.words, caller: caller).map { DeliveryRecord($0) })
            },
            write(Routes.notifyAdd, Bureau.addChannel),
            write(Routes.notifyEdit, Bureau.editChannel),
            endpoint(Routes.notifyTest) { call, caller in
                let (channel, verdict) = try await bureau.testChannel(call.words.words.first ?? "", caller: caller)
                return ChannelTestDocument(
                    channel: channel.code, ok: verdict.outcome == .delivered, outcome: verdict.outcome.rawValue,
                    code: verdict.code, reason: verdict.reason.isEmpty ? nil : verdict.reason)
            },
            endpoint(Routes.notifyRetry) { call, caller in
                RetriedDocument(
                    numbers: try await bureau.retryDeliveries(call.words, caller: caller),
                    dryRun: call.isDryRun ? true : nil)
            },
        ]
    }
}

extension ChannelRecord {
    init(_ view: ChannelView) {
        let channel = view.channel
        self.init(
            id: channel.id.description, code: channel.code, kind: channel.kind.rawValue, url: channel.url,
            secret: channel.secret, run: channel.argv.nonEmpty, from: channel.mailboxes.first,
            to: Array(channel.mailboxes.dropFirst()).nonEmpty,
            officers: channel.officers.map(\.description).nonEmpty, units: channel.units.map(\.description).nonEmpty,
            kinds: channel.kinds.nonEmpty, lang: channel.wording?.rawValue, active: channel.active,
            pending: view.pending, dead: view.dead, reason: view.lastReason)
    }
}

extension DeliveryRecord {
    init(_ view: DeliveryView) {
        let delivery = view.delivery
        self.init(
            number: delivery.id, message: delivery.message, channel: view.channelCode, recipient: view.recipient,
            kind: view.kind, tasks: view.tasks, at: view.at.iso8601, state: delivery.state.rawValue,
            attempts: delivery.attempts,
            nextAttemptAt: delivery.nextAttempt.map { Instant(milliseconds: $0).iso8601 },
            settledAt: delivery.settledAt.map { Instant(milliseconds: $0).iso8601 }, code: delivery.code,
            reason: delivery.reason)
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
