import Foundation
import Notification
import Testing

/// `Tests/Vectors/webhook-signatures.csv`: computed by Python's hmac and by openssl, and equal.
struct SignatureVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var fields: [String]
        var testDescription: String { "\(fields[0]) \(fields[7])" }
    }

    static let vectors: [Vector] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/webhook-signatures.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { Vector(fields: fields(of: String($0))) }
    }()

    @Test func allRowsAreThere() {
        #expect(Self.vectors.count == 15)
    }

    @Test(arguments: vectors)
    func signatureIsThatOfOtherPrograms(vector: Vector) throws {
        let fields = vector.fields
        let (scheme, secret, id, time, body) = (fields[0], fields[1], fields[2], fields[3], fields[4])
        let timestamp = try #require(Int64(time))
        switch scheme {
        case "dingtalk":
            #expect(WebhookSignature.dingtalk(secret: secret, milliseconds: timestamp) == fields[5])
        case "feishu":
            #expect(WebhookSignature.feishu(secret: secret, seconds: timestamp) == fields[5])
        default:
            #expect(
                WebhookSignature.standard(secret: secret, id: id, seconds: timestamp, body: Array(body.utf8))
                    == fields[5])
        }
    }

    @Test func whileASecretIsReplacedBothSign() throws {
        let rows = Self.vectors.filter { $0.fields[0] == "standard-webhooks" && $0.fields[3] == "1614265330" }
        let (first, second) = (rows[0].fields, rows[2].fields)
        let both = WebhookSignature.standard(
            secrets: [first[1], second[1]], id: first[2], seconds: 1_614_265_330, body: Array(first[4].utf8))
        #expect(both == first[5] + " " + second[5])
    }

    @Test(arguments: ["", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_???"])
    func malformedSecretSignsNothing(secret: String) {
        #expect(WebhookSignature.standard(secret: secret, id: "m", seconds: 1, body: []) == nil)
    }

    /// RFC 4180, no line breaks inside fields.
    private static func fields(of line: String) -> [String] {
        var fields = [""]
        var quoted = false
        var characters = Array(line.trimmingCharacters(in: .newlines))[...]
        while let character = characters.popFirst() {
            switch (character, quoted) {
            case ("\"", true) where characters.first == "\"":
                characters.removeFirst()
                fields[fields.count - 1].append("\"")
            case ("\"", _): quoted.toggle()
            case (",", false): fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
