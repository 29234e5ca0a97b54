import Bureau

/// An outcome as JSON, in the form its `Codable` reads. Each accepted command stores one, and a general encoder takes
/// as long for it as all of the command's statements.
enum OutcomeText {
    static func json(_ outcome: Outcome) -> String {
        var text = "{\"changed\":["
        for (index, change) in outcome.changed.enumerated() {
            text += index == 0 ? "{" : ",{"
            text += "\"field\":" + RecordCoding.quoted(change.field)
            if let from = change.from { text += ",\"from\":" + RecordCoding.quoted(from) }
            if let to = change.to { text += ",\"to\":" + RecordCoding.quoted(to) }
            text += "}"
        }
        text += "]"
        if let id = outcome.id { text += ",\"id\":" + RecordCoding.quoted(id) }
        text += ",\"related\":{"
        let related = outcome.related.sorted { $0.key < $1.key }
        text += related.map { RecordCoding.quoted($0.key) + ":" + RecordCoding.quoted($0.value) }.joined(separator: ",")
        return text + "},\"undoable\":\(outcome.undoable)}"
    }
}
