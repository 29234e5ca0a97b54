import Glibc

/// Who runs this process.
public struct HostIdentity: Hashable, Sendable {
    public let uid: UInt32
    public let gid: UInt32
    /// The login name, or nil when the user database has none for this uid.
    public let userName: String?

    public static var current: HostIdentity {
        HostIdentity(uid: geteuid(), gid: getegid(), userName: userName(of: geteuid()))
    }

    public static func userName(of uid: UInt32) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16 * 1024)
        guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
        else { return nil }
        return String(cString: name)
    }
}
