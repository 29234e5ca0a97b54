public import Labels

/// `{"error":{"code","message","hint"?,"details"?}}`, in the language of the request.
public struct ErrorEnvelope: Hashable, Sendable, Codable {
    public struct Body: Hashable, Sendable, Codable {
        /// A code this build does not know stays readable as text.
        public let code: String
        public let message: String
        public let hint: String?
        public let details: [String: ErrorDetail]?
    }

    public let error: Body

    public init(_ error: ZhaoshangError, language: Language) {
        self.error = Body(
            code: error.code.rawValue, message: error.message[language], hint: error.hint?[language],
            details: error.details.isEmpty ? nil : error.details)
    }

    /// The error as the other side threw it, its texts in the one language that travelled. A code of a newer daemon
    /// becomes `internal_error`, with the code among the details.
    public var asError: ZhaoshangError {
        var details = error.details ?? [:]
        let known = ErrorCode(rawValue: error.code)
        if known == nil {
            details["code"] = .text(error.code)
        }
        return ZhaoshangError(
            known ?? .internalError, Phrase(error.message), hint: error.hint.map { Phrase($0) }, details: details)
    }
}
