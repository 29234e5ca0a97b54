import Bureau
import Promotion
import WireAPI

extension EndpointMaker {
    var assignment: [Endpoint] {
        [
            endpoint(Routes.assignSolve) { call, caller in
                let solution = try await bureau.solveAssignment(call.bytes, caller: caller)
                return AssignmentSolutionDocument(
                    total: solution.total, pairs: solution.pairs.map { [$0.row, $0.column] },
                    unassigned: solution.unassigned)
            }
        ]
    }
}
