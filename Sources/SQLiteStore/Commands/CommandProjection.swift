import Bureau

extension Projection {
    func project(_ fact: CommandReversed) throws {
        let reversing: String? = fact.redo ? nil : event.command
        try connection.run("UPDATE command SET reversed_by = ? WHERE id = ?", reversing, fact.command)
    }
}
