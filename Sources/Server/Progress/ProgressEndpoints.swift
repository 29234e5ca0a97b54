import Bureau
import WireAPI

extension EndpointMaker {
    /// Longest silence of a stream, as of the agenda's.
    private static var silence: Duration { .seconds(30) }
    /// Between two words on one command: more often than this nobody sees it.
    private static var pause: Duration { .milliseconds(100) }

    var progress: [Endpoint] {
        [
            Endpoint(Routes.progress) { call in
                let caller = try await caller(of: call)
                let command = call.parameter("command")
                return Reply(stream: EventStream { push in await follow(command, caller, push) })
            }
        ]
    }

    /// From before the command began, where the client asks that early, until it is over.
    private func follow(_ command: String, _ caller: Caller, _ push: @escaping EventStream.Push) async {
        await bureau.followProgress(of: command) { signal in
            var last: CommandProgress?
            while !Task.isCancelled {
                let progress = bureau.progress(of: command, caller: caller)
                if progress == nil, last != nil { return }
                var bytes = EventStream.heartbeat
                if let progress, progress != last {
                    let document = ProgressDocument(
                        command: command, stage: progress.stage.rawValue, done: progress.done, total: progress.total)
                    guard let data = try? WireJSON.encode(document) else { return }
                    bytes = EventStream.event("progress", data)
                }
                guard await push(bytes) else { return }
                last = progress
                await signal.sleep(atMost: Self.silence)
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
