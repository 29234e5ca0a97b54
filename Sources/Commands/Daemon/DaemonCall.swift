import WireAPI

/// One request of the daemon, words as typed.
struct DaemonCall: Equatable {
    let route: Route
    let parameters: [String: String]
    let request: CommandRequest
    /// The body of a route that takes a file.
    let bytes: [UInt8]

    /// - Parameters:
    ///   - options: values by name; names whose values are nil or false are left out.
    ///   - bytes: for routes that take a file.
    init(
        _ route: Route, parameters: [String: String] = [:], words: [String] = [],
        options: [String: OptionValue] = [:], bytes: [UInt8] = []
    ) {
        self.route = route
        self.bytes = bytes
        self.parameters = parameters.mapValues(ArgumentShield.restored)
        request = CommandRequest(
            words: words.map(ArgumentShield.restored),
            options: options.compactMapValues { $0.values?.map(ArgumentShield.restored) })
    }

    init(_ route: Route, list: ListOptions, options: [String: OptionValue] = [:]) {
        self.init(
            route, words: list.filters,
            options: options.merging(["limit": .value(list.limit.map(String.init))]) { first, _ in first })
    }
}

/// What an option contributes to a request.
enum OptionValue: Equatable {
    case value(String?)
    case list([String])
    case flag(Bool)

    var values: [String]? {
        switch self {
        case .value(let value): value.map { [$0] }
        case .list(let values): values.isEmpty ? nil : values
        case .flag(let isSet): isSet ? [] : nil
        }
    }
}
