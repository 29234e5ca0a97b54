/// Takes server-sent events out of the bytes of a chunked answer, as far as the daemon's streams go.
struct EventReader {
    private enum State {
        case size
        case data(Int)
        case afterData, end
    }

    private var state = State.size
    private var raw: [UInt8] = []
    private var text: [UInt8] = []

    /// The stream was ended by the daemon, and not by a broken connection.
    var isOver: Bool { if case .end = state { true } else { false } }

    /// - Returns: the data of each event that these bytes complete.
    mutating func take(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        raw += bytes
        while step() {}
        return events()
    }

    /// One step of RFC 9112 7.1; false when more bytes are needed.
    private mutating func step() -> Bool {
        switch state {
        case .size:
            guard let line = raw.firstIndex(of: 10) else { return false }
            let digits = String(decoding: raw[..<line].prefix { $0 != 13 && $0 != 0x3B }, as: UTF8.self)
            raw.removeFirst(line + 1)
            let size = Int(digits, radix: 16) ?? 0
            state = size > 0 ? .data(size) : .end
            return size > 0
        case .data(let size):
            guard raw.count >= size else { return false }
            text += raw[..<size]
            raw.removeFirst(size)
            state = .afterData
            return true
        case .afterData:
            guard raw.count >= 2 else { return false }
            raw.removeFirst(2)
            state = .size
            return true
        case .end: return false
        }
    }

    private mutating func events() -> [[UInt8]] {
        var found: [[UInt8]] = []
        while let end = text.indices.dropLast().first(where: { text[$0] == 10 && text[$0 + 1] == 10 }) {
            let lines = text[..<end].split(separator: 10)
            text.removeFirst(end + 2)
            let data = lines.first { $0.starts(with: Array("data: ".utf8)) }
            if let data { found.append(Array(data.dropFirst(6))) }
        }
        return found
    }
}
