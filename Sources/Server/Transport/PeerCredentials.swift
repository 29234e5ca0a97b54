/// Who opened the connection, as the kernel says: pid, uid and gid at the time of connect(2). Source: unix(7),
/// `SO_PEERCRED`.
public struct PeerCredentials: Hashable, Sendable {
    public let pid: Int32
    public let uid: UInt32
    public let gid: UInt32

    public init(pid: Int32, uid: UInt32, gid: UInt32) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
    }
}
