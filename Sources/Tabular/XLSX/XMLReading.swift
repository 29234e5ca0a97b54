import CExpat

/// Reads one XML part and hands its elements on, without namespaces' prefixes.
///
/// A document type is refused where it begins, and with it every entity of a file's own: nothing expands and nothing
/// outside is ever asked for.
struct XMLReading {
    /// Element names come without prefix; attributes are asked for by name.
    typealias Begin = (_ element: String, _ attributes: XMLAttributes) throws(TabularProblem) -> Void
    typealias End = (_ element: String) throws(TabularProblem) -> Void

    static func read(
        _ bytes: [UInt8], part: String, depth: Int, begin: @escaping Begin, end: @escaping End = { _ in },
        characters: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil
    ) throws(TabularProblem) {
        guard let parser = XML_ParserCreate(nil) else { throw .xml(part: part, line: 0) }
        defer { XML_ParserFree(parser) }
        let course = XMLCourse(parser, part, depth, begin, end, characters)
        // The course outlives the parse below; expat holds no reference of its own.
        let held = Unmanaged.passUnretained(course)
        XML_SetUserData(parser, held.toOpaque())
        XML_SetElementHandler(
            parser,
            { XMLCourse.of($0)?.begin($1, $2) },
            { data, name in XMLCourse.of(data)?.end(name) })
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLCourse.of(data)?.refuseDoctype() }
        if characters != nil {
            XML_SetCharacterDataHandler(parser) { XMLCourse.of($0)?.characters($1, $2) }
        }
        let status = bytes.withUnsafeBytes { raw in
            // A part of at most 256 MB fits in expat's Int32.
            XML_Parse(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), 1)
        }
        let line = Int(clamping: XML_GetCurrentLineNumber(parser))
        withExtendedLifetime(course) {}
        if let problem = course.problem { throw problem }
        guard status == XML_STATUS_OK else { throw .xml(part: part, line: line) }
    }
}

/// The attributes of one element, valid while it begins.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of the attribute of that name; a prefix counts only when `name` has it.
    subscript(_ name: StaticString) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if name.withUTF8Buffer({ XMLText.equals(key, $0) }) { return String(cString: value) }
            pair += 2
        }
        return nil
    }

    /// The value of an attribute whose prefix is any: `r:id`, `rel:id`.
    func prefixed(_ name: String) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            let text = String(cString: key)
            if let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...] == name {
                return String(cString: value)
            }
            pair += 2
        }
        return nil
    }
}

enum XMLText {
    static func equals(_ text: UnsafePointer<XML_Char>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in wanted.enumerated() where UInt8(bitPattern: text[index]) != byte { return false }
        return text[wanted.count] == 0
    }

    /// The name behind a prefix.
    static func localName(_ name: UnsafePointer<XML_Char>) -> String {
        var start = name
        var place = name
        while place.pointee != 0 {
            if place.pointee == 0x3A { start = place + 1 }
            place += 1
        }
        return String(cString: start)
    }
}

/// What expat's callbacks lead to.
private final class XMLCourse {
    private let parser: XML_Parser
    private let part: String
    private let limit: Int
    private let onBegin: XMLReading.Begin
    private let onEnd: XMLReading.End
    private let onCharacters: ((UnsafeBufferPointer<UInt8>) -> Void)?
    private var depth = 0
    var problem: TabularProblem?

    init(
        _ parser: XML_Parser, _ part: String, _ limit: Int, _ begin: @escaping XMLReading.Begin,
        _ end: @escaping XMLReading.End, _ characters: ((UnsafeBufferPointer<UInt8>) -> Void)?
    ) {
        self.parser = parser
        self.part = part
        self.limit = limit
        onBegin = begin
        onEnd = end
        onCharacters = characters
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> XMLCourse? {
        data.map { Unmanaged<XMLCourse>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(_ name: UnsafePointer<XML_Char>?, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard problem == nil, let name else { return }
        depth += 1
        guard depth <= limit else { return stop(.tooLarge(.depth, limit: limit, line: nil)) }
        do {
            try onBegin(XMLText.localName(name), XMLAttributes(pairs: pairs))
        } catch {
            stop(error)
        }
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
        guard problem == nil, let name else { return }
        depth -= 1
        do {
            try onEnd(XMLText.localName(name))
        } catch {
            stop(error)
        }
    }

    func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard problem == nil, let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            onCharacters?(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
    }

    func refuseDoctype() {
        if problem == nil { stop(.doctype(part: part)) }
    }

    private func stop(_ problem: TabularProblem) {
        self.problem = problem
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
