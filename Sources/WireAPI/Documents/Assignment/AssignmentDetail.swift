/// What assigning leads adds to a write's answer.
public struct AssignmentDetail: WriteDetail {
    public static let schema = "zhaoshang/assignments.v1"

    public var assignments: [AssignmentExplanationDocument]
    /// Of a batch: the spread of loads after it, in a dry run as it would be.
    public var fairness: AssignmentFairnessDocument?

    public init(assignments: [AssignmentExplanationDocument], fairness: AssignmentFairnessDocument? = nil) {
        self.assignments = assignments
        self.fairness = fairness
    }
}

/// `zs lead assign`, `zs assign run`.
public typealias AssignmentReply = DetailedReply<AssignmentDetail>
