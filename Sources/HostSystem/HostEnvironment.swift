import Glibc

/// The variables of the process and who runs it, as a value: lookup orders are tested without touching the process.
public struct HostEnvironment: Hashable, Sendable {
    public let variables: [String: String]
    public let uid: UInt32

    public init(variables: [String: String], uid: UInt32) {
        self.variables = variables
        self.uid = uid
    }

    /// Read once: `getenv` while another thread sets a variable is undefined.
    public static var current: HostEnvironment {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 {
                variables[String(pair[0])] = String(pair[1])
            }
            entry += 1
        }
        return HostEnvironment(variables: variables, uid: geteuid())
    }

    /// The value, or nil when it is unset or empty: `NAME= command` is how people switch a variable off.
    public subscript(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    public var isRoot: Bool { uid == 0 }
}
