/// Names of the countable facts of projects, agreements and funds: those of the figures that they add up to.
extension Indicator {
    public static let signed = "K6.count"
    public static let contractAmount = "K6.amount"
    /// Contract value of projects of section C.
    public static let manufacturingAmount = "K17.amount"
    public static let fundsInPlace = "K13.amount"
    public static let entered = "K5.entered"
    public static let landed = "K8.count"
    /// Asset-light projects with their production.
    public static let started = "K9.count"
    public static let producing = "K10.count"
    public static let easternProjects = "K18.count"
    public static let easternFunds = "K18.funds"

    public static func funds(_ component: FundsComponent) -> String { "\(fundsInPlace).\(component.rawValue)" }

    /// Projects that came to a stage. Signing is counted by the agreement.
    public static func stage(_ stage: Stage) -> String? {
        switch stage {
        case .negotiating: entered
        case .reviewing: "projects.reviewing"
        case .approved: "projects.approved"
        case .signed: nil
        case .landed: landed
        case .started: started
        case .completed: "projects.completed"
        case .producing: producing
        case .atCapacity: "projects.at_capacity"
        }
    }

    public static func terminated(_ reason: TerminationReason) -> String { "K23.\(reason.rawValue)" }
}
