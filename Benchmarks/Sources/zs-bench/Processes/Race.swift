import Glibc

/// Starts programs in turn, A B B A, and times each from its start to its end.
struct Race {
    struct Result: Encodable {
        /// Milliseconds, one list a command, in the order of the runs.
        var milliseconds: [[Double]]
    }

    private let runs: Int
    private let commands: [[String]]

    /// `words`: the commands, with `--` between them.
    init(runs: Int, words: [String]) {
        self.runs = runs
        commands = words.split(separator: "--").map(Array.init)
    }

    func run() throws -> Result {
        var result = Result(milliseconds: commands.map { _ in [] })
        // The first run of each fills the page cache and is not counted.
        for command in commands { _ = try time(command) }
        for run in 0..<runs {
            let order = run % 2 == 0 ? Array(commands.indices) : commands.indices.reversed()
            for index in order { result.milliseconds[index].append(try time(commands[index])) }
        }
        return result
    }

    private func time(_ command: [String]) throws -> Double {
        let start = monotonicSeconds()
        let status = try ChildProcess(command).wait()
        let elapsed = monotonicSeconds() - start
        guard status == 0 else { throw Failure("\(command.joined(separator: " ")): exit status \(status)") }
        return elapsed * 1000
    }
}
