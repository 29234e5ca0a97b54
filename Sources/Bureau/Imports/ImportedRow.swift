import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The cells of one row by their fields. What cannot be read becomes a problem of the row, and reading goes on, so
/// that a person sees everything at once.
struct ImportedRow {
    let line: Int
    let record: Int
    private let cells: [ImportCell]
    private let header: ImportHeader
    private let options: ImportOptions
    private(set) var problems: [ImportProblem<Phrase>] = []
    /// What a person should know although the row is recorded.
    private(set) var notices: [ImportProblem<Phrase>] = []
    /// What was read, in the order of reading: part of what a plan promises.
    private(set) var reading = ""

    init(_ row: ImportRow, _ header: ImportHeader, _ options: ImportOptions) {
        line = row.line
        record = row.record
        cells = row.cells
        self.header = header
        self.options = options
        let isLonger = row.cells.dropFirst(header.width).contains { !$0.text.isEmpty }
        guard isLonger || (header.isText && row.cells.count < header.width) else { return }
        problems.append(
            ImportProblem(
                line: line, record: record, code: isLonger ? "too_many_cells" : "too_few_cells",
                message: Phrase(
                    zh: "有 \(row.cells.count) 格，标题有 \(header.width) 列",
                    en: "\(row.cells.count) cells under \(header.width) titles"),
                remedy: Phrase(
                    zh: "内容里的分隔符和换行要放在引号内", en: "put text that holds a delimiter or a line break in quotes")))
    }

    var isRefused: Bool { !problems.isEmpty }
    /// The officer said that the row is about nothing whose name is near.
    var isNearAccepted: Bool { options.acceptedLines.contains(line) }
    /// The record, or `#` and the earlier line, that the officer said the row is about.
    var sameAs: String? { options.sameAs[line] }

    func isGiven(_ field: String) -> Bool { cell(field).map { !$0.text.isEmpty || $0.form == .formula } ?? false }

    /// Text in NFC without white space at the ends; line breaks stay, other hidden characters are refused.
    mutating func text(_ field: String) -> String? {
        guard let cell = readable(field) else { return nil }
        let text = ImportText.plain(ImportText.unguarded(cell.text))
        let hidden = text.unicodeScalars.contains {
            HiddenCharacter.isHidden($0) && !"\n\r\t".unicodeScalars.contains($0)
        }
        if hidden { return refuseHidden(field) }
        return note(field, text)
    }

    /// Text of one line: a name or a code.
    mutating func name(_ field: String) -> String? {
        guard let cell = readable(field) else { return nil }
        let text = ImportText.plain(ImportText.unguarded(cell.text))
        if text.unicodeScalars.contains(where: HiddenCharacter.isHidden) { return refuseHidden(field) }
        return note(field, text)
    }

    /// A code: half-width. Long digits that end in zeros from the sixteenth on are what a spreadsheet made of a number,
    /// unless `isCode` says that they are a code all the same.
    mutating func code(_ field: String, isCode: (String) -> Bool = { _ in false }) -> String? {
        guard let code = name(field).map(HalfWidth.text) else { return nil }
        guard Self.isRounded(code), !isCode(code) else { return code }
        return refuseMangled(field)
    }

    /// Fewer than three zeros are too common at the end of real numbers to tell.
    private static func isRounded(_ code: String) -> Bool {
        let digits = code.utf8
        return digits.count >= 18 && digits.allSatisfy { (0x30...0x39).contains($0) }
            && digits.dropFirst(15).allSatisfy { $0 == 0x30 }
    }

    mutating func date(_ field: String) -> CivilDate? {
        guard let cell = readable(field) else { return nil }
        do throws(WrittenDate.Problem) {
            let date = try WrittenDate.parse(cell.text, year: options.year)
            note(field, date.description)
            return date
        } catch {
            refuse(field, "bad_date", error.message, error.hint)
            return nil
        }
    }

    mutating func money(_ field: String) -> Money? {
        guard let text = amount(field) else { return nil }
        do throws(MoneyProblem) {
            return try Money(parsing: text)
        } catch {
            refuse(field, "bad_money", error.message, error.hint)
            return nil
        }
    }

    /// An amount as it would be typed: a plain number with the unit of its column behind it.
    mutating func amount(_ field: String) -> String? {
        guard let cell = readable(field), let place = header.places[field] else { return nil }
        let text = HalfWidth.text(ImportText.plain(cell.text))
        let isPlain = text.unicodeScalars.allSatisfy { "0123456789.,¥ ".unicodeScalars.contains($0) }
        return note(field, isPlain ? text + (place.unit ?? "") : text)
    }

    mutating func number(_ field: String) -> Int? {
        guard let cell = readable(field) else { return nil }
        let digits = HalfWidth.text(ImportText.plain(cell.text)).filter { $0 != "," }
        if let number = Int(digits) {
            note(field, String(number))
            return number
        }
        refuse(
            field, "bad_number", Phrase(zh: "不是整数", en: "not a whole number"),
            Phrase(zh: "只写数字，如 1200", en: "write digits only: 1200"))
        return nil
    }

    /// 是 or 否, a mark or none of it.
    mutating func yes(_ field: String) -> Bool? {
        guard let text = code(field)?.lowercased() else { return nil }
        if ["是", "有", "已", "yes", "y", "true", "1", "√", "✓"].contains(text) { return true }
        if ["否", "无", "未", "没有", "no", "n", "false", "0", "×", "-"].contains(text) { return false }
        refuse(
            field, "bad_text", Phrase(zh: "不是“是”或“否”", en: "neither yes nor no"),
            Phrase(zh: "写“是”或“否”", en: "write yes or no"))
        return nil
    }

