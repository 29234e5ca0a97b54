/// Build and protocol number of the daemon.
public struct VersionDocument: WireDocument {
    public static let schema = "zhaoshang/version.v1"

    public var schema: String = Self.schema
    public var version: String
    public var protocolNumber: Int

    public init(version: String, protocolNumber: Int) {
        self.version = version
        self.protocolNumber = protocolNumber
    }

    enum CodingKeys: String, CodingKey {
        case schema, version
        case protocolNumber = "protocol"
    }
}
