import Labels

/// The rows of a file below their titles, each as the cells of its fields. Whoever goes through them tells how far it is.
struct ImportRows: Sequence, Sendable {
    /// Rows that are done, of all.
    typealias Told = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Rows between two words on how far it is.
    static let stride = 500

    private let rows: ArraySlice<ImportRow>
    private let header: ImportHeader
    private let options: ImportOptions
    private let told: Told

    init(_ rows: ArraySlice<ImportRow>, _ header: ImportHeader, _ options: ImportOptions, told: @escaping Told) {
        self.rows = rows
        self.header = header
        self.options = options
        self.told = told
    }

    var count: Int { rows.count }
    var lines: [Int] { rows.map(\.line) }

    func makeIterator() -> Iterator { Iterator(rows: self, place: rows.startIndex) }

    struct Iterator: IteratorProtocol {
        fileprivate let rows: ImportRows
        fileprivate var place: Int

        mutating func next() -> ImportedRow? {
            let done = place - rows.rows.startIndex
            if done % ImportRows.stride == 0 || done == rows.count { rows.told(done, rows.count) }
            guard rows.rows.indices.contains(place) else { return nil }
            defer { place += 1 }
            return ImportedRow(rows.rows[place], rows.header, rows.options)
        }
    }
}
