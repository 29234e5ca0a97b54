import Labels

/// The first row about each thing. A later one about the same repeats it, or contradicts it.
struct EarlierRows<Reading: Equatable> {
    private var seen: [String: (line: Int, reading: Reading)] = [:]

    /// The line of the first row about it.
    func line(of key: String) -> Int? { seen[key]?.line }

    mutating func keep(_ row: ImportedRow, _ keys: [String], says reading: Reading) {
        for key in keys where seen[key] == nil { seen[key] = (row.line, reading) }
    }

    /// What the row comes to when an earlier one is about the same; nil for the first.
    ///
    /// - Parameters:
    ///   - keys: by which the row may be known, the surest first.
    ///   - reading: all that the row says.
    ///   - about: what both rows are about, as in “line 3 says otherwise of this lead”.
    ///   - fits: whether an earlier row of the same key can be about the same after all.
    func step(
        _ row: ImportedRow, _ keys: [String], says reading: Reading, label: String, field: String, about: Phrase,
        fits: (Reading) -> Bool = { _ in true }
    ) -> ImportStep? {
        guard let earlier = keys.lazy.compactMap({ seen[$0] }).first(where: { fits($0.reading) }) else { return nil }
        if earlier.reading == reading { return .duplicate(row, of: earlier.line, label: label) }
        var row = row
        row.refuse(
            field, "conflict",
            Phrase(
                zh: "第 \(earlier.line) 行是同\(about.zh)，内容不同",
                en: "line \(earlier.line) says otherwise of the same \(about.en)"),
            Phrase(zh: "保留其中一行", en: "keep one of the rows"))
        return .refused(row, label: label)
    }
}
