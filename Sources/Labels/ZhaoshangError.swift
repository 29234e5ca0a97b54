/// The one error that crosses rooms: what, why and what to do next.
///
/// `code` decides everything a program may branch on (HTTP status, exit code); the texts are for people and may change
/// at any time.
public struct ZhaoshangError: Error, Hashable, Sendable {
    public let code: ErrorCode
    public let message: Phrase
    public let hint: Phrase?
    public let details: [String: ErrorDetail]

    public init(
        _ code: ErrorCode, _ message: Phrase, hint: Phrase? = nil, details: [String: ErrorDetail] = [:]
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.details = details
    }

    public init(
        _ code: ErrorCode, zh: String, en: String, hint: Phrase? = nil, details: [String: ErrorDetail] = [:]
    ) {
        self.init(code, Phrase(zh: zh, en: en), hint: hint, details: details)
    }
}

/// A value that a program can read out of an error: candidates, missing facts, limits.
public enum ErrorDetail: Hashable, Sendable, Codable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral
{
    case text(String)
    case number(Int64)
    case list([String])

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .number(value) }
    public init(arrayLiteral elements: String...) { self = .list(elements) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .list(let list): try container.encode(list)
        }
    }
}

/// The stable words of the error envelope. `WireAPI` maps each to one HTTP status and one exit code.
public enum ErrorCode: String, Hashable, Sendable, Codable, CaseIterable {
    // The command line or the request does not have the right form.
    case usage
    case badRequest = "bad_request"
    case bodyTooLarge = "body_too_large"
    case headerTooLarge = "header_too_large"
    case jsonTooDeep = "json_too_deep"
    case unknownRoute = "unknown_route"
    // A value does not mean what its place needs.
    case badDate = "bad_date"
    case badPeriod = "bad_period"
    case badMoney = "bad_money"
    case badCode = "bad_code"
    case badText = "bad_text"
    case badRule = "bad_rule"
    case badCalendar = "bad_calendar"
    case badProfile = "bad_profile"
    case badSetting = "bad_setting"
    case badProblem = "bad_problem"
    // The domain says no.
    case refused
    case incomplete
    case notUndoable = "not_undoable"
    case notFound = "not_found"
    case ambiguous
    case conflict
    case negative
    // Who asks.
    case forbidden
    case unknownCaller = "unknown_caller"
    // The machine and the moment.
    case unreachable
    case internalError = "internal_error"
    case cannotWrite = "cannot_write"
    case ioFailure = "io_failure"
    case storageFull = "storage_full"
    case tryAgain = "try_again"
    case shuttingDown = "shutting_down"
    case alreadyRunning = "already_running"
    /// Another process writes this store now.
    case fenced
    case protocolMismatch = "protocol_mismatch"
    case configuration
    case newerSchema = "newer_schema"
    case damagedStore = "damaged_store"
}
