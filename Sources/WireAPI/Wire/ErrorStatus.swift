public import Labels

/// The HTTP status of each code. The only such table.
public func httpStatus(for code: ErrorCode) -> Int {
    switch code {
    case .negative: 200
    case .usage, .badRequest, .jsonTooDeep, .protocolMismatch: 400
    case .forbidden, .unknownCaller: 403
    case .unknownRoute, .notFound: 404
    case .tryAgain, .conflict: 409
    case .bodyTooLarge: 413
    case .badDate, .badPeriod, .badMoney, .badCode, .badText, .badRule, .badCalendar, .badProfile, .badSetting,
        .badProblem, .refused, .incomplete, .notUndoable, .ambiguous:
        422
    case .headerTooLarge: 431
    case .internalError, .cannotWrite, .ioFailure, .configuration, .newerSchema, .damagedStore: 500
    case .unreachable, .shuttingDown, .alreadyRunning, .fenced: 503
    case .storageFull: 507
    }
}

/// The exit code of each code, for the client and the daemon. The only such table; numbers after sysexits.h where
/// that has one.
public func exitCode(for code: ErrorCode) -> Int32 {
    switch code {
    case .negative: 1
    case .usage, .badRequest: 64
    case .bodyTooLarge, .headerTooLarge, .jsonTooDeep, .badDate, .badPeriod, .badMoney, .badCode, .badText, .badRule,
        .badCalendar, .badProfile, .badSetting, .badProblem, .refused, .incomplete, .notUndoable:
        65
    case .unknownRoute, .notFound: 66
    case .unreachable: 69
    case .internalError: 70
    case .cannotWrite: 73
    case .ioFailure, .storageFull: 74
    case .tryAgain, .shuttingDown, .alreadyRunning, .fenced: 75
    case .protocolMismatch: 76
    case .forbidden, .unknownCaller: 77
    case .configuration, .newerSchema, .damagedStore: 78
    case .ambiguous: 79
    case .conflict: 80
    }
}
