import Identifiers

/// What somebody is going to do about a task.
struct HumanAct: Sendable {
    enum Kind: Sendable, Equatable {
        case submit
        case submitAgain
        case accept
        case giveBack
        case waive
        /// The submission is undone by whoever made it.
        case undo
        /// The rule is live again; it is about no task.
        case resume(String)
    }

    var task: TaskID
    var kind: Kind
}
