extension Routes {
    public static let taskList = Route(.get, "/v1/tasks", verb: "task.list", access: .read)
    public static let taskNext = Route(.get, "/v1/tasks/next", verb: "task.next", access: .read)
    public static let taskShow = Route(.get, "/v1/tasks/{id}", verb: "task.show", access: .read)
    public static let taskExplain = Route(.get, "/v1/tasks/{id}/explain", verb: "task.explain", access: .read)
    public static let taskSubmit = Route(.post, "/v1/tasks/submit", verb: "task.submit", access: .write)
    public static let taskAccept = Route(.post, "/v1/tasks/accept", verb: "task.accept", access: .write)
    public static let taskReturn = Route(.post, "/v1/tasks/return", verb: "task.return", access: .write)
    public static let taskWaive = Route(.post, "/v1/tasks/waive", verb: "task.waive", access: .write)

    static let tasks = [
        taskList, taskNext, taskShow, taskExplain, taskSubmit, taskAccept, taskReturn, taskWaive,
    ]
}
