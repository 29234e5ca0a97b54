import Glibc

/// A started program whose output goes nowhere.
struct ChildProcess {
    let pid: pid_t

    init(_ command: [String]) throws {
        guard let program = command.first else { throw Failure("a command is empty") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, program, &actions, nil, &arguments, environ)
        guard code == 0 else { throw Failure("\(program): \(String(cString: strerror(code)))") }
        self.pid = pid
    }

    /// - Returns: the exit status, 128 and the signal's number for a death by signal.
    func wait() -> Int32 {
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }
}
