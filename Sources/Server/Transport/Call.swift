public import Labels
public import WireAPI

/// One request, read and checked for form: what a use case needs to know of it.
public struct Call: Sendable {
    public let route: Route
    /// Values of the path's named segments, decoded.
    public private(set) var parameters: [String: String]
    /// From the JSON body of a POST, or from the query of a GET or of a route that takes bytes.
    public private(set) var request: CommandRequest
    /// The body of a route that takes bytes; else empty.
    public let bytes: [UInt8]
    public let peer: PeerCredentials
    /// Of every text in the answer.
    public let language: Language
    /// The officer with whose rights the caller wants to act.
    public let actingAs: String?
    public let unit: String?
    /// Client-made, at most 64 printable ASCII characters: what makes sending a write again safe.
    public let commandID: String?
    /// Show what would change and write nothing.
    public let isDryRun: Bool
    public let clientVersion: String?
    public let clientProtocol: Int?
    /// Under which the log knows this request.
    public let requestID: String

    public init(
        route: Route, parameters: [String: String] = [:], request: CommandRequest = CommandRequest(),
        bytes: [UInt8] = [], peer: PeerCredentials, language: Language = .en, actingAs: String? = nil,
        unit: String? = nil, commandID: String? = nil, isDryRun: Bool = false, clientVersion: String? = nil,
        clientProtocol: Int? = nil, requestID: String = ""
    ) {
        self.route = route
        self.parameters = parameters
        self.request = request
        self.bytes = bytes
        self.peer = peer
        self.language = language
        self.actingAs = actingAs
        self.unit = unit
        self.commandID = commandID
        self.isDryRun = isDryRun
        self.clientVersion = clientVersion
        self.clientProtocol = clientProtocol
        self.requestID = requestID
    }

    /// The same caller asking something else.
    func asking(_ request: CommandRequest, parameters: [String: String]) -> Call {
        var call = self
        call.request = request
        call.parameters = parameters
        return call
    }

    /// The value of a named segment. The router fills every name of the template, so a missing one is a wrong name in
    /// the endpoint.
    public func parameter(_ name: String) -> String {
        guard let value = parameters[name] else {
            preconditionFailure("\(route.path) has no segment {\(name)}")
        }
        return value
    }
}
