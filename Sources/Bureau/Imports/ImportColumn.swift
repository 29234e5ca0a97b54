import Labels

/// One field that a kind of import knows.
struct ImportColumn: Sendable {
    /// What a plain number in the column counts.
    enum Form: Sendable {
        case text, date, number
        /// Yuan, unless the title or the cell names another unit.
        case amount
    }

    /// As in the record's document: `amount`.
    let field: String
    let form: Form
    /// Titles by which ledgers call it, besides the field's own name; without white space, brackets and units.
    let titles: [String]
    let isRequired: Bool

    init(_ field: String, _ titles: [String], required: Bool = false) {
        self.init(field, .text, titles, required: required)
    }

    init(_ field: String, _ form: Form, _ titles: [String], required: Bool = false) {
        self.field = field
        self.form = form
        self.titles = titles
        isRequired = required
    }

    /// By its field, the titles of ledgers, and the titles under which it is exported.
    func isCalled(_ folded: String) -> Bool {
        if field == folded || titles.contains(folded) { return true }
        let label = FieldLabel.of(field)
        return ImportTitle(label.zh).folded == folded || ImportTitle(label.en).folded == folded
    }
}

/// The title of a column as the file has it, taken apart.
struct ImportTitle: Hashable, Sendable {
    /// Without white space, case, width and the unit: what is compared.
    var folded: String
    /// `万元` of `投资额（万元）`.
    var unit: String?

    init(_ text: String) {
        var scalars = String.UnicodeScalarView()
        for scalar in ImportText.folded(text).unicodeScalars where !scalar.properties.isWhitespace && scalar != "*" {
            scalars.append(scalar)
        }
        var word = String(scalars)
        for unit in Self.units {
            for form in ["(\(unit))", "[\(unit)]", "/\(unit)", ":\(unit)", "(单位:\(unit))", unit]
            where word.hasSuffix(form) {
                // A title that is nothing but a unit is a title.
                guard word.count > form.count else { continue }
                word.removeLast(form.count)
                self.unit = unit
                break
            }
            if self.unit != nil { break }
        }
        // What else stands in brackets explains the title: 企业名称（全称）, 日期（年-月-日）.
        if word.hasSuffix(")"), let bracket = word.firstIndex(of: "("), bracket != word.startIndex {
            word = String(word[..<bracket])
        }
        folded = word
    }

    /// Longest first.
    private static let units = ["百万元", "千万元", "亿元", "万元", "千元", "元"]
}
