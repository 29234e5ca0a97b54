extension Routes {
    /// A stream of how far a command is, by the id that its client gave it; it ends with the command.
    public static let progress = Route(.get, "/v1/progress/{command}", verb: "progress", access: .read)
}
