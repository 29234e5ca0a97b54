import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Lines of the log out of a ledger. A line is known again by everything it says, so no line is logged twice.
///
/// A ledger is history: its days may lie further back than a typed line's.
struct EntryImport: ImportKind {
    let name = "entries"
    let aliases = ["entry", "日志"]

    let columns = [
        ImportColumn("date", .date, ["日期", "业务日期", "日志日期", "工作日期", "时间"], required: true),
        ImportColumn("officer", ["人员", "姓名", "招商专员", "经办人", "责任人", "填报人", "记录人", "干部"], required: true),
        ImportColumn("text", ["内容", "正文", "日志内容", "工作内容", "工作情况", "事项", "备注"]),
        ImportColumn("kind", ["类别", "类型", "工作类型", "方式"]),
        ImportColumn("tags", ["标签"]),
        ImportColumn("amount", .amount, ["金额", "投资额", "投资金额", "计划投资", "计划投资额", "总投资"]),
        ImportColumn("links", ["关联", "对象", "关联对象", "企业", "企业名称", "项目", "项目名称"]),
        ImportColumn("chain", ["产业链"]), ImportColumn("industry", ["行业", "产业"]),
        ImportColumn("region", ["地区", "来源地"]), ImportColumn("event", ["活动", "活动名称"]),
    ]

    private static let attributes = ["chain", "industry", "region", "event"]

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        var reading = try EntryRowReading(context)
        var lines: [(row: ImportedRow, line: ImportedLine?)] = []
        lines.reserveCapacity(rows.count)
        for var row in rows {
            let line = try reading.line(&row, attributes: Self.attributes)
            lines.append((row, line))
        }
        let known = try knownLines(lines.compactMap(\.line), context)
        var seen: [ImportedLine: Int] = [:]
        var days: Set<EntryDay> = []
        var steps: [ImportStep] = []
        steps.reserveCapacity(lines.count)
        for (row, line) in lines {
            guard let line else {
                steps.append(.refused(row, label: ""))
                continue
            }
            let promise = "\(line.day.officer) \(line.unit) \(line.links)"
            if let first = seen[line] {
                steps.append(.duplicate(row, of: first, label: line.label))
            } else if !known.isEmpty, let id = known[line.withoutUnit] {
                steps.append(ImportStep(row, .unchanged, subject: id.description, label: line.label, promise: promise))
            } else {
                steps.append(
                    ImportStep(row, .create, label: line.label, promise: promise) { try line.log($0) })
                days.insert(line.day)
            }
            if seen[line] == nil { seen[line] = row.line }
        }
        return ImportSteps(
            steps: steps, isTouched: Self.isTouched(days),
            finish: { [days] context in
                for day in days.sorted() { _ = try context.settleInventory(officer: day.officer, on: day.date) }
            })
    }

    /// Lines of the log that the rows could repeat, by what they say.
    private func knownLines(_ lines: [ImportedLine], _ context: ReadContext) throws -> [ImportedLine: EntryID] {
        var spans: [OfficerID: ClosedRange<CivilDate>] = [:]
        for line in lines {
            let span = spans[line.day.officer] ?? line.day.date...line.day.date
            spans[line.day.officer] = min(span.lowerBound, line.day.date)...max(span.upperBound, line.day.date)
        }
        var known: [ImportedLine: EntryID] = [:]
        for (officer, span) in spans.sorted(by: { $0.key < $1.key }) {
            let entries = try context.store.entries(
                EntryFilter(officer: officer, dates: span, includeAutomatic: false))
            let texts = try context.texts(of: entries)
            for entry in entries.reversed() { known[ImportedLine(entry.entry, texts).withoutUnit] = entry.entry.id }
        }
        return known
    }

    /// Only lines of the same days, and changes of the organisation, could decide otherwise.
    private static func isTouched(_ days: Set<EntryDay>) -> @Sendable (Event) throws -> Bool {
        { event in
            if event.verb.hasPrefix("officer.") || event.verb.hasPrefix("unit.") { return true }
            guard event.verb.hasPrefix("entry."), event.verb != "entry.automatic" else { return false }
            let fact = try FactCoding.decode(EntryChanged.self, from: event.payload)
            return [fact.before, fact.after].contains { entry in
                entry.map { days.contains(EntryDay(officer: $0.officer, date: $0.date)) } ?? false
            }
        }
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let units = try context.exportedUnits()
        let entries = try context.store.entries(EntryFilter(units: units.sorted(), includeAutomatic: false))
            .filter { $0.entry.source == .typed }
        let texts = try context.texts(of: entries)
        let officers = Dictionary(uniqueKeysWithValues: try context.store.officers().map { ($0.id, $0.code) })
        return entries.map { recorded in
            let entry = recorded.entry
            let links = entry.links.map { link in
                switch link {
                case .unit(let id): id.description
                case .officer(let id): id.description
                case .record(let id): id
                case .name(let stub): texts[stub.id] ?? ""
                }
            }
            return [
                .text(entry.date.description), .text(officers[entry.officer] ?? entry.officer.description),
                .text(entry.text.flatMap { texts[$0.id] }), .text(entry.kind?.rawValue), .list(entry.tags),
                entry.amount.map { .yuan($0.yuan) } ?? .nothing, .list(links),
            ] + Self.attributes.map { .text(entry.attributes[$0]) }
        }
    }
}

