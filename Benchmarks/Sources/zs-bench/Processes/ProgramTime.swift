/// One program from its start to its end.
enum ProgramTime {
    struct Result: Encodable {
        var milliseconds: Double
    }

    static func measure(_ command: [String]) throws -> Result {
        let start = monotonicSeconds()
        let status = try ChildProcess(command).wait()
        let elapsed = monotonicSeconds() - start
        guard status == 0 else { throw Failure("\(command.joined(separator: " ")): exit status \(status)") }
        return Result(milliseconds: elapsed * 1000)
    }
}
