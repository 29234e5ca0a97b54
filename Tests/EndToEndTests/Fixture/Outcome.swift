import Foundation
import Testing

/// How a program ended and what it said.
struct Outcome {
    /// Exit status; 128 + n after signal n, as shells have it.
    let code: Int32
    let output: String
    let errors: String

    /// The one document on standard output.
    var document: JSON {
        get throws { try JSON(output) }
    }

    /// The error envelope on standard error; warnings may stand before it.
    var failure: JSON {
        get throws {
            let line = try #require(errors.split(separator: "\n").last { $0.hasPrefix("{") }, "no envelope: \(errors)")
            return try JSON(String(line))["error"]
        }
    }
}

extension Outcome: CustomStringConvertible {
    var description: String { "exit \(code)\n\(output.prefix(2_000))\n\(errors.prefix(2_000))" }
}
