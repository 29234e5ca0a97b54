extension DaemonCall {
    /// What stands for a period that was not named: the daemon knows the day.
    static let currentPeriod = "current"
}
