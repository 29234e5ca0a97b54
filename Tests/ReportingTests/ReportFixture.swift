import Cadence
import FoundationEssentials
import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

/// A bureau (U-1) with two task forces (U-2, U-3) and three officers (O-1 in U-2, O-2 in U-2, O-3 in U-3).
enum ReportFixture {
    static let bureau = Promotion.Unit(
        id: UnitID(1), code: "bn", kind: .bureau, name: Phrase(zh: "巴南区招商局", en: "Banan Bureau"))
    static let units = [
        bureau,
        Promotion.Unit(
            id: UnitID(2), code: "bn-ne", kind: .taskForce, name: Phrase(zh: "新能源专班", en: "New Energy"),
            parent: UnitID(1)),
        Promotion.Unit(
            id: UnitID(3), code: "bn-bio", kind: .taskForce, name: Phrase(zh: "生物医药专班", en: "Biomedicine"),
            parent: UnitID(1)),
    ]
    static let officers = [
        Officer(id: OfficerID(1), code: "a", name: "张伟", nameEn: "Zhang Wei", roles: [.officer], memberships: []),
        Officer(id: OfficerID(2), code: "b", name: "李娜", nameEn: "Li Na", roles: [.officer], memberships: []),
        Officer(id: OfficerID(3), code: "c", name: "王芳", nameEn: "Wang Fang", roles: [.officer], memberships: []),
    ]

    /// 2026 with nothing but the Spring Festival of 2026-W08, which leaves that week without a working day.
    private static let built = Result {
        let off = (16...20).compactMap { CivilDate(year: 2026, month: 2, day: $0) }.map {
            NoticeDay(date: $0, working: false, nameZh: "春节", nameEn: "Spring Festival")
        }
        return try WorkingDayCalendar(notices: [YearNotice(year: 2026, published: true, days: off)])
    }

    static func calendar() throws -> WorkingDayCalendar { try built.get() }

    /// Facts of `key` as known at 09:00 of `asOf`.
    static func facts(_ key: String, asOf: String, seq: Int64 = 100) throws -> ReportFacts {
        ReportFacts(
            unit: bureau, period: try #require(Period(key)), asOfSeq: seq,
            asOf: try #require(Instant(iso8601: asOf + "T09:00")), calendar: try calendar(), units: units,
            officers: officers)
    }

    static func daily(
        _ number: Int64, _ officer: Int64, _ date: String, _ state: ObligationStatus.State, reason: String? = nil,
        zero: Bool = false
    ) throws -> Obligation {
        let day = try #require(CivilDate(date))
        return Obligation(
            id: TaskID(number), source: "R-1", subject: .officer(OfficerID(officer)), occurrence: date,
            period: Period(.day, containing: day), product: .inventory, unit: UnitID(officer == 3 ? 3 : 2),
            dueAt: try #require(Instant(iso8601: date + "T17:30")), provisional: false, ruleRevision: 1,
            calendarRevision: 1, detectedLate: false,
            status: ObligationStatus(state: state, reason: reason, zero: zero))
    }

    static func unitTask(
        _ number: Int64, _ unit: Int64, _ key: String, due: String, _ status: ObligationStatus
    ) throws -> Obligation {
        let period = try #require(Period(key))
        return Obligation(
            id: TaskID(number), source: "R-2", subject: .unit(UnitID(unit)), occurrence: key, period: period,
            product: period.kind == .week ? .consolidation : .report, unit: UnitID(unit),
            dueAt: try #require(Instant(iso8601: due)), provisional: false, ruleRevision: 1, calendarRevision: 1,
            detectedLate: false, status: status)
    }

    static func line(
        _ number: Int64, _ officer: Int64, _ date: String, kind: ActivityKind? = nil, tags: [String] = [],
        amount: Int64? = nil
    ) throws -> RecordedLine {
        let day = try #require(CivilDate(date))
        let entry = Entry(
            id: EntryID(number), date: day, officer: OfficerID(officer), unit: UnitID(officer == 3 ? 3 : 2),
            source: .typed, text: TextStub(id: number, digest: "d\(number)"), tags: tags, kind: kind,
            amount: amount.map { Money(yuan: $0) })
        return RecordedLine(
            entry: entry, seq: number, recordedAt: try #require(Instant(iso8601: date + "T10:00")))
    }

    static func learnt(
        _ entry: Int64, _ date: String, _ indicator: String, _ value: Int64, seq: Int64, first: Int64? = nil
    ) throws -> LearntFact {
        let line = try line(entry, 1, date)
        return LearntFact(
            posting: Posting(
                date: line.entry.date, unit: UnitID(2), officer: OfficerID(1), indicator: indicator, value: value,
                source: "J-\(entry)"), seq: seq, firstSeq: first ?? seq, line: line.entry)
    }

    static func issue(_ key: String, seq: Int64) throws -> FrozenIssue {
        FrozenIssue(period: try #require(Period(key)), asOfSeq: seq)
    }

    static func even(_ indicator: String, _ annual: Int64, year: Int = 2026, unit: Int64 = 1) -> Target {
        Target(
            unit: UnitID(unit), year: year, indicator: indicator, annual: annual,
            quarters: Array(repeating: annual / 4, count: 4), months: Array(repeating: annual / 12, count: 12))
    }
}

extension Report {
    /// The words of all blocks of the section with this heading, in one language, as a reader meets them.
    func words(under heading: String, _ language: Language) -> String {
        sections.filter { $0.heading.zh == heading }.flatMap(\.blocks).flatMap(\.texts)
            .map { words($0, language) }.joined(separator: "|")
    }

    private func words(_ text: Text, _ language: Language) -> String {
        switch text {
        case .phrase(let phrase): phrase[language]
        case .figure(let key): figures[key]?.text[language] ?? "?\(key)"
        case .number(let number): String(number)
        case .reference(let reference): "#\(reference.id)"
        case .sequence(let parts):
            if case .number(let yuan) = parts.dropLast().last, parts.last == .phrase(ReportLabel.yuan) {
                parts.count == 2
                    ? Money(yuan: yuan).text(in: language) : Money(yuan: yuan).changeText(in: language)
            } else {
                parts.map { words($0, language) }.joined()
            }
        }
    }
}

extension Block {
    var texts: [Text] {
        switch self {
        case .paragraph(let text), .note(let text): [text]
        case .list(let items): items
        case .table(let table): table.rows.flatMap(\.self)
        case .cards(let cards): cards.map { .phrase($0.label) }
        case .chart(let chart): chart.categories.map { .phrase($0) }
        }
    }

    /// Titles that the product itself writes.
    var labels: [Phrase] {
        switch self {
        case .paragraph, .note, .list: []
        case .table(let table): table.columns.map(\.title) + [table.caption, table.footnote].compactMap(\.self)
        case .cards(let cards): cards.map(\.label)
        case .chart(let chart): [chart.title, chart.description] + chart.series.map(\.name)
        }
    }
}
