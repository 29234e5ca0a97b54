import Dispatch
import Labels
public import Promotion

extension Bureau {
    /// `zs assign solve`: an explicit matrix, as `{"cost":[[…]…],"capacity":[…]}`.
    public func solveAssignment(_ json: [UInt8], caller: Caller) async throws -> AssignmentSolution {
        try await read(caller) { try $0.authorise("assign.solve", .none) }
        return try await LongCalculation.run {
            do throws(AssignmentProblemFlaw) {
                return try AssignmentProblem(json: json).solved()
            } catch {
                throw ZhaoshangError(.badProblem, error.message, hint: AssignmentProblemFlaw.hint)
            }
        }
    }
}

/// Pure work of seconds. It has a thread of its own, so that neither requests nor the writer wait for it, and one of it
/// runs at a time, so that a processor is left for them.
enum LongCalculation {
    private static let queue = DispatchQueue(label: "long-calculation", qos: .utility)

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
