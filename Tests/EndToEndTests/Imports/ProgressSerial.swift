import Foundation
import Testing

/// What a person sees while a long command runs, and a program does not.
@Suite(.serialized, .enabled(if: Program.oraclePython != nil || Program.isEachRequired, "ZS_ORACLE_PYTHON is not set"))
struct ProgressSerial {
    /// Runs the words behind it under a terminal of 100 columns and prints what the terminal got.
    private static let terminal = """
        import fcntl, os, pty, struct, sys, termios
        pid, master = pty.fork()
        if pid == 0:
            if sys.argv[1] == "piped":
                # Standard error goes elsewhere; the terminal stays.
                os.dup2(os.open("/dev/null", os.O_WRONLY), 2)
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
            os.execv(sys.argv[2], sys.argv[2:])
        seen = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.waitpid(pid, 0)
        sys.stdout.buffer.write(seen)
        """

    @Test func aLongImportSaysHowFarItIsWhereAPersonLooks() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let file = try ledger(daemon, rows: 30_000)
        let plan = try shown(daemon, "terminal", "import", "entries", file, "--lang", "zh")
        #expect(plan.contains("I-1"))
        // At least one line with a count, a bar and a share; the last one is wiped away.
        #expect(plan.contains(/核对 [0-9,]+\/30,000 \[=*>? *\] [0-9]+%/), "\(plan.prefix(2000))")
        #expect(plan.contains("\r\u{1B}[K"))
        let applied = try shown(daemon, "terminal", "import", "apply", "I-1", "--lang", "en")
        #expect(applied.contains(/(checking|recording) [0-9,]+\/30,000 \[=*>? *\] [0-9]+%/), "\(applied.prefix(2000))")
    }

    @Test func nothingOfItIsWrittenWhereNobodyLooks() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let file = try ledger(daemon, rows: 30_000)
        let cases: [(String, [String])] = [("piped", []), ("terminal", ["--quiet"]), ("terminal", ["-q"])]
        for (place, extra) in cases {
            let seen = try shown(daemon, place, ["import", "entries", file, "--dry-run", "--lang", "zh"] + extra)
            #expect(!seen.contains("核对") && !seen.contains("等待") && !seen.contains("\u{1B}[K"), "\(place) \(extra)")
            #expect(seen.contains("30,000") || seen.contains("30000"))
        }
        let outcome = try daemon.zs("import", "entries", file, "--dry-run")
        // What is to be done next is said there, too.
        #expect(outcome.code == 0 && !outcome.errors.contains("\u{1B}") && !outcome.errors.contains("%"))
    }

    // MARK: what the tests share

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-05T08:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            try daemon.advance(to: "2026-01-28T09:00")
        }
    }

    private func ledger(_ daemon: Daemon, rows: Int) throws -> String {
        let lines = (1...rows).map { "2026-01-\($0 % 20 + 6 < 10 ? "0" : "")\($0 % 20 + 6),bn-ne-1,走访第\($0)家\n" }
        return try daemon.root.write("日期,人员,内容\n" + lines.joined(), to: "long.csv")
    }

    private func shown(_ daemon: Daemon, _ place: String, _ words: String...) throws -> String {
        try shown(daemon, place, words)
    }

    private func shown(_ daemon: Daemon, _ place: String, _ words: [String]) throws -> String {
        let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let outcome = try daemon.root.run(
            python, ["-c", Self.terminal, place, Program.zs] + words, environment: ["ZS_SOCKET": daemon.socket],
            seconds: 120)
        try #require(outcome.code == 0, "\(outcome)")
        return outcome.output
    }
}
