import Cadence
import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

/// What the sections of one report are written from.
struct ReportPage {
    let facts: ReportFacts
    let book: FigureBook
    private let officers: [OfficerID: Officer]
    private let units: [UnitID: Promotion.Unit]

    init(_ facts: ReportFacts) {
        self.facts = facts
        book = FigureBook(facts)
        officers = Dictionary(facts.officers.map { ($0.id, $0) }) { first, _ in first }
        units = Dictionary(facts.units.map { ($0.id, $0) }) { first, _ in first }
    }

    func name(_ officer: OfficerID) -> Phrase {
        guard let known = officers[officer] else { return Phrase(officer.description) }
        return Phrase(zh: known.name, en: known.nameEn ?? known.name)
    }

    func name(_ unit: UnitID) -> Phrase {
        units[unit]?.name ?? Phrase(unit.description)
    }

    /// Of a rule that comes from above, the report's own unit.
    func nameInScope(_ unit: UnitID) -> Phrase {
        units[unit]?.name ?? facts.unit.name
    }

    func name(_ subject: Subject) -> Phrase {
        switch subject {
        case .unit(let id): name(id)
        case .officer(let id): name(id)
        }
    }

    /// A number beside a figure: a comparison, a row of a list.
    func cell(_ value: Int64?, key: String) -> Text {
        guard let value else { return .phrase(.absent) }
        return FigureValues.isAmount(key) ? amount(value) : .number(value)
    }

    /// A change, with its sign.
    func change(_ value: Int64?, key: String) -> Text {
        guard let value else { return .phrase(.absent) }
        let sign: [Text] = value > 0 ? [.plain("+")] : []
        if FigureValues.isAmount(key) { return .sequence(sign + [.number(value), .phrase(ReportLabel.yuan)]) }
        return value > 0 ? .sequence(sign + [.number(value)]) : .number(value)
    }

    /// Exact, so that every format rounds it by itself.
    func amount(_ yuan: Int64) -> Text { .sequence([.number(yuan), .phrase(ReportLabel.yuan)]) }

    /// The words of a line as somebody wrote it, with its links, tags and amount left out.
    func words(_ entry: Entry) -> Text {
        switch entry.source {
        case .zero: return .phrase(zh: "零报告", en: "Zero report")
        case .automatic(let verb, let subject):
            return .phrase(EntryLabel.automatic(verb: verb, subject: subject))
        case .typed: break
        }
        var parts: [Text] = []
        if let text = entry.text { parts.append(reference(text)) }
        for link in entry.links {
            parts.append(.plain(parts.isEmpty ? "@" : " @"))
            switch link {
            case .unit(let id): parts.append(.phrase(name(id)))
            case .officer(let id): parts.append(.phrase(name(id)))
            case .record(let id): parts.append(.plain(id))
            case .name(let stub): parts.append(reference(stub))
            }
        }
        if parts.isEmpty { return .phrase(entry.kind.map { IndicatorLabel.activityKind($0.rawValue) } ?? .absent) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    func tags(_ entry: Entry) -> Text {
        .plain(entry.tags.map { "+" + $0 }.joined(separator: " "))
    }

    func amount(_ entry: Entry) -> Text {
        entry.amount.map { amount($0.yuan) } ?? .plain("")
    }

    func reference(_ stub: TextStub) -> Text {
        .reference(TextReference(id: stub.id, digest: stub.digest))
    }

    /// `2026-11-23 17:30`
    func moment(_ instant: Instant) -> String { "\(instant.date) \(instant.timeOfDay)" }

    /// A due time; `~` marks one that rests on an unpublished calendar.
    func due(_ task: Obligation) -> Text {
        .plain((task.provisional ? "~" : "") + moment(task.dueAt))
    }

    /// What a task asks for. Special tasks go by the name of their rule.
    func product(_ task: Obligation) -> Phrase {
        let label = ReportLabel.product(task.product.rawValue)
        if task.product == .clock {
            let name = CodeLabel.of(String(task.occurrence.prefix { $0 != "." }))
            return Phrase(zh: "\(task.source) \(name.zh)", en: "\(task.source) \(name.en)")
        }
        guard task.product == .custom else { return label }
        return facts.ruleNames[task.source]
            ?? facts.agenda.first { $0.rule.id.description == task.source }?.rule.name ?? label
    }

    /// 周汇总; 周调度 for a unit whose own work of the week is a dispatch.
    var kindName: Phrase {
        let own = facts.tasks.unitTasks.filter { $0.subject == .unit(facts.unit.id) && $0.period == facts.period }
        let kind = facts.kind.rawValue
        let products = Set(own.filter { $0.status.state != .void }.map(\.product))
        if facts.kind == .week, products.contains(.dispatch), !products.contains(.consolidation) {
            return ReportLabel.kind(kind, product: "dispatch")
        }
        if facts.kind == .month, products.contains(.deployment), !products.contains(.report) {
            return ReportLabel.kind(kind, product: "deployment")
        }
        return ReportLabel.kind(kind)
    }

    /// 2026年9月; a week with its days.
    var periodTitle: Phrase {
        let name = PeriodLabel.name(facts.period.key)
        guard facts.kind == .week else { return name }
        let days = [facts.period.firstDay, facts.period.lastDay]
        let zh = days.map { "\($0.month)月\($0.day)日" }.joined(separator: "–")
        let en = days.map { day in
            let words = PeriodLabel.name(day.description).en.split(separator: " ").prefix(2)
            return words.joined(separator: " ")
        }.joined(separator: " – ")
        return Phrase(zh: "\(name.zh)，\(zh)", en: "\(name.en) (\(en))")
    }

    /// A task in words: whose, what, which period.
    func title(_ task: Obligation) -> Phrase {
        let product = product(task)
        let subject = name(task.subject)
        return Phrase(
            zh: "\(subject.zh) \(product.zh) \(task.period.key)", en: "\(subject.en): \(product.en) \(task.period.key)")
    }

    /// Lines in the order of their day, then of their acceptance.
    var lines: [RecordedLine] {
        facts.lines.sorted { ($0.entry.date, $0.seq, $0.entry.id) < ($1.entry.date, $1.seq, $1.entry.id) }
    }

    /// The previous period as people call it in this kind of report.
    var previousName: Phrase {
        switch facts.kind {
        case .day: Phrase(zh: "上日", en: "Previous day")
        case .week: Phrase(zh: "上周", en: "Previous week")
        case .month: Phrase(zh: "上月", en: "Previous month")
        case .quarter: Phrase(zh: "上季", en: "Previous quarter")
        case .year: Phrase(zh: "上年", en: "Previous year")
        }
    }

    var periodName: Phrase {
        switch facts.kind {
        case .day: Phrase(zh: "当日", en: "This day")
        case .week: Phrase(zh: "本周", en: "This week")
        case .month: Phrase(zh: "本月", en: "This month")
        case .quarter: Phrase(zh: "本季", en: "This quarter")
        case .year: Phrase(zh: "本年", en: "This year")
        }
    }
}

extension Table.Column {
    static func start(_ zh: String, _ en: String) -> Table.Column { Table.Column(Phrase(zh: zh, en: en)) }
    static func end(_ zh: String, _ en: String) -> Table.Column { Table.Column(Phrase(zh: zh, en: en), .end) }
    static func end(_ title: Phrase) -> Table.Column { Table.Column(title, .end) }
}
