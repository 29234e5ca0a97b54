import WireAPI

extension DocumentSamples {
    static let notifications = [
        Sample(
            "channels",
            ChannelsDocument(channels: [
                ChannelRecord(
                    id: "W-1", code: "ne-group", kind: "wecom", secret: "ne-group", units: ["U-2"],
                    kinds: ["reminder", "escalation"], lang: "zh", active: true, pending: 2, dead: 1,
                    reason: "invalid webhook url"),
                ChannelRecord(
                    id: "W-2", code: "mail", kind: "smtp", url: "smtp://mail.example.cn:587", secret: "mail",
                    from: "zs@example.cn", to: ["wang@example.cn"], officers: ["O-3"], active: false, pending: 0,
                    dead: 0),
                ChannelRecord(
                    id: "W-3", code: "wall", kind: "command", run: ["/usr/local/bin/wall", "--loud"], active: true,
                    pending: 0, dead: 0),
            ])),
        Sample(
            "channel-test",
            ChannelTestDocument(
                channel: "ne-group", ok: false, outcome: "refused", code: "310000", reason: "sign not match")),
        Sample(
            "deliveries",
            DeliveriesDocument(deliveries: [
                DeliveryRecord(
                    number: 7, message: "T-12/1/O-3", channel: "ne-group", recipient: "O-3", kind: "reminder",
                    tasks: ["T-12"], at: "2026-03-02T14:00:00+08:00", state: "pending", attempts: 1,
                    nextAttemptAt: "2026-03-02T14:01:00+08:00", code: "130101", reason: "send too fast"),
                DeliveryRecord(
                    number: 6, message: "T-11/1/O-2", channel: "ne-group", recipient: "O-2", kind: "reminder",
                    tasks: ["T-11"], at: "2026-03-02T14:00:00+08:00", state: "delivered", attempts: 1,
                    settledAt: "2026-03-02T14:00:01+08:00", code: "0"),
            ])),
        Sample("agenda", AgendaDocument(agenda: AgendaRecord(overdue: [task], due: [], waiting: [], next: [task]))),
        Sample(
            "calendar-feed",
            CalendarFeedDocument(name: "招商", entries: 0, text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")),
        Sample("retried", RetriedDocument(numbers: [7, 9], dryRun: true)),
    ]
}
