import Promotion
import Testing

struct AssignmentProblemTests {
    private func read(_ text: String) throws -> AssignmentProblem {
        try AssignmentProblem(json: Array(text.utf8))
    }

    @Test func documentIsReadWithSpaceAnywhere() throws {
        let problem = try read(
            " {\n\"capacity\" : [ 1 ,0, 12 ] ,\t\"cost\":[ [4,-1,null],\r\n[ 0 , 9007199254740 , 5 ] ] } ")
        let same = try AssignmentProblem(
            costs: [[4, -1, nil], [0, 9_007_199_254_740, 5]], capacities: [1, 0, 12])
        #expect(problem == same)
        #expect(problem.cost(row: 0, column: 2) == nil)
        #expect(problem.cost(row: 1, column: 1) == 9_007_199_254_740)
    }

    @Test func columnsTakeOneRowUnlessTheySayMore() throws {
        #expect(try read("{\"cost\":[[1,2],[3,4]]}").capacities == [1, 1])
    }

    @Test(arguments: ["{\"cost\":[],\"capacity\":[1,2]}", "{\"cost\":[[],[]]}", "{\"cost\":[[1]],\"capacity\":[0]}"])
    func nothingToGiveOrNobodyToTakeLeavesAllRows(text: String) throws {
        let problem = try read(text)
        let solution = problem.solved()
        #expect(solution.pairs.isEmpty)
        #expect(solution.total == 0)
        #expect(solution.unassigned == Array(0..<problem.rowCount))
    }

    @Test(arguments: [
        ("", AssignmentProblemFlaw.syntax(expected: "{", offset: 0)),
        ("{}", .missingKey("cost")),
        ("{\"capacity\":[1]}", .missingKey("cost")),
        ("{\"cost\":[[1,2],[3]]}", .ragged(row: 1, count: 1, expected: 2)),
        ("{\"cost\":[[1,2],[]]}", .ragged(row: 1, count: 0, expected: 2)),
        ("{\"cost\":[[1,2.5]]}", .notWhole(place: "cost[0][1]", offset: 12)),
        ("{\"cost\":[[1e3]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[\"1\"]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[01]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[-]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[true]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[nul]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[[[[1]]]]]}", .notWhole(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[1]],\"capacity\":[null]}", .notWhole(place: "capacity[0]", offset: 26)),
        ("{\"cost\":[[1]],\"capacity\":[-1]}", .negativeCapacity(column: 0)),
        ("{\"cost\":[[1]],\"capacity\":[1,1]}", .capacityCount(2, expected: 1)),
        ("{\"cost\":[[1]],\"capacities\":[1]}", .unknownKey("capacities")),
        ("{\"cost\":[[1]],\"cost\":[[1]]}", .repeatedKey("cost")),
        ("{\"cost\":[[1]]} 1", .syntax(expected: "the end", offset: 15)),
        ("{\"cost\":[[1]", .syntax(expected: "]", offset: 12)),
        ("{\"cost\":[[1],]}", .syntax(expected: "[", offset: 13)),
        ("{\"cost\":[[1234567890123456789]]}", .longNumber(place: "cost[0][0]", offset: 10)),
        ("{\"cost\":[[9007199254740993]]}", .tooLarge(limit: 9_007_199_254_740_992)),
        ("{\"cost\":[[4503599627370497,0],[0,0]]}", .tooLarge(limit: 9_007_199_254_740_992)),
    ])
    func flawIsNamedWithItsPlace(text: String, flaw: AssignmentProblemFlaw) {
        let found = #expect(throws: AssignmentProblemFlaw.self) { try read(text) }
        #expect(found == flaw)
    }

    /// The largest costs that are taken do not overflow on any way through the matrix.
    @Test func costsAtTheLimitAreSolved() throws {
        let most = AssignmentProblem.largestTotal / 3
        let problem = try AssignmentProblem(
            costs: [[most, -most, nil], [-most, most, most], [most, nil, nil]], capacities: [1, 1, 1])
        #expect(problem.solved().columns == [1, 2, 0])
        #expect(problem.solved().total == most)
        #expect(throws: AssignmentProblemFlaw.tooLarge(limit: AssignmentProblem.largestTotal)) {
            try AssignmentProblem(costs: [[.max]], capacities: [1])
        }
        #expect(throws: AssignmentProblemFlaw.tooLarge(limit: AssignmentProblem.largestTotal)) {
            try AssignmentProblem(costs: [[.min]], capacities: [1])
        }
    }
}
