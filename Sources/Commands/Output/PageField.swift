import Labels
import TextLayout

/// One value of a record, known by its key in the document.
struct PageField {
    let key: String
    let cell: PageCell

    init(_ key: String, _ cell: PageCell) {
        self.key = key
        self.cell = cell
    }

    func title(in language: Language) -> String { FieldLabel.of(key)[language] }

    /// Titles in one column, values wrapped beside them; values that do not exist are left out.
    static func shown(_ fields: [PageField], width: Int, in language: Language) -> String {
        let present = fields.filter { !$0.cell.plain.isEmpty }
        let titleWidth = present.map { DisplayWidth.of($0.title(in: language)) }.max() ?? 0
        var output = ""
        for field in present {
            // Line breaks may stay; nothing else may speak to the terminal.
            let text = field.cell.shown(in: language).split(separator: "\n").map { CellText.singleLine(String($0)) }
            let lines = CellText.wrapped(text.joined(separator: "\n"), to: max(20, width - titleWidth - 2))
            for (index, line) in lines.enumerated() {
                let title = index == 0 ? field.title(in: language) : ""
                output += CellText.padded(title, to: titleWidth) + "  " + line + "\n"
            }
        }
        return output
    }
}
