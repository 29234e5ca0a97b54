/// A system-call trace, judged: between a write to the write-ahead log and the reply that acknowledges it, a sync of
/// that log has ended.
struct SyncTrace {
    /// Replies of success before which the log had been written.
    private(set) var replies = 0
    /// Those of them that went out although the log was not synced since.
    private(set) var unsynced: [String] = []

    /// - Parameter lines: of `strace -f -y`: `PID CALL(FD<PATH>, …) = RESULT`. A call during which another thread was
    ///   traced stands on two lines, `… <unfinished ...>` and `<... CALL resumed>…`.
    init(_ lines: [String]) {
        var isWritten = false
        var isSynced = false
        var syncing: Set<Substring> = []
        for line in lines {
            let thread = line.prefix { $0 != " " }
            let isOfLog = line.contains("zhaoshang.sqlite-wal>")
            if isOfLog, line.contains("pwrite64(") || line.contains(" write(") {
                (isWritten, isSynced) = (true, false)
            } else if isOfLog, line.contains("sync("), line.contains("<unfinished") {
                syncing.insert(thread)
            } else if isOfLog, line.contains("sync("), line.hasSuffix(" = 0") {
                isSynced = true
            } else if line.contains("sync resumed>"), syncing.remove(thread) != nil {
                isSynced = line.hasSuffix(" = 0")
            } else if line.contains("HTTP/1.1 200 OK"), isWritten {
                replies += 1
                if !isSynced { unsynced.append(line) }
                isWritten = false
            }
        }
    }
}