extension ReadContext {
    fileprivate func texts(of entries: [RecordedEntry]) throws -> [Int64: String] {
        var ids: [Int64] = []
        for recorded in entries {
            if let text = recorded.entry.text { ids.append(text.id) }
            for case .name(let stub) in recorded.entry.links { ids.append(stub.id) }
        }
        return ids.isEmpty ? [:] : try store.texts(ids)
    }
}

private struct EntryDay: Hashable, Comparable, Sendable {
    var officer: OfficerID
    var date: CivilDate

    static func < (left: Self, right: Self) -> Bool { (left.officer, left.date) < (right.officer, right.date) }
}

/// What a line says.
private struct ImportedLine: Hashable, Sendable {
    var day: EntryDay
    /// The officer's on that day.
    var unit: UnitID
    var text: String?
    var kind: ActivityKind?
    var tags: [String]
    var amount: Money?
    /// Ids of units and officers, other names as they are.
    var links: [String]
    var attributes: [String: String]

    var label: String { text ?? tags.joined(separator: " ") }

    /// A line stays the same line when its officer's unit is corrected afterwards.
    var withoutUnit: ImportedLine {
        var line = self
        line.unit = UnitID(0)
        return line
    }

    init(
        day: EntryDay, unit: UnitID, text: String?, kind: ActivityKind?, tags: [String], amount: Money?,
        links: [String], attributes: [String: String]
    ) {
        self.day = day
        self.unit = unit
        self.text = text
        self.kind = kind
        self.tags = tags
        self.amount = amount
        self.links = links
        self.attributes = attributes
    }

    init(_ entry: Entry, _ texts: [Int64: String]) {
        self.init(
            day: EntryDay(officer: entry.officer, date: entry.date), unit: entry.unit,
            text: entry.text.flatMap { texts[$0.id] }, kind: entry.kind, tags: entry.tags, amount: entry.amount,
            links: entry.links.map { link in
                switch link {
                case .unit(let id): id.description
                case .officer(let id): id.description
                case .record(let id): id
                case .name(let stub): texts[stub.id] ?? ""
                }
            }, attributes: entry.attributes)
    }

    func log(_ context: WriteContext) throws {
        let linked = try context.links(for: links)
        let entry = Entry(
            id: EntryID(try context.store.nextNumber("J")), date: day.date, officer: day.officer, unit: unit,
            source: .typed, text: try text.map { try context.store.keep(text: $0) },
            links: linked, enterprises: try context.enterprises(of: linked), tags: tags, kind: kind, amount: amount,
            attributes: attributes)
        try context.store.append(NewEvent("entry.logged", entry.id, EntryChanged(before: nil, after: entry)))
        if !entry.linkedRecords.isEmpty { _ = try context.noteActivity(nil, entry) }
    }
}

/// Reads rows as lines; who may be named is looked up once.
private struct EntryRowReading {
    private let context: ReadContext
    private let officers: [Officer]
    private let mentions: MentionReading
    private var named: [String: Result<Officer, any Error>] = [:]
    private var rights: [EntryReach: (any Error)?] = [:]

    private struct EntryReach: Hashable {
        var officer: OfficerID
        var unit: UnitID
    }

