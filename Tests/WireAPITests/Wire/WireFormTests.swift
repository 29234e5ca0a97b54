import Labels
import Testing
import WireAPI

struct WireFormTests {
    @Test(arguments: [
        ("走访 a+b&c=d/e", "%E8%B5%B0%E8%AE%BF%20a%2Bb%26c%3Dd%2Fe"), ("L-1042_~.", "L-1042_~."), ("", ""),
    ])
    func percentCodingFollowsRFC3986(text: String, encoded: String) {
        #expect(PercentCoding.encode(text) == encoded)
        #expect(PercentCoding.decode(encoded[...]) == text)
    }

    @Test(arguments: ["%", "%4", "%zz", "%FF", "%C0%AF"])
    func wrongEscapeIsNotGuessed(text: String) {
        #expect(PercentCoding.decode(text[...]) == nil)
    }

    @Test func queryReadsBackAsTheSameRequest() {
        let request = CommandRequest(
            words: ["走访", "a&b=c", ""], options: ["owner": ["张三", "李四"], "zero": [], "since": [""]])
        #expect(CommandRequest(query: request.query[...]) == request)
    }

    @Test(arguments: [
        ("zero", true), ("zero=", true), ("zero=true", true), ("zero=1", true), ("zero=false", false), ("one", false),
    ])
    func flagIsReadFromAQuery(query: String, isSet: Bool) throws {
        #expect(try #require(CommandRequest(query: query[...])).flag("zero") == isSet)
    }

    @Test func routeIsFilledAndAMissingIDIsNoticed() {
        let route = Route(.get, "/v1/entries/{id}/notes/{note}", verb: "note.show", access: .read)
        #expect(route.parameterNames == ["id", "note"])
        #expect(route.filled(["id": "E-1", "note": "a/b"]) == "/v1/entries/E-1/notes/a%2Fb")
        #expect(route.filled(["id": "E-1"]) == nil)
        #expect(route.filled(["id": "E-1", "note": ""]) == nil)
    }

    @Test(arguments: [
        ("[]", 1), ("{\"a\":[{}]}", 3), (#"["[[[[", "\"[["]"#, 1), (#"["\\", []]"#, 2), ("1", 0), ("]][[", 0),
    ])
    func depthIsCountedOutsideStrings(text: String, depth: Int) {
        #expect(WireJSON.depth(of: text.utf8) == depth)
    }

    @Test func requestHasOneSpelling() throws {
        let request = CommandRequest(words: ["a/b"], options: ["on": ["2026-01-05"], "as": []])
        let bytes = try WireJSON.encode(request)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"options":{"as":[],"on":["2026-01-05"]},"words":["a/b"]}"#)
        #expect(try WireJSON.decode(CommandRequest.self, from: bytes) == request)
        #expect(try WireJSON.decode(CommandRequest.self, from: "{}".utf8) == CommandRequest())
    }

    @Test func envelopeOfANewerDaemonKeepsItsCode() throws {
        let json = #"{"error":{"code":"moon_phase","message":"no","details":{"n":3,"l":["a"],"t":"x"}}}"#
        let error = try WireJSON.decode(ErrorEnvelope.self, from: json.utf8).asError
        #expect(error.code == .internalError)
        #expect(error.details == ["code": "moon_phase", "n": 3, "l": ["a"], "t": "x"])
    }

    /// The table of exit codes in Docs, the other way round: every code with its status and exit code.
    @Test(
        arguments: [
            (.negative, 200, 1), (.usage, 400, 64), (.badMoney, 422, 65), (.refused, 422, 65), (.incomplete, 422, 65),
            (.bodyTooLarge, 413, 65), (.headerTooLarge, 431, 65), (.notFound, 404, 66), (.unreachable, 503, 69),
            (.internalError, 500, 70), (.cannotWrite, 500, 73), (.ioFailure, 500, 74), (.storageFull, 507, 74),
            (.tryAgain, 409, 75), (.shuttingDown, 503, 75), (.alreadyRunning, 503, 75), (.fenced, 503, 75),
            (.protocolMismatch, 400, 76),
            (.forbidden, 403, 77), (.unknownCaller, 403, 77), (.configuration, 500, 78), (.newerSchema, 500, 78),
            (.ambiguous, 422, 79), (.conflict, 409, 80),
        ] as [(ErrorCode, Int, Int32)])
    func codeHasItsStatusAndExitCode(code: ErrorCode, status: Int, exit: Int32) {
        #expect(httpStatus(for: code) == status)
        #expect(exitCode(for: code) == exit)
    }
}
