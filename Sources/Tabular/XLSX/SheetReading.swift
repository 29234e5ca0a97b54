/// Reads the rows of one worksheet.
final class SheetReading {
    private let part: String
    private let strings: [String]
    private let styles: CellStyles
    private let since1904: Bool
    private let limits: TabularLimits

    private var rows: [TabularRow] = []
    private var cellCount = 0
    private var line = 0
    private var cells: [TabularCell] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var isInsideSheet = false
    private var isInsideCell = false
    private var isValue = false
    private var value: [UInt8] = []
    private let inline = RichText()
    private var merges: [CellRange] = []

    init(part: String, strings: [String], styles: CellStyles, since1904: Bool, limits: TabularLimits) {
        self.part = part
        self.strings = strings
        self.styles = styles
        self.since1904 = since1904
        self.limits = limits
    }

    func read(_ bytes: [UInt8]) throws(TabularProblem) -> [TabularRow] {
        // Closures of one call: expat keeps none of them.
        try XMLReading.read(bytes, part: part, depth: limits.xmlDepth) { element, attributes throws(TabularProblem) in
            try self.begin(element, attributes)
        } end: { element throws(TabularProblem) in
            try self.end(element)
        } characters: { text in
            if self.isValue { self.value.append(contentsOf: text) } else { self.inline.add(text) }
        }
        rows.sort { $0.line < $1.line }
        try MergedCells.fill(&rows, merges, limits)
        for index in rows.indices { rows[index].record = index + 1 }
        return rows
    }

    private func begin(_ element: String, _ attributes: XMLAttributes) throws(TabularProblem) {
        switch element {
        case "sheetData": isInsideSheet = true
        case "row": try beginRow(attributes)
        case "c": try beginCell(attributes)
        case "v": if isInsideCell { isValue = true }
        case "f": hasFormula = true
        case "mergeCell":
            if let range = attributes["ref"].flatMap(CellRange.init) { merges.append(range) }
        default: if isInsideCell { inline.begin(element) }
        }
    }

    private func beginRow(_ attributes: XMLAttributes) throws(TabularProblem) {
        guard isInsideSheet else { return }
        // A row without a number follows the one before.
        let number = attributes["r"].flatMap { Int($0) } ?? line + 1
        guard number > line, number <= 1_048_576 else { throw .xml(part: part, line: number) }
        line = number
        cells = []
        column = 0
    }

    private func beginCell(_ attributes: XMLAttributes) throws(TabularProblem) {
        guard isInsideSheet, line > 0 else { return }
        if let reference = attributes["r"] {
            guard let place = CellPlace(reference), place.column >= column else { throw .xml(part: part, line: line) }
            column = place.column
        }
        guard column < limits.columns else { throw .tooLarge(.columns, limit: limits.columns, line: line) }
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        isInsideCell = true
        value.removeAll(keepingCapacity: true)
        inline.clear()
    }

    private func end(_ element: String) throws(TabularProblem) {
        switch element {
        case "sheetData": isInsideSheet = false
        case "row": if isInsideSheet { try endRow() }
        case "c": if isInsideCell { try endCell() }
        case "v": isValue = false
        default: if isInsideCell { inline.end(element) }
        }
    }

    private func endRow() throws(TabularProblem) {
        guard cells.contains(where: { !$0.isEmpty }) else { return }
        if rows.count == limits.rows { throw .tooLarge(.rows, limit: limits.rows, line: line) }
        rows.append(TabularRow(line: line, record: 0, cells: cells))
    }

    private func endCell() throws(TabularProblem) {
        isInsideCell = false
        let cell = try readCell()
        defer { column += 1 }
        guard !cell.isEmpty else { return }
        cellCount += column + 1 - cells.count
        if cellCount > limits.cells { throw .tooLarge(.cells, limit: limits.cells, line: line) }
        while cells.count < column { cells.append(.empty) }
        cells.append(cell)
    }

    private func readCell() throws(TabularProblem) -> TabularCell {
        if type == "inlineStr" { return LongNumber.written(inline.text) }
        if value.isEmpty { return hasFormula ? TabularCell("", form: .formula) : .empty }
        let text = String(decoding: value, as: UTF8.self)
        switch type {
        case "s":
            guard let index = Int(text), strings.indices.contains(index) else { throw .xml(part: part, line: line) }
            return LongNumber.written(strings[index])
        case "str": return LongNumber.written(EscapedText.decode(text))
        case "b": return TabularCell(text == "1" || text == "true" ? "TRUE" : "FALSE", form: .boolean)
        case "e": return TabularCell(text, form: .error)
        case "d": return TabularCell(Self.day(text), form: .date)
        case "n":
            guard let number = Double(text) else { throw .xml(part: part, line: line) }
            return readNumber(number)
        default: throw .xml(part: part, line: line)
        }
    }

    private func readNumber(_ number: Double) -> TabularCell {
        switch styles[style] {
        case .general: return LongNumber.cell(number)
        case .percentage: return LongNumber.percentage(number)
        case .date:
            guard let text = SerialDate.text(number, since1904: since1904) else {
                return TabularCell("#\(LongNumber.cell(number).text)", form: .error)
            }
            return TabularCell(text, form: .date)
        }
    }

    /// `2026-11-23T00:00:00` of a strict workbook as `2026-11-23`.
    private static func day(_ text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return text }
        let time = parts[1].prefix { $0 != "." && $0 != "Z" }
        return time == "00:00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
    }
}
