extension Routes {
    public static let projectList = Route(.get, "/v1/projects", verb: "project.list", access: .read)
    public static let projectShow = Route(.get, "/v1/projects/{id}", verb: "project.show", access: .read)
    public static let projectBrief = Route(.get, "/v1/projects/{id}/brief", verb: "project.brief", access: .read)
    public static let projectAdd = Route(.post, "/v1/projects/add", verb: "project.add", access: .write)
    public static let projectEdit = Route(.post, "/v1/projects/edit", verb: "project.edit", access: .write)
    public static let projectAdvance = Route(.post, "/v1/projects/advance", verb: "project.advance", access: .write)
    public static let projectDecline = Route(.post, "/v1/projects/decline", verb: "project.decline", access: .write)
    public static let projectReview = Route(.post, "/v1/projects/review", verb: "project.review", access: .write)
    public static let projectCorrect = Route(.post, "/v1/projects/correct", verb: "project.correct", access: .write)
    public static let projectSuspend = Route(.post, "/v1/projects/suspend", verb: "project.suspend", access: .write)
    public static let projectResume = Route(.post, "/v1/projects/resume", verb: "project.resume", access: .write)
    public static let projectTerminate = Route(
        .post, "/v1/projects/terminate", verb: "project.terminate", access: .write)
    public static let agreementList = Route(.get, "/v1/agreements", verb: "agreement.list", access: .read)
    public static let agreementAdd = Route(.post, "/v1/agreements/add", verb: "agreement.add", access: .write)
    public static let agreementVoid = Route(.post, "/v1/agreements/void", verb: "agreement.void", access: .write)
    public static let fundsList = Route(.get, "/v1/funds", verb: "funds.list", access: .read)
    public static let fundsAdd = Route(.post, "/v1/funds/add", verb: "funds.add", access: .write)
    public static let fundsVerify = Route(.post, "/v1/funds/verify", verb: "funds.verify", access: .write)
    public static let fundsReject = Route(.post, "/v1/funds/reject", verb: "funds.reject", access: .write)
    public static let commitmentList = Route(.get, "/v1/commitments", verb: "commitment.list", access: .read)
    public static let commitmentAdd = Route(.post, "/v1/commitments/add", verb: "commitment.add", access: .write)
    public static let commitmentFulfil = Route(
        .post, "/v1/commitments/fulfil", verb: "commitment.fulfil", access: .write)
    public static let milestoneList = Route(.get, "/v1/milestones", verb: "milestone.list", access: .read)
    public static let milestoneAdd = Route(.post, "/v1/milestones/add", verb: "milestone.add", access: .write)
    public static let milestoneDone = Route(.post, "/v1/milestones/done", verb: "milestone.done", access: .write)
    public static let directiveList = Route(.get, "/v1/directives", verb: "directive.list", access: .read)
    public static let directiveIssue = Route(.post, "/v1/directives/issue", verb: "directive.issue", access: .write)
    public static let directiveReply = Route(.post, "/v1/directives/reply", verb: "directive.reply", access: .write)
    public static let directiveClose = Route(.post, "/v1/directives/close", verb: "directive.close", access: .write)
    public static let campaignList = Route(.get, "/v1/campaigns", verb: "campaign.list", access: .read)
    public static let campaignPlan = Route(.post, "/v1/campaigns/plan", verb: "campaign.plan", access: .write)
    public static let campaignClose = Route(.post, "/v1/campaigns/close", verb: "campaign.close", access: .write)

    static let projects = [
        projectList, projectShow, projectBrief, projectAdd, projectEdit, projectAdvance, projectDecline, projectReview,
        projectCorrect,
        projectSuspend, projectResume, projectTerminate, agreementList, agreementAdd, agreementVoid, fundsList,
        fundsAdd, fundsVerify,
        fundsReject, commitmentList, commitmentAdd, commitmentFulfil, milestoneList, milestoneAdd, milestoneDone,
        directiveList, directiveIssue, directiveReply, directiveClose, campaignList, campaignPlan, campaignClose,
    ]
}
