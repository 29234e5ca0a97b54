import Bureau
import Crypto
import WorkCalendar

/// The chain that makes any later change of the log visible.
///
/// SHA-256 over: the previous hash; seq and milliseconds, 8 bytes each; actor, on behalf of (empty when absent),
/// command, verb, subject and payload, each after its length in 4 bytes. All integers big-endian. Before the first
/// event stand 32 zero bytes.
enum ChainHash {
    static let genesis = [UInt8](repeating: 0, count: 32)

    static func next(
        after previous: [UInt8], seq: Int64, instant: Instant, actor: String, onBehalf: String?, command: String,
        verb: String, subject: String, payload: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192 + payload.count)
        bytes.append(contentsOf: previous)
        append(UInt64(bitPattern: seq), to: &bytes)
        append(UInt64(bitPattern: instant.milliseconds), to: &bytes)
        for text in [actor, onBehalf ?? "", command, verb, subject] {
            append(UInt32(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        }
        append(UInt32(payload.count), to: &bytes)
        bytes.append(contentsOf: payload)
        return [UInt8](SHA256.hash(data: bytes))
    }

    static func next(after previous: [UInt8], _ event: Event) -> [UInt8] {
        next(
            after: previous, seq: event.seq, instant: event.instant, actor: event.actor, onBehalf: event.onBehalf,
            command: event.command, verb: event.verb, subject: event.subject, payload: event.payload)
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        let digits = Array("0123456789abcdef".utf8)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
