import Bureau
import Labels
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var clock: [Endpoint] {
        [
            endpoint(Routes.clockShow) { call, caller in
                let answer = try await bureau.showClock(caller: caller)
                return ClockDocument(
                    now: answer.now.iso8601, shown: answer.shown?.iso8601, virtual: answer.isVirtual,
                    state: answer.state, highWater: answer.mark?.iso8601,
                    quarantinedUntil: answer.quarantinedUntil?.iso8601)
            },
            endpoint(Routes.clockAdvance) { call, caller in
                let answer = try await bureau.advanceClock(call.words, caller: caller)
                return ClockReply(
                    WriteReply(
                        schema: ClockDetail.schema, events: [],
                        changed: [
                            ChangedField(field: "now", from: .text(answer.from.iso8601), to: .text(answer.now.iso8601))
                        ]),
                    ClockDetail(from: answer.from.iso8601, now: answer.now.iso8601, fired: Int(answer.events)))
            },
            endpoint(Routes.clockAccept) { call, caller in
                let answer = try await bureau.acceptClock(caller: caller)
                return ClockReply(
                    WriteReply(schema: ClockDetail.schema, events: [], changed: []),
                    ClockDetail(from: answer.from.iso8601, now: answer.now.iso8601, fired: Int(answer.events)))
            },
        ]
    }
}
