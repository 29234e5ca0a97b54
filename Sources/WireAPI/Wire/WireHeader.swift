/// The header fields that the protocol defines. Names compare without case.
public enum WireHeader {
    /// Reply: build of the daemon; request: build of the client.
    public static let version = "X-Zhaoshang-Version"
    /// Both ways: the protocol number.
    public static let protocolNumber = "X-Zhaoshang-Protocol"
    /// The officer with whose rights the caller wants to act.
    public static let actingAs = "X-Zhaoshang-As"
    /// The unit meant where the verb leaves it open.
    public static let unit = "X-Zhaoshang-Unit"
    /// The client-made id that makes a write safe to send again.
    public static let command = "X-Zhaoshang-Command"
    /// `1` or `true`: show what would change and write nothing.
    public static let dryRun = "X-Zhaoshang-Dry-Run"
    /// Reply: the id under which the daemon's log knows this request.
    public static let requestID = "X-Request-Id"
    public static let language = "Accept-Language"
}

/// The number that client and daemon must share. It grows when a change would make an older one misunderstand.
public enum ProtocolVersion {
    public static let current = 1
}

public enum BuildVersion {
    public static let current = "0.1.0"
}
