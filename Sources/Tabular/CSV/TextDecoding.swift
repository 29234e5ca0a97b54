import Glibc

/// The bytes of a text file as UTF-8 without a byte order mark.
///
/// By the mark if there is one; else UTF-8 if every byte fits; else GB18030, in which Chinese spreadsheet programs save
/// CSV. Each of them strictly: a byte that does not fit refuses the file, so that no name is stored half.
struct DecodedText {
    let bytes: [UInt8]
    let encoding: String

    init(_ bytes: [UInt8]) throws(TabularProblem) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let text = Array(bytes[3...])
            if let bad = UTF8Validation.firstInvalid(text) { throw Self.problem("UTF-8", bytes, at: bad + 3) }
            self.init(bytes: text, encoding: "UTF-8")
        } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw .unsupportedEncoding("UTF-32")
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(bytes: try Self.convert(bytes, skipping: 2, from: "UTF-16LE"), encoding: "UTF-16LE")
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(bytes: try Self.convert(bytes, skipping: 2, from: "UTF-16BE"), encoding: "UTF-16BE")
        } else if UTF8Validation.firstInvalid(bytes) == nil {
            self.init(bytes: bytes, encoding: "UTF-8")
        } else {
            self.init(bytes: try Self.convert(bytes, skipping: 0, from: "GB18030"), encoding: "GB18030")
        }
        if let nul = self.bytes.firstIndex(of: 0) {
            throw .nul(line: Self.line(of: nul, in: self.bytes), offset: nul)
        }
    }

    private init(bytes: [UInt8], encoding: String) {
        self.bytes = bytes
        self.encoding = encoding
    }

    /// By the C library's tables; GB18030 has 1.1 million code points, two thirds of them by table.
    private static func convert(_ bytes: [UInt8], skipping mark: Int, from name: String) throws(TabularProblem)
        -> [UInt8]
    {
        let converter = iconv_open("UTF-8", name)
        // iconv_open answers (iconv_t) -1 for an encoding it has no table of.
        guard let converter, converter != UnsafeMutableRawPointer(bitPattern: -1) else {
            throw .unsupportedEncoding(name)
        }
        defer { iconv_close(converter) }
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var consumed = mark
        var failed = false
        while consumed < input.count, !failed {
            let result = input.withUnsafeMutableBytes { input in
                chunk.withUnsafeMutableBytes { chunk in
                    var source = input.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: CChar.self)
                    var target = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var left = input.count - consumed
                    var room = chunk.count
                    let status = iconv(converter, &source, &left, &target, &room)
                    let isFull = status == -1 && errno == E2BIG
                    return (
                        read: input.count - consumed - left, written: chunk.count - room, ok: status != -1 || isFull
                    )
                }
            }
            consumed += result.read
            output.append(contentsOf: chunk[..<result.written])
            failed = !result.ok
        }
        guard !failed else {
            throw problem(name == "GB18030" ? "UTF-8 / GB18030" : name, bytes, at: consumed, after: output)
        }
        return output
    }

    /// `decoded` is what came before the bad byte, where lines of another encoding can be counted.
    private static func problem(
        _ name: String, _ bytes: [UInt8], at offset: Int, after decoded: [UInt8]? = nil
    ) -> TabularProblem {
        let line = decoded.map { self.line(of: $0.count, in: $0) } ?? self.line(of: offset, in: bytes)
        return .encoding(name, line: line, offset: offset, byte: offset < bytes.count ? bytes[offset] : 0)
    }

    /// Lines end with LF, CR LF or CR.
    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        var previous: UInt8 = 0
        for byte in bytes[..<offset] {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
            previous = byte
        }
        return line
    }
}

enum UTF8Validation {
    /// The first byte that is no part of well-formed UTF-8 (Unicode 15, table 3-7), or nil.
    static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var index = 0
        let count = bytes.count
        while index < count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: length = 4
            default: return index
            }
            guard index + length <= count, second.contains(bytes[index + 1]) else { return index }
            for place in (index + 2)..<(index + max(length, 2)) where bytes[place] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}
