import Bureau
import Labels
import WireAPI

extension EndpointMaker {
    /// Longest silence of a stream: a client behind a dead connection notices, and so does the daemon.
    private static var silence: Duration { .seconds(30) }

    var agenda: [Endpoint] {
        [
            Endpoint(Routes.watch) { call in
                // Refused before the stream begins, where there is still a status to say so.
                _ = try await bureau.agenda(caller: try await caller(of: call))
                return Reply(stream: EventStream { push in await follow(call, push) })
            }
        ]
    }

    private func follow(_ call: Call, _ push: @escaping EventStream.Push) async {
        await bureau.watch { signal in
            var last: [UInt8] = []
            while !Task.isCancelled {
                // Rights are asked for each time: whoever loses them sees nothing more.
                guard let caller = try? await caller(of: call), let agenda = try? await bureau.agenda(caller: caller),
                    let bytes = try? WireJSON.encode(AgendaDocument(agenda: AgendaRecord(agenda, call.language)))
                else { return }
                guard await push(bytes == last ? EventStream.heartbeat : EventStream.event("agenda", bytes)) else {
                    return
                }
                last = bytes
                await signal.sleep(atMost: Self.silence)
            }
        }
    }
}

extension AgendaRecord {
    init(_ agenda: Agenda, _ language: Language) {
        self.init(
            overdue: agenda.overdue.map { TaskRecord($0, language) }, due: agenda.due.map { TaskRecord($0, language) },
            waiting: agenda.waiting.map { TaskRecord($0, language) }, next: agenda.next.map { TaskRecord($0, language) }
        )
    }
}
