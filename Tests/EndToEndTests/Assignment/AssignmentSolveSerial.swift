import Foundation
import Testing

/// An explicit matrix from a file to its pairs, through the real programs.
@Suite(.serialized)
struct AssignmentSolveSerial {
    private func withDaemon(_ body: (Daemon) throws -> Void) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = Daemon(root: root, name: "solve")
        try daemon.start(at: "2026-01-05T08:00")
        try body(daemon)
        #expect(try daemon.stop().code == 0)
    }

    private func write(_ text: String, _ daemon: Daemon) throws -> String {
        let file = daemon.root.path + "/problem.json"
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    @Test func pairsAndLeftOverRowsAreNamed() throws {
        try withDaemon { daemon in
            let file = try write(#"{"cost":[[4,1,null],[2,0,5],[3,null,null],[9,9,9]],"capacity":[1,1,1]}"#, daemon)
            let solution = try daemon.document("assign", "solve", "--problem", file)
            #expect(solution["schema"].string == "zhaoshang/assignment-solution.v1")
            // By hand: three pairs at most, and row 2 fits only column 0.
            #expect(solution["total"].int == 9)
            #expect(solution["pairs"] == (try JSON("[[0,1],[1,2],[2,0]]")))
            #expect(solution["unassigned"] == (try JSON("[3]")))
            let lines = try daemon.zs("assign", "solve", "--problem", file).output
            #expect(lines.contains("0\t1\n1\t2\n2\t0\n3\t"))
        }
    }

    @Test func flawOfTheFileIsNamedWithItsPlace() throws {
        try withDaemon { daemon in
            let file = try write(#"{"cost":[[4,1],[2,0.5]]}"#, daemon)
            let failure = try daemon.failure("assign", "solve", "--problem", file, code: 65)
            #expect(failure["code"].string == "bad_problem")
            #expect(failure["message"].string?.contains("cost[1][1]") == true)
            let missing = try daemon.failure("assign", "solve", "--problem", file + "x", code: 66)
            #expect(missing["code"].string == "not_found")
        }
    }

    /// Larger than the bodies of other requests.
    @Test(.enabled(if: Program.oraclePython != nil || Program.isEachRequired, "ZS_ORACLE_PYTHON is not set"))
    func largeMatrixHasTheTotalOfScipy() throws {
        try withDaemon { daemon in
            let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
            let file = daemon.root.path + "/large.json"
            let answer = try daemon.root.run(
                python, [Program.oracle("assignment"), "file", "3000", "60", "50", "7", file])
            try #require(answer.code == 0, "\(answer)")
            #expect(try Data(contentsOf: URL(filePath: file)).count > 1024 * 1024)
            let expected = try answer.document
            let solution = try daemon.document("assign", "solve", "--problem", file)
            #expect(solution["total"].int == expected["total"].int)
            #expect(solution["pairs"].items.count == expected["pairs"].int)
        }
    }
}
