import Bureau

/// An outcome as JSON, in the form its `Codable` reads. Each accepted command stores one, and a general encoder takes as
/// long for it as all of the command's statements.
enum OutcomeText {
    static func json(_ outcome: Outcome) -> String {
        var text = "{\"changed\":["
        for (index, change) in outcome.changed.enumerated() {
            text += index == 0 ? "{" : ",{"
            text += "\"field\":" + quoted(change.field)
            if let from = change.from { text += ",\"from\":" + quoted(from) }
            if let to = change.to { text += ",\"to\":" + quoted(to) }
            text += "}"
        }
        text += "]"
        if let id = outcome.id { text += ",\"id\":" + quoted(id) }
        text += ",\"related\":{"
        text += outcome.related.sorted { $0.key < $1.key }.map { quoted($0.key) + ":" + quoted($0.value) }
            .joined(separator: ",")
        return text + "},\"undoable\":\(outcome.undoable)}"
    }

    /// RFC 8259 §7: quotes, backslashes and controls are escaped, everything else stands as it is.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
        var bytes: [UInt8] = [0x22]
        let digits = Array("0123456789abcdef".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes + [0x22], as: UTF8.self)
    }
}
