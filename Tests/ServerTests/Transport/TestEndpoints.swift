import Labels
import Server
import WireAPI

/// Endpoints that show what the transport handed over.
enum TestEndpoints {
    struct Echo: Codable, Equatable {
        var words: [String]
        var options: [String: [String]]
        var id: String?
        var uid: UInt32
        var pid: Int32
        var language: String
        var actingAs: String?
        var unit: String?
        var commandID: String?
        var isDryRun: Bool
        var bytes: Int
        var lastByte: UInt8?
    }

    struct Unforeseen: Error {
        let secret = "the inside of the machine"
    }

    static let show = Endpoint(Route(.get, "/v1/things/{id}", verb: "thing.show", access: .read)) { try echo($0) }
    static let add = Endpoint(Route(.post, "/v1/things", verb: "thing.add", access: .write)) { try echo($0) }
    static let list = Endpoint(Route(.get, "/v1/things", verb: "thing.list", access: .read)) { try echo($0) }
    static let newest = Endpoint(Route(.get, "/v1/things/newest", verb: "thing.newest", access: .read)) { _ in
        Reply(body: Array("{\"newest\":true}".utf8))
    }
    static let part = Endpoint(Route(.get, "/v1/things/{id}/{part}", verb: "thing.part", access: .read)) {
        try echo($0)
    }
    static let notes = Endpoint(Route(.get, "/v1/things/{id}/notes", verb: "thing.notes", access: .read)) { _ in
        Reply(body: Array("{\"notes\":[]}".utf8))
    }
    static let refuse = Endpoint(Route(.post, "/v1/refuse", verb: "thing.refuse", access: .write)) { _ in
        throw ZhaoshangError(
            .incomplete, zh: "缺少金额", en: "the amount is missing", hint: Phrase(zh: "加上 amount:", en: "add amount:"),
            details: ["missing": ["amount"]])
    }
    static let fail = Endpoint(Route(.get, "/v1/fail", verb: "thing.fail", access: .read)) { _ in
        throw Unforeseen()
    }

    static let put = Endpoint(
        Route(.post, "/v1/files/put", verb: "file.put", access: .write, body: .bytes)
    ) { try echo($0) }

    static let all = [show, add, list, put, newest, part, notes, refuse, fail] + TransportEndpoints.all

    static func echo(_ call: Call) throws -> Reply {
        try .json(
            Echo(
                words: call.request.words, options: call.request.options, id: call.parameters["id"],
                uid: call.peer.uid, pid: call.peer.pid, language: call.language.rawValue, actingAs: call.actingAs,
                unit: call.unit, commandID: call.commandID, isDryRun: call.isDryRun,
                bytes: call.bytes.count, lastByte: call.bytes.last))
    }
}
