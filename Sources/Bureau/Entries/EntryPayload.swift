import Identifiers
import Promotion
import WorkCalendar

/// The payload of a changed entry, byte for byte what the general encoder writes. Every line of the log has one, and
/// the general encoder takes longer for it than all else that accepting a line costs outside the database.
struct EntryPayload {
    private var bytes: [UInt8] = []
    /// Something stands in it that only the general encoder knows how to write: a quote, a control character.
    private var isUnusual = false

    /// Nil for what has to go through the general encoder.
    static func bytes(of fact: EntryChanged) -> [UInt8]? {
        var payload = EntryPayload()
        payload.bytes.reserveCapacity(512)
        payload.write("{\"d\":{\"after\":")
        payload.write(fact.after)
        if let before = fact.before {
            payload.write(",\"before\":")
            payload.write(before)
        }
        payload.write("},\"f\":\"\(EntryChanged.family)\",\"v\":\(EntryChanged.version)}")
        return payload.isUnusual ? nil : payload.bytes
    }

    /// Keys in alphabetical order; what is absent is left out.
    private mutating func write(_ entry: Entry) {
        write("{")
        if let amount = entry.amount { write("\"amount\":\(amount.yuan),") }
        write("\"attributes\":{")
        for (index, attribute) in entry.attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { write(",") }
            // The general encoder has an order of its own for other keys.
            if !attribute.key.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { isUnusual = true }
            write(quoted: attribute.key)
            write(":")
            write(quoted: attribute.value)
        }
        write("},\"date\":\"")
        write(entry.date.description)
        write("\",")
        if let enterprises = entry.enterprises {
            write("\"enterprises\":[")
            write(enterprises.map { "\"\($0)\"" }.joined(separator: ","))
            write("],")
        }
        write("\"id\":\"")
        write(entry.id.description)
        write("\",")
        if let kind = entry.kind { write("\"kind\":\"\(kind.rawValue)\",") }
        write("\"links\":[")
        for (index, link) in entry.links.enumerated() {
            if index > 0 { write(",") }
            write(link)
        }
        write("],\"officer\":\"")
        write(entry.officer.description)
        write("\",\"source\":{")
        switch entry.source {
        case .typed: write("\"typed\":{}")
        case .zero: write("\"zero\":{}")
        case .automatic(let verb, let subject):
            write("\"automatic\":{\"subject\":")
            write(quoted: subject)
            write(",\"verb\":")
            write(quoted: verb)
            write("}")
        }
        write("},\"tags\":[")
        for (index, tag) in entry.tags.enumerated() {
            if index > 0 { write(",") }
            write(quoted: tag)
        }
        write("],")
        if let text = entry.text {
            write("\"text\":{\"digest\":")
            write(quoted: text.digest)
            write(",\"id\":\(text.id)},")
        }
        write("\"unit\":\"")
        write(entry.unit.description)
        write(entry.withdrawn ? "\",\"withdrawn\":true}" : "\",\"withdrawn\":false}")
    }

    private mutating func write(_ link: EntryLink) {
        switch link {
        case .unit(let id): write("{\"unit\":{\"_0\":\"\(id)\"}}")
        case .officer(let id): write("{\"officer\":{\"_0\":\"\(id)\"}}")
        case .record(let id):
            write("{\"record\":{\"_0\":")
            write(quoted: id)
            write("}}")
        case .name(let stub):
            write("{\"name\":{\"_0\":{\"digest\":")
            write(quoted: stub.digest)
            write(",\"id\":\(stub.id)}}}")
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(quoted text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { isUnusual = true }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
