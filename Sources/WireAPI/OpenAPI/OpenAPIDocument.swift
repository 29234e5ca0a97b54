/// The description of every route after OpenAPI 3.1, made from the route table itself.
///
/// Requests are all alike: words and options as typed. Answers are named by the `schema` they carry.
public struct OpenAPIDocument: Hashable, Sendable, Encodable {
    struct Info: Hashable, Sendable, Encodable {
        var title = "Zhaoshang"
        var version = BuildVersion.current
        var description =
            "HTTP/JSON over a Unix socket. Every answer carries \(WireHeader.version) and \(WireHeader.protocolNumber)."
    }

    struct Parameter: Hashable, Sendable, Encodable {
        var name: String
        var location: String
        var required: Bool
        var schema: Schema
        var explode: Bool?

        enum CodingKeys: String, CodingKey {
            case name, required, schema, explode
            case location = "in"
        }
    }

    /// Boxed by arrays, because a schema holds schemas.
    struct Schema: Hashable, Sendable, Encodable {
        var type: String
        var const: String?
        var required: [String]?
        var properties: [String: Schema]?
        var items: [Schema] = []
        var additional: [Schema] = []

        enum CodingKeys: String, CodingKey {
            case type, const, required, properties, items
            case additional = "additionalProperties"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(type, forKey: .type)
            try container.encodeIfPresent(const, forKey: .const)
            try container.encodeIfPresent(required, forKey: .required)
            try container.encodeIfPresent(properties, forKey: .properties)
            try container.encodeIfPresent(items.first, forKey: .items)
            try container.encodeIfPresent(additional.first, forKey: .additional)
        }

        static let text = Schema(type: "string")
        static let texts = Schema(type: "array", items: [.text])
    }

    struct MediaType: Hashable, Sendable, Encodable {
        var schema: Schema?
    }

    struct Body: Hashable, Sendable, Encodable {
        var required = true
        var content: [String: MediaType]
    }

    struct Response: Hashable, Sendable, Encodable {
        var description: String
        var content: [String: MediaType]
    }

    struct Operation: Hashable, Sendable, Encodable {
        var operationId: String
        var parameters: [Parameter]
        var requestBody: Body?
        var responses: [String: Response]
    }

    var openapi = "3.1.0"
    var info = Info()
    var paths: [String: [String: Operation]]

    public init(routes: [Route] = Routes.all) {
        paths = [:]
        for route in routes {
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] = Self.operation(route)
        }
    }

    /// `GET /v1/tasks`, as the router knows it; for comparing the two.
    public var operations: Set<String> {
        Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    }

    private static func operation(_ route: Route) -> Operation {
        var parameters = route.parameterNames.map {
            Parameter(name: $0, location: "path", required: true, schema: .text)
        }
        if route.method == .get || route.body == .bytes {
            parameters.append(
                Parameter(name: "word", location: "query", required: false, schema: .texts, explode: true))
        }
        let answer = Schema(
            type: "object", required: ["schema"],
            properties: ["schema": Schema(type: "string", const: AnswerSchema.of(route.verb))])
        let failure = Schema(
            type: "object", required: ["error"],
            properties: [
                "error": Schema(
                    type: "object", required: ["code", "message"],
                    properties: [
                        "code": .text, "message": .text, "hint": .text, "details": Schema(type: "object"),
                    ])
            ])
        return Operation(
            operationId: route.verb, parameters: parameters,
            requestBody: body(of: route),
            responses: [
                "200": Response(
                    description: "The answer.", content: ["application/json": MediaType(schema: answer)]),
                "default": Response(
                    description: "What is wrong, why, and the next command.",
                    content: ["application/json": MediaType(schema: failure)]),
            ])
    }

    private static func body(of route: Route) -> Body? {
        switch (route.method, route.body) {
        case (.get, _): nil
        case (.post, .words): Body(content: ["application/json": MediaType(schema: request)])
        // OpenAPI 3.1 describes bytes by their media type alone.
        case (.post, .bytes): Body(content: ["application/octet-stream": MediaType()])
        }
    }

    private static let request = Schema(
        type: "object",
        properties: [
            "words": .texts, "options": Schema(type: "object", additional: [.texts]),
        ])
}
