import Labels
import TextLayout

/// Rows under columns that are known by the keys of their document.
struct PageTable {
    struct Column {
        let key: String
        let alignment: CellText.Alignment
        let isShrinkable: Bool
        /// Shown without being asked for.
        let isUsual: Bool
        /// For programs; people have read it above the table.
        let isForPrograms: Bool

        /// Columns of figures are called as the figures are.
        func title(in language: Language) -> String {
            (FieldLabel.known(key) ?? IndicatorLabel.name(key))[language]
        }
    }

    private let columns: [Column]
    private let rows: [[PageCell]]
    /// The caller named the columns: none is left out.
    private let isChosen: Bool
    /// What stands above it for people.
    private let caption: Phrase?

    /// - Parameter columns: every column that `--columns` can name; those that are not usual wait for that.
    init<Row>(_ rows: [Row], _ columns: [PageColumn<Row>], caption: Phrase? = nil) {
        self.columns = columns.map {
            Column(
                key: $0.key, alignment: $0.alignment, isShrinkable: $0.isShrinkable, isUsual: $0.isUsual,
                isForPrograms: $0.isForPrograms)
        }
        self.rows = rows.map { row in columns.map { $0.cell(row) } }
        isChosen = false
        self.caption = caption
    }

    private init(columns: [Column], rows: [[PageCell]], isChosen: Bool, caption: Phrase?) {
        self.columns = columns
        self.rows = rows
        self.isChosen = isChosen
        self.caption = caption
    }

    func selecting(_ keys: [String]) throws(ZhaoshangError) -> PageTable {
        try Page.require(keys, among: columns.map(\.key))
        return picking(keys.compactMap { key in columns.firstIndex { $0.key == key } }, makeUsual: true)
    }

    func shown(width: Int, in language: Language) -> String {
        guard !rows.isEmpty else { return (language == .zh ? "（无）" : "(none)") + "\n" }
        let visible = usual.telling
        let titled = visible.columns.map {
            TextTable.Column($0.title(in: language), alignment: $0.alignment, shrinkable: $0.isShrinkable)
        }
        let table = TextTable(columns: titled, rows: visible.rows.map { $0.map { $0.drawn(in: language) } })
            .rendered(width: width)
        return (caption.map { $0[language] + "\n" } ?? "") + table
    }

    func plain() -> String {
        let visible = usual
        let titled = visible.columns.map { TextTable.Column($0.key, alignment: $0.alignment) }
        return TextTable(columns: titled, rows: visible.rows.map { $0.map(\.plain) }).plain(withTitles: false)
    }

    func markdown(in language: Language) -> String {
        let visible = usual.forPeople
        let heading = caption.map { MarkdownText.heading($0[language], level: 3) + "\n" } ?? ""
        return heading
            + MarkdownText.table(
                titles: visible.columns.map { $0.title(in: language) }, alignments: visible.columns.map(\.alignment),
                rows: visible.rows.map { $0.map { $0.shown(in: language) } })
    }

    func csv(in language: Language) -> CSVTable {
        let visible = usual
        return CSVTable(
            titles: visible.columns.map { $0.title(in: language) }, rows: visible.rows.map { $0.map(\.csv) })
    }

    /// Columns that are empty in every row say nothing to a person; a program counts on their places.
    private var telling: PageTable {
        guard !isChosen else { return self }
        return forPeople.picking(
            forPeople.columns.indices.filter { index in forPeople.rows.contains { !$0[index].plain.isEmpty } },
            makeUsual: false)
    }

    private var forPeople: PageTable {
        guard !isChosen else { return self }
        return picking(columns.indices.filter { !columns[$0].isForPrograms }, makeUsual: false)
    }

    private var usual: PageTable {
        picking(columns.indices.filter { columns[$0].isUsual }, makeUsual: false)
    }

    private func picking(_ indices: [Int], makeUsual: Bool) -> PageTable {
        PageTable(
            columns: indices.map { index in
                let column = columns[index]
                return Column(
                    key: column.key, alignment: column.alignment, isShrinkable: column.isShrinkable,
                    isUsual: makeUsual || column.isUsual, isForPrograms: column.isForPrograms)
            },
            rows: rows.map { row in indices.map { row[$0] } }, isChosen: isChosen || makeUsual, caption: caption)
    }
}

/// One column of a table of rows of one kind.
struct PageColumn<Row> {
    let key: String
    let alignment: CellText.Alignment
    let isShrinkable: Bool
    let isUsual: Bool
    let isForPrograms: Bool
    let cell: (Row) -> PageCell

    init(
        _ key: String, _ alignment: CellText.Alignment = .start, shrinkable: Bool = false, usual: Bool = true,
        forPrograms: Bool = false, _ cell: @escaping (Row) -> PageCell
    ) {
        self.key = key
        self.alignment = alignment
        isShrinkable = shrinkable
        isUsual = usual
        isForPrograms = forPrograms
        self.cell = cell
    }
}
