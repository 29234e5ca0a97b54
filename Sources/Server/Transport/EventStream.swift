/// An answer that goes on: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) until the
/// client goes away, reads too slowly, or the daemon stops.
public struct EventStream: Sendable {
    /// Hands bytes to the connection; false once nobody takes them.
    public typealias Push = @Sendable ([UInt8]) async -> Bool

    /// Runs for the length of the stream, in a task that is cancelled when it ends.
    let run: @Sendable (@escaping Push) async -> Void

    public init(_ run: @escaping @Sendable (@escaping Push) async -> Void) {
        self.run = run
    }

    /// - Parameter data: one line.
    public static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array("event: \(name)\ndata: ".utf8) + data + [10, 10]
    }

    /// A sign of life, which clients pass over.
    public static let heartbeat: [UInt8] = Array(":\n\n".utf8)
}
