/// The place of a cell, `B5`, counted from 0.
struct CellPlace {
    var column: Int
    var row: Int

    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var letters = 0
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case 0x24: continue
            case 0x41...0x5A, 0x61...0x7A:
                guard digits == 0, letters < 3 else { return nil }
                column = column * 26 + Int(byte & 0x1F)
                letters += 1
            case 0x30...0x39:
                guard letters > 0, digits < 7 else { return nil }
                row = row * 10 + Int(byte - 0x30)
                digits += 1
            default: return nil
            }
        }
        guard letters > 0, digits > 0, row > 0 else { return nil }
        self.column = column - 1
        self.row = row - 1
    }
}

/// `A1:D7`.
struct CellRange {
    var column: Int
    /// Rows of the sheet, counted from 1.
    var lines: ClosedRange<Int>

    init?(_ text: String) {
        let corners = text.split(separator: ":").compactMap { CellPlace($0) }
        guard corners.count == 2, corners[0].row <= corners[1].row else { return nil }
        column = corners[0].column
        lines = (corners[0].row + 1)...(corners[1].row + 1)
    }
}

/// A cell merged over several rows says the same of each of them.
///
/// Only the first column of a merged block is filled: a title across the sheet is one title.
enum MergedCells {
    static func fill(
        _ rows: inout [TabularRow], _ merges: [CellRange], _ limits: TabularLimits
    ) throws(TabularProblem) {
        // Merged blocks do not overlap, so no more cells are filled than the limit allows to be.
        var filled = 0
        for merge in merges where merge.lines.count > 1 && merge.column < limits.columns {
            guard var index = firstIndex(atOrAfter: merge.lines.lowerBound, rows), index < rows.count,
                rows[index].line == merge.lines.lowerBound, rows[index].cells.indices.contains(merge.column)
            else { continue }
            let cell = rows[index].cells[merge.column]
            index += 1
            while index < rows.count, rows[index].line <= merge.lines.upperBound {
                filled += max(1, merge.column + 1 - rows[index].cells.count)
                if filled > limits.cells { throw .tooLarge(.cells, limit: limits.cells, line: rows[index].line) }
                while rows[index].cells.count <= merge.column { rows[index].cells.append(.empty) }
                if rows[index].cells[merge.column].isEmpty { rows[index].cells[merge.column] = cell }
                index += 1
            }
        }
    }

    private static func firstIndex(atOrAfter line: Int, _ rows: [TabularRow]) -> Int? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? low : nil
    }
}