    init(_ context: ReadContext) throws {
        self.context = context
        officers = try context.store.officers()
        mentions = MentionReading(store: context.store, tree: context.tree, officers: officers)
    }

    /// Nil, with the row's problems, for a row that is refused.
    mutating func line(_ row: inout ImportedRow, attributes: [String]) throws -> ImportedLine? {
        row.require("date")
        row.require("officer")
        let date = row.date("date")
        let officer = try row.name("officer").flatMap { try self.officer($0, &row) }
        let text = row.text("text")
        let tags = row.list("tags").map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
        let amount = row.money("amount")
        let links = try self.links(&row)
        var given: [String: String] = [:]
        for attribute in attributes { given[attribute] = row.name(attribute) }
        let kind = Self.kind(&row, tags)
        do {
            try EntryDraft.refusePersonal(tags + given.values)
        } catch {
            try row.refuse("tags", error)
        }
        if text == nil, tags.isEmpty, kind == nil, amount == nil, links.isEmpty, !row.isRefused {
            row.refuse(
                "text", "missing", Phrase(zh: "这一行没有内容", en: "the row says nothing"),
                Phrase(zh: "填写内容、类别或标签", en: "fill in text, kind or tags"))
        }
        guard let officer, let date, let unit = try unit(officer, date, &row), !row.isRefused else { return nil }
        return ImportedLine(
            day: EntryDay(officer: officer.id, date: date), unit: unit, text: text, kind: kind, tags: tags,
            amount: amount, links: links, attributes: given)
    }

    private mutating func officer(_ name: String, _ row: inout ImportedRow) throws -> Officer? {
        let found = named[name] ?? Result { try Bureau.officer(named: name, in: officers) }
        named[name] = found
        do {
            return try found.get()
        } catch {
            try row.refuse("officer", error)
            return nil
        }
    }

    private mutating func unit(_ officer: Officer, _ date: CivilDate, _ row: inout ImportedRow) throws -> UnitID? {
        guard date <= context.today else {
            row.refuse(
                "date", "bad_date", Phrase(zh: "\(date) 还没有到", en: "\(date) is in the future"),
                Phrase(zh: "今天是 \(context.today)", en: "today is \(context.today)"))
            return nil
        }
        guard let unit = officer.unit(on: date) else {
            row.refuse(
                "officer", "refused",
                Phrase(
                    zh: "\(officer.name) 在 \(date) 不属于任何机构", en: "\(officer.name) belonged to no unit on \(date)"),
                Phrase(zh: "查看：zs officer show \(officer.id)", en: "see: zs officer show \(officer.id)"))
            return nil
        }
        let reach = EntryReach(officer: officer.id, unit: unit)
        if rights[reach] == nil {
            do {
                try context.authorise("import.entries", .officer(officer.id, in: unit))
                rights[reach] = .some(nil)
            } catch {
                rights[reach] = .some(error)
            }
        }
        if let error = rights[reach] ?? nil {
            try row.refuse("officer", error)
            return nil
        }
        return unit
    }

    private func links(_ row: inout ImportedRow) throws -> [String] {
        var links: [String] = []
        for name in row.list("links") {
            do {
                switch try mentions.link(name.hasPrefix("@") ? String(name.dropFirst()) : name) {
                case .unit(let id): links.append(id.description)
                case .officer(let id): links.append(id.description)
                case .record(let id): links.append(id)
                case .name, nil: links.append(name.hasPrefix("@") ? String(name.dropFirst()) : name)
                }
            } catch {
                try row.refuse("links", error)
            }
        }
        return links
    }

    /// What a tag says of the kind counts unless the row says it outright.
    private static func kind(_ row: inout ImportedRow, _ tags: [String]) -> ActivityKind? {
        guard let text = row.name("kind") else { return tags.lazy.compactMap(CaptureVocabulary.kind).first }
        if let kind = CaptureVocabulary.kind(text) { return kind }
        let known = ActivityKind.allCases.map(\.rawValue).joined(separator: " ")
        row.refuse(
            "kind", "bad_text", Phrase(zh: "未知的类型", en: "unknown kind"),
            Phrase(zh: "可用：\(known)，或 走访 来访 电话 会议", en: "one of: \(known)"))
        return nil
    }
}
