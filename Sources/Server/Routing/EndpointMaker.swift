import Bureau
import FoundationEssentials
import Labels
import WireAPI

/// Turns use cases into endpoints: decode, call one use case, encode.
struct EndpointMaker: Sendable {
    let bureau: Bureau
    /// The uid the daemon runs under; it and root are administrators.
    let daemonUID: UInt32

    /// `answer` calls one use case and returns the document of its answer.
    func endpoint(
        _ route: Route, bodyLimit: Int? = nil,
        _ answer: @escaping @Sendable (Call, Caller) async throws -> any Encodable
    ) -> Endpoint {
        Endpoint(route, bodyLimit: bodyLimit) { call in
            let caller = try await caller(of: call)
            return try Reply.json(try await answer(try await namingLast(call, caller), caller))
        }
    }

    /// A use case that takes the words as typed and answers what it changed.
    func write(
        _ route: Route, _ useCase: @escaping @Sendable (Bureau) -> (CommandWords, Caller) async throws -> CommandResult
    ) -> Endpoint {
        endpoint(route) { call, caller in
            try await WriteReply(useCase(bureau)(call.words, caller), call, bureau)
        }
    }

    /// The call with `@last` read as the id it stands for.
    private func namingLast(_ call: Call, _ caller: Caller) async throws -> Call {
        guard call.words.nameLast || call.parameters.values.contains("@last") else { return call }
        let id = try await bureau.lastRecord(caller: caller)
        let words = call.words.naming(last: id, verb: call.route.verb)
        return call.asking(
            CommandRequest(words: words.words, options: words.options),
            parameters: call.parameters.mapValues { $0 == "@last" ? id : $0 })
    }

    func caller(of call: Call) async throws -> Caller {
        try await bureau.caller(
            CallerClaim(
                uid: call.peer.uid, isAdministrator: call.peer.uid == 0 || call.peer.uid == daemonUID,
                actingAs: call.actingAs, unit: call.unit, language: call.language,
                commandID: call.commandID ?? UUID().uuidString,
                digest: call.route.access == .write
                    ? CommandDigest.of(verb: call.route.verb, call.words, file: call.bytes) : [],
                dryRun: call.isDryRun))
    }
}

extension Call {
    /// The request as typed.
    var words: CommandWords { CommandWords(request.words, options: request.options) }

    /// A period that was not named is the current one; the client sends a word for it because a path needs one.
    func period(_ name: String = "period") -> String? {
        let text = parameter(name)
        return text == "current" || text == "-" ? nil : text
    }
}
