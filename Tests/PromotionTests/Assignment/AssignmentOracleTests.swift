import Foundation
import Promotion
import Testing

/// Against scipy on the expanded matrix; skipped unless `ZS_ORACLE_PYTHON` names a Python that has it.
@Suite(.enabled(if: AssignmentOracle.path != nil || AssignmentOracle.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct AssignmentOracleTests {
    @Test(arguments: [("small", 336), ("large", 9)])
    func pairsAndTotalEqualScipy(size: String, count: Int) throws {
        let documents = try AssignmentOracle.documents(size)
        #expect(documents.count == count)
        for document in documents {
            let problem = try AssignmentProblem(costs: document.problem.cost, capacities: document.problem.capacity)
            let solution = problem.solved()
            #expect(solution.pairs.count == document.pairs, "\(document)")
            #expect(solution.total == document.total, "\(document)")
            expectPossible(solution, document.problem)
        }
    }

    private func expectPossible(_ solution: AssignmentSolution, _ problem: AssignmentOracle.Problem) {
        var taken = Array(repeating: 0, count: problem.capacity.count)
        var total: Int64 = 0
        for (row, column) in solution.pairs {
            taken[column] += 1
            let cost = problem.cost[row][column]
            #expect(cost != nil, "row \(row) may not go to column \(column)")
            total += cost ?? 0
        }
        let isWithin = zip(taken, problem.capacity).allSatisfy { $0 <= $1 }
        #expect(isWithin, "\(taken) in \(problem.capacity)")
        #expect(total == solution.total)
    }
}

enum AssignmentOracle {
    struct Problem: Decodable {
        let cost: [[Int64?]]
        let capacity: [Int]
    }

    struct Document: Decodable {
        let problem: Problem
        let pairs: Int
        let total: Int64
        let kind: String
    }

    static let path = ProcessInfo.processInfo.environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1"

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Oracles/assignment_oracle.py")

    static func documents(_ size: String) throws -> [Document] {
        let python = try #require(path, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script.path, size]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try text.split(separator: 0x0A).map { try JSONDecoder().decode(Document.self, from: $0) }
    }
}
