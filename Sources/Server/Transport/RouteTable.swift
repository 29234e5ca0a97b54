import Labels
import WireAPI

/// Finds the endpoint of a method and a path. Literal segments win over named ones.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case found(Endpoint, parameters: [String: String])
        /// The path exists for these methods only.
        case otherMethods([Route.Method])
        case unknown
    }

    private struct Pattern: Sendable {
        let endpoint: Endpoint
        /// nil stands for a named segment.
        let segments: [String?]
        let names: [String]
    }

    /// Paths without named segments: one look-up, whatever the number of routes.
    private var literals: [String: [Endpoint]] = [:]
    private var patterns: [Int: [Pattern]] = [:]

    /// Two endpoints of one method and path are a bug in the list, found when the daemon starts.
    init(_ endpoints: [Endpoint]) {
        for endpoint in endpoints {
            let route = endpoint.route
            let segments = route.path.split(separator: "/").map { segment in
                Route.parameterName(segment) == nil ? String(segment) : nil
            }
            if segments.contains(nil) {
                let known = patterns[segments.count, default: []]
                precondition(
                    !known.contains { $0.segments == segments && $0.endpoint.route.method == route.method },
                    "two endpoints for \(route.method.rawValue) \(route.path)")
                patterns[segments.count] =
                    known + [Pattern(endpoint: endpoint, segments: segments, names: route.parameterNames)]
            } else {
                let known = literals[route.path, default: []]
                precondition(
                    !known.contains { $0.route.method == route.method },
                    "two endpoints for \(route.method.rawValue) \(route.path)")
                literals[route.path] = known + [endpoint]
            }
        }
        for count in patterns.keys {
            // Sorting is stable in effect: more literals first, then the order of the list.
            patterns[count] = patterns[count]?.enumerated()
                .sorted { ($0.element.names.count, $0.offset) < ($1.element.names.count, $1.offset) }
                .map(\.element)
        }
    }

    func match(method: String, path: Substring) -> Match {
        let exact = literals[String(path)] ?? []
        if let endpoint = exact.first(where: { $0.route.method.rawValue == method }) {
            return .found(endpoint, parameters: [:])
        }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let candidates = patterns[segments.count, default: []].compactMap { pattern in
            parameters(of: pattern, in: segments).map { (pattern.endpoint, $0) }
        }
        return choose(exact.map { ($0, [:]) } + candidates, method: method)
    }

    private func choose(_ candidates: [(Endpoint, [String: String])], method: String) -> Match {
        if let (endpoint, parameters) = candidates.first(where: { $0.0.route.method.rawValue == method }) {
            return .found(endpoint, parameters: parameters)
        }
        return candidates.isEmpty ? .unknown : .otherMethods(candidates.map(\.0.route.method))
    }

    private func parameters(of pattern: Pattern, in segments: ArraySlice<Substring>) -> [String: String]? {
        var values: [String: String] = [:]
        var names = pattern.names.makeIterator()
        for (literal, segment) in zip(pattern.segments, segments) {
            if let literal {
                guard segment == literal else { return nil }
            } else {
                guard let name = names.next(), let value = PercentCoding.decode(segment), !value.isEmpty else {
                    return nil
                }
                values[name] = value
            }
        }
        return values
    }
}
