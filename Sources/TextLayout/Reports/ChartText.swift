import Labels
import ReportModel

/// A chart drawn with block characters. Each drawing stands beside its number, so nothing is told by a shade alone.
struct ChartText {
    private let chart: Chart
    private let wording: ReportWording
    private let width: Int

    init(_ chart: Chart, wording: ReportWording, width: Int) {
        self.chart = chart
        self.wording = wording
        self.width = width
    }

    func rendered() -> String {
        let title = line(wording.string(chart.title))
        switch chart.kind {
        case .line, .sparkline: return title + curves()
        case .heatMap: return title + shadedTable()
        case .bullet: return title + bullets()
        case .funnel:
            return title
                + bars { value, maximum, width in
                    let bar = BarText.row(value, maximum: maximum, width: width)
                    return String(repeating: " ", count: (width - bar.count) / 2) + bar
                }
        case .bar, .stackedBar, .histogram, .donut:
            return title + bars { BarText.bar($0, maximum: $1, width: $2) }
        }
    }

    private func line(_ text: String) -> String {
        CellText.wrapped(CellText.singleLine(text), to: min(width, 100)).map { $0 + "\n" }.joined()
    }

    private func curves() -> String {
        let names = chart.series.map { CellText.singleLine(wording.string($0.name)) }
        let starts = chart.series.map { wording.number($0.values.compactMap(\.self).first, unit: chart.unit) }
        let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
        let startWidth = starts.map { DisplayWidth.of($0) }.max() ?? 0
        return chart.series.indices.map { index in
            let values = chart.series[index].values
            let last = wording.number(values.compactMap(\.self).last, unit: chart.unit)
            let curve = BarText.sparkline(values)
            let whole =
                CellText.padded(names[index], to: nameWidth) + "  "
                + CellText.padded(starts[index], to: startWidth, alignment: .end) + " \(curve) \(last)"
            if DisplayWidth.of(whole) <= width { return whole + "\n" }
            return line(names[index]) + line("\(curve) \(starts[index]) – \(last)")
        }.joined()
    }

    /// Rows and columns of numbers, each with the shade of its part of the largest one.
    private func shadedTable() -> String {
        let (titles, rows) = wording.chartTable(chart)
        let values = chart.series.map(\.values)
        let maximum = values.joined().compactMap(\.self).max() ?? 0
        let columns = titles.indices.map {
            TextTable.Column(titles[$0], alignment: $0 == 0 ? .start : .end, shrinkable: $0 == 0)
        }
        let shaded = rows.enumerated().map { row, cells in
            cells.enumerated().map { column, text in
                guard column > 0, values[column - 1].indices.contains(row) else { return text }
                return "\(text) \(BarText.shade(values[column - 1][row], maximum: maximum))"
            }
        }
        return TextTable(columns: columns, rows: shaded).rendered(width: width)
            + line(wording.word("░▒▓█ 为最大数的四等分。", "░▒▓█ are the quarters of the largest number."))
    }

    /// The first series as bars, the second one as a tick in each.
    private func bullets() -> String {
        let marks = chart.series.count > 1 ? chart.series[1] : nil
        let maximum = max(1, chart.series.flatMap(\.values).compactMap(\.self).max() ?? 0)
        let drawn = bars(maximum: maximum) { value, maximum, width in
            CellText.padded(BarText.bar(value, maximum: maximum, width: width), to: width)
        } marked: { index in
            marks.flatMap { $0.values.indices.contains(index) ? $0.values[index] : nil }
        }
        guard let marks else { return drawn }
        let places = marks.values.compactMap(\.self).map { wording.number($0, unit: chart.unit) }
        let same = Set(places).count == 1 ? " \(places[0])" : ""
        return drawn + line("│ \(wording.string(marks.name))\(same)")
    }

    private func bars(
        maximum: Double? = nil, _ draw: (Double, Double, Int) -> String, marked: (Int) -> Double? = { _ in nil }
    ) -> String {
        struct Bar {
            var label: String
            var value: Double?
            var mark: Double?
        }
        let isBullet = chart.kind == .bullet
        let series = isBullet ? Array(chart.series.prefix(1)) : chart.series
        let bars = chart.categories.enumerated().flatMap { index, category in
            series.map { series in
                let name = chart.series.count > 1 && !isBullet ? " " + wording.string(series.name) : ""
                return Bar(
                    label: CellText.singleLine(wording.string(category) + name),
                    value: index < series.values.count ? series.values[index] : nil, mark: marked(index))
            }
        }
        let texts = bars.map { wording.number($0.value, unit: chart.unit) }
        let labelWidth = min(bars.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 3)
        let valueWidth = texts.map { DisplayWidth.of($0) }.max() ?? 0
        let space = min(60, width - labelWidth - valueWidth - 4)
        // A bar shorter than this shows nothing that the number does not.
        let barWidth = space < 4 ? 0 : space
        let largest = maximum ?? bars.compactMap(\.value).max() ?? 0
        return zip(bars, texts).map { bar, text in
            let label = CellText.padded(CellText.truncated(bar.label, to: labelWidth), to: labelWidth)
            let value = CellText.padded(text, to: valueWidth, alignment: .end)
            var drawing = draw(bar.value ?? 0, largest, barWidth)
            if let mark = bar.mark, barWidth > 0 {
                drawing = BarText.marked(drawing, at: mark / largest, width: barWidth)
            }
            return CellText.trimmedEnd("\(label)  \(value)  \(drawing)") + "\n"
        }.joined()
    }
}
