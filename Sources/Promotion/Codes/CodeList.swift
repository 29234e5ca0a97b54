public import Labels

/// A code list read from CSV (RFC 4180, header row, UTF-8).
struct CodeList {
    /// One data row by column name; `line` is its number in the file, from 1.
    struct Row {
        let line: Int
        let fields: [String: String]

        /// The field, or nothing when the column is absent or empty.
        subscript(column: String) -> String? {
            guard let field = fields[column], !field.isEmpty else { return nil }
            return field
        }

        func required(_ column: String) throws(CodeListProblem) -> String {
            guard let field = self[column] else { throw .missingField(column, line: line) }
            return field
        }
    }

    let rows: [Row]

    init(csv: String, requiring columns: [String]) throws(CodeListProblem) {
        var records = try Self.records(of: csv)
        guard !records.isEmpty else { throw .missingColumn(columns.first ?? "code") }
        let header = records.removeFirst().fields
        for column in columns where !header.contains(column) { throw .missingColumn(column) }
        var rows: [Row] = []
        for record in records where record.fields != [""] {
            guard record.fields.count == header.count else { throw .fieldCount(line: record.line) }
            rows.append(Row(line: record.line, fields: Dictionary(zip(header, record.fields)) { first, _ in first }))
        }
        self.rows = rows
    }

    private static func records(of csv: String) throws(CodeListProblem) -> [(line: Int, fields: [String])] {
        var records: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var quoted = false
        var closed = false
        var line = 1
        var start = 1
        func endField() {
            fields.append(String(field))
            field = String.UnicodeScalarView()
            closed = false
        }
        for scalar in csv.unicodeScalars where scalar != "\u{FEFF}" {
            if scalar == "\n" { line += 1 }
            if quoted {
                if scalar == "\"" { (quoted, closed) = (false, true) } else { field.append(scalar) }
                continue
            }
            switch scalar {
            case "\"" where closed:
                // Two quotes inside a quoted field are one.
                field.append(scalar)
                (quoted, closed) = (true, false)
            case "\"" where field.isEmpty: quoted = true
            case "\"": throw .quote(line: line)
            case ",": endField()
            case "\n":
                endField()
                records.append((start, fields))
                (fields, start) = ([], line)
            case "\r": break
            default:
                if closed { throw .quote(line: line) }
                field.append(scalar)
            }
        }
        if quoted { throw .quote(line: start) }
        if !fields.isEmpty || !field.isEmpty || closed {
            endField()
            records.append((start, fields))
        }
        return records
    }
}

/// Why a file is not a usable code list.
public enum CodeListProblem: Error, Hashable, Sendable {
    case missingColumn(String)
    case missingField(String, line: Int)
    /// A row with more or fewer fields than the header.
    case fieldCount(line: Int)
    /// A quotation mark where RFC 4180 has none, or one that is never closed.
    case quote(line: Int)
    /// A field whose value cannot be used.
    case value(column: String, value: String, line: Int)

    public var message: Phrase {
        switch self {
        case .missingColumn(let column):
            Phrase(zh: "代码表缺少列 \(column)", en: "the code list has no column \(column)")
        case .missingField(let column, let line):
            Phrase(zh: "代码表第 \(line) 行缺少 \(column)", en: "line \(line) of the code list has no \(column)")
        case .fieldCount(let line):
            Phrase(
                zh: "代码表第 \(line) 行的列数与表头不同",
                en: "line \(line) of the code list has more or fewer fields than its header")
        case .quote(let line):
            Phrase(
                zh: "代码表第 \(line) 行的引号不成对", en: "line \(line) of the code list has a misplaced quotation mark")
        case .value(let column, let value, let line):
            Phrase(
                zh: "代码表第 \(line) 行：\(column) 的值“\(value)”不可用",
                en: "line \(line) of the code list: \"\(value)\" is not a usable \(column)")
        }
    }

    /// The same problem in the form that crosses rooms.
    public var error: ZhaoshangError {
        ZhaoshangError(.configuration, message)
    }
}
