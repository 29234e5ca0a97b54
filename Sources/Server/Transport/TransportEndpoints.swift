public import WireAPI

/// The routes that answer whoever reaches the socket, of whatever version.
public enum TransportEndpoints {
    public static let health = Route(.get, "/v1/health", verb: "health", access: .open)
    public static let version = Route(.get, "/v1/version", verb: "version", access: .open)

    private struct Health: Encodable {
        let schema = "zhaoshang/health.v1"
        let ok = true
    }

    private struct Version: Encodable {
        let schema = "zhaoshang/version.v1"
        let version = BuildVersion.current
        let `protocol` = ProtocolVersion.current
    }

    public static var all: [Endpoint] {
        [
            Endpoint(health) { _ in try .json(Health()) },
            Endpoint(version) { _ in try .json(Version()) },
        ]
    }
}
