import FoundationEssentials
import Glibc

/// One measurement a run: words in, one JSON document out.
@main
enum Tool {
    static let usage = """
        usage: zs-bench fsync DIRECTORY SECONDS
               zs-bench commit FILE SECONDS [full|off]
               zs-bench load SOCKET PATH CONNECTIONS SECONDS BODY [OFFICER…]
               zs-bench idle-server SOCKET
               zs-bench race RUNS COMMAND -- COMMAND [-- COMMAND…]
               zs-bench time COMMAND…
               zs-bench ask SOCKET PATH COUNT
               zs-bench scan FILE SQL
               zs-bench start SOCKET PATH COMMAND…
               zs-bench due CALENDARS COUNT
               zs-bench occurrences CALENDARS PASSES
               zs-bench assign ROWS COLUMNS CAPACITY SEED

        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            write("zs-bench: \(error)\n", to: STDERR_FILENO)
            exit(1)
        }
    }

    private static func run(_ words: [String]) throws {
        let rest = Array(words.dropFirst())
        switch words.first {
        case "fsync": try answer(FsyncRate.measure(directory: rest.word(0), seconds: rest.number(1)))
        case "commit":
            let mode = rest.count > 2 ? rest[2] : "full"
            try answer(RawCommits.measure(file: rest.word(0), seconds: rest.number(1), synchronous: mode))
        case "load":
            let load = HTTPLoad(
                socket: try rest.word(0), path: try rest.word(1), connections: Int(try rest.number(2)),
                seconds: try rest.number(3), body: try rest.word(4), officers: Array(rest.dropFirst(5)))
            try answer(load.run())
        case "idle-server": try IdleServer(socket: rest.word(0)).run()
        case "race": try answer(Race(runs: Int(rest.number(0)), words: Array(rest.dropFirst())).run())
        case "time": try answer(ProgramTime.measure(rest))
        case "ask":
            let question = Question(socket: try rest.word(0), path: try rest.word(1))
            try answer(question.ask(times: Int(try rest.number(2))))
        case "scan": try answer(TableScan.measure(file: rest.word(0), sql: rest.word(1)))
        case "start":
            try answer(ColdStart(socket: rest.word(0), path: rest.word(1), command: Array(rest.dropFirst(2))).run())
        case "due": try answer(DueTimes(calendars: rest.word(0)).measure(count: Int(rest.number(1))))
        case "occurrences": try answer(Occurrences(calendars: rest.word(0)).measure(passes: Int(rest.number(1))))
        case "assign":
            let run = AssignmentRun(
                rows: Int(try rest.number(0)), columns: Int(try rest.number(1)), capacity: Int(try rest.number(2)),
                seed: UInt64(try rest.number(3)))
            try answer(run.measure())
        default: throw Failure(usage)
        }
    }

    private static func answer(_ result: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(result), as: UTF8.self)
        write(text + "\n", to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A failed system call and its reason.
    static func call(_ name: String) -> Failure { Failure("\(name): \(String(cString: strerror(errno)))") }
}

extension [String] {
    func word(_ index: Int) throws -> String {
        guard indices.contains(index) else { throw Failure(Tool.usage) }
        return self[index]
    }

    func number(_ index: Int) throws -> Double {
        guard let number = Double(try word(index)) else { throw Failure(Tool.usage) }
        return number
    }
}

/// Seconds on the monotonic clock.
func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