    /// Separated by commas, enumeration commas or semicolons of either width.
    mutating func list(_ field: String) -> [String] {
        name(field)?.split(whereSeparator: { ",，、;；".contains($0) }).map { ImportText.plain(String($0)) } ?? []
    }

    // MARK: several cells, and what they mean

    /// What the cells say, each read as the form of its column wants it and written as one would type it.
    mutating func values(_ fields: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for field in fields { values[field] = value(field) }
        return values
    }

    private mutating func value(_ field: String) -> String? {
        switch header.places[field]?.column.form {
        case nil: nil
        case .text: name(field)
        case .date: date(field)?.description
        case .number: number(field).map(String.init)
        case .amount:
            // The amount as written goes on; whether it can be read is said here, at its cell.
            money(field) == nil ? nil : amount(field)
        }
    }

    /// What a cell means to the records; nil, with the row's problem, when it means nothing.
    mutating func meaning<Value>(_ field: String, _ read: (String) throws -> Value?) throws -> Value? {
        guard let text = name(field) else { return nil }
        return try attempt(field) { try read(text) }
    }

    /// What `body` decides of the row; its refusal becomes the row's.
    mutating func attempt<Value>(_ field: String?, _ body: () throws -> Value?) throws -> Value? {
        do {
            return try body()
        } catch {
            try refuse(field, error)
            return nil
        }
    }

    /// The unit that the cell names, else `otherwise`, if the caller may import for it.
    mutating func unit(
        _ verb: String, _ context: ReadContext, otherwise: (() throws -> UnitID)? = nil
    ) throws -> UnitID? {
        let named = name("unit")
        return try attempt("unit") {
            guard let unit = try named.map({ try Bureau.unit(named: $0, in: context.tree).id }) ?? otherwise?() else {
                return nil
            }
            try context.authorise(verb, .unit(unit))
            return unit
        }
    }

    // MARK: what is wrong

    mutating func require(_ field: String) {
        guard !isGiven(field), !problems.contains(where: { $0.field == field }) else { return }
        refuse(field, "missing", Phrase(zh: "没有填写", en: "is empty"), Phrase(zh: "补上这一格", en: "fill the cell"))
    }

    mutating func refuse(
        _ field: String?, _ code: String, _ message: Phrase, _ remedy: Phrase?, details: [String: ErrorDetail] = [:]
    ) {
        problems.append(problem(field, code, message, remedy, details))
    }

    /// Something to know of a row that is recorded all the same.
    mutating func mention(
        _ field: String?, _ code: String, _ message: Phrase, _ remedy: Phrase?, details: [String: ErrorDetail] = [:]
    ) {
        notices.append(problem(field, code, message, remedy, details))
    }

    private func problem(
        _ field: String?, _ code: String, _ message: Phrase, _ remedy: Phrase?, _ details: [String: ErrorDetail]
    ) -> ImportProblem<Phrase> {
        let place = field.flatMap { header.places[$0] }
        return ImportProblem(
            line: line, record: record, column: place?.title, field: field,
            value: field.flatMap(cell).map { ImportText.shown($0.text) }, code: code, message: message,
            remedy: remedy, details: details.isEmpty ? nil : details)
    }

    /// What a decision said of the row.
    mutating func refuse(_ field: String?, _ error: any Error) throws {
        guard let refusal = error as? ZhaoshangError else { throw error }
        refuse(field, refusal.code.rawValue, refusal.message, refusal.hint, details: refusal.details)
    }

    // MARK: cells

    private func cell(_ field: String) -> ImportCell? {
        guard let place = header.places[field], cells.indices.contains(place.index) else { return nil }
        return cells[place.index]
    }

    /// The cell if it has something in it that a spreadsheet has not spoilt.
    private mutating func readable(_ field: String) -> ImportCell? {
        guard let cell = cell(field) else { return nil }
        switch cell.form {
        case .text, .number, .date, .boolean: return cell.text.isEmpty ? nil : cell
        case .mangled:
            return refuseMangled(field)
        case .error:
            refuse(
                field, "cell_error", Phrase(zh: "单元格有错误", en: "the cell holds an error"),
                Phrase(zh: "改正公式或日期", en: "correct the formula or the date"))
        case .formula:
            refuse(
                field, "formula", Phrase(zh: "公式没有保存结果", en: "the result of the formula is not stored"),
                Phrase(
                    zh: "用 Excel 或 WPS 打开保存，或粘贴为数值", en: "open and save it in a spreadsheet program, or paste values"))
        }
        return nil
    }

    private mutating func refuseMangled<Value>(_ field: String) -> Value? {
        refuse(
            field, "mangled_number",
            Phrase(zh: "长数字已被表格软件改写，末位丢失", en: "a spreadsheet has rounded this long number"),
            Phrase(
                zh: "把该列设为“文本”格式，再重新粘贴原始号码", en: "format the column as text and paste the numbers again"))
        return nil
    }

    private mutating func refuseHidden(_ field: String) -> String? {
        refuse(
            field, "hidden_character", Phrase(zh: "含有不可见的控制字符", en: "holds invisible control characters"),
            Phrase(zh: "重新键入这个词", en: "type the words again"))
        return nil
    }

    @discardableResult
    private mutating func note(_ field: String, _ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        reading += "\(field)=\(text)\u{1F}"
        return text
    }
}
