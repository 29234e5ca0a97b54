import Glibc

/// One program with bytes on its standard input, for a limited time. It inherits nothing but a plain PATH.
struct ProgramRun {
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
        case tookTooLong
        case notStarted(String)
    }

    let argv: [String]
    let input: [UInt8]
    let seconds: Int

    /// Blocks its thread. Output is thrown away: a channel's program says how it went by its exit status.
    func run(stop: StopFlag) -> Ending {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .notStarted(Self.words(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // A group of its own, so that what it started ends with it; signals as a new program expects them.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for number in [SIGTERM, SIGINT, SIGPIPE] { sigaddset(&defaults, number) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var process: pid_t = 0
        let words = argv.map { strdup($0) } + [nil]
        let environment = [strdup("PATH=/usr/local/bin:/usr/bin:/bin"), strdup("LANG=C.UTF-8"), nil]
        let failure = posix_spawn(&process, argv.first ?? "", &actions, &attributes, words, environment)
        for word in words + environment { free(word) }
        close(ends[0])
        guard failure == 0 else {
            close(ends[1])
            return .notStarted(Self.words(failure))
        }
        return attend(process, feeding: ends[1], stop)
    }

    private func attend(_ process: pid_t, feeding pipe: Int32, _ stop: StopFlag) -> Ending {
        var rest = input[...]
        var open = true
        _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
        var status: Int32 = 0
        // A program is looked after in steps of 10 ms: there is no call that waits for a pipe and a process at once.
        for _ in 0..<seconds * 100 {
            if open {
                // A write to a program that closed its input must not end the daemon: SIGPIPE is ignored by its runtime.
                let count = rest.withUnsafeBytes { rest.isEmpty ? 0 : write(pipe, $0.baseAddress, $0.count) }
                if count > 0 { rest = rest.dropFirst(count) }
                if rest.isEmpty || (count < 0 && errno != EAGAIN && errno != EINTR) {
                    close(pipe)
                    open = false
                }
            }
            if waitpid(process, &status, WNOHANG) == process {
                if open { close(pipe) }
                let signal = status & 0x7F
                return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
            }
            if stop.isRaised { break }
            usleep(10_000)
        }
        if open { close(pipe) }
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return .tookTooLong
    }

    private static func words(_ number: Int32) -> String { String(cString: strerror(number)) }
}
