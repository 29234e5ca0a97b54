import Bureau
import Labels
import Tabular

/// Files of imports, read by the room that knows them and handed to the application as it wants them.
enum TableReading {
    static func read(_ file: [UInt8], sheet: String?) throws -> ImportTable {
        let read: TabularSheet
        do throws(TabularProblem) {
            read = try TabularReader.read(file, sheet: sheet)
        } catch {
            throw refusal(error)
        }
        let rows = read.rows.map { row in
            ImportRow(
                line: row.line, record: row.record, cells: row.cells.map { ImportCell($0.text, form: form($0.form)) })
        }
        switch read.format {
        case .csv(let encoding, _): return ImportTable(encoding: encoding, rows: rows)
        case .xlsx(let name, _): return ImportTable(sheet: name, rows: rows)
        }
    }

    private static func refusal(_ problem: TabularProblem) -> ZhaoshangError {
        var details: [String: ErrorDetail] = ["reason": .text(problem.code)]
        if let line = problem.line { details["line"] = .number(Int64(line)) }
        return ZhaoshangError(.badText, problem.message, hint: problem.hint, details: details)
    }

    private static func form(_ form: TabularCell.Form) -> ImportCell.Form {
        switch form {
        case .text: .text
        case .number: .number
        case .date: .date
        case .boolean: .boolean
        case .mangled: .mangled
        case .error: .error
        case .formula: .formula
        }
    }
}
