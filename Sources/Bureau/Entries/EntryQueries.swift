import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Names and texts for showing records.
struct Names {
    let officers: [OfficerID: Officer]
    let units: [UnitID: Promotion.Unit]

    init(_ reading: any Reading) throws {
        officers = Dictionary(uniqueKeysWithValues: try reading.officers().map { ($0.id, $0) })
        units = Dictionary(uniqueKeysWithValues: try reading.units().map { ($0.id, $0) })
    }

    func officer(_ id: OfficerID) -> Phrase {
        officers[id].map { Phrase(zh: $0.name, en: $0.nameEn ?? $0.name) } ?? Phrase(id.description)
    }

    func unit(_ id: UnitID) -> Phrase { units[id]?.name ?? Phrase(id.description) }

    func view(_ recorded: RecordedEntry, _ reading: any Reading) throws -> EntryView {
        try views([recorded], reading)[0]
    }

    /// One look-up of texts for all.
    func views(_ recorded: [RecordedEntry], _ reading: any Reading) throws -> [EntryView] {
        var ids: [Int64] = []
        for record in recorded {
            if let text = record.entry.text { ids.append(text.id) }
            for case .name(let stub) in record.entry.links { ids.append(stub.id) }
        }
        let texts = ids.isEmpty ? [:] : try reading.texts(ids)
        var enterprises: [String: String] = [:]
        for case .record(let link) in recorded.flatMap(\.entry.links) where link.hasPrefix("E-") {
            guard enterprises[link] == nil, let id = EnterpriseID(link) else { continue }
            enterprises[link] = try reading.record(Enterprise.self, id)
                .map { try Bureau.survivor(of: $0, reading).name }
        }
        return recorded.map { record in
            EntryView(
                recorded: record, officerName: officer(record.entry.officer), unitName: unit(record.entry.unit),
                text: record.entry.text.flatMap { texts[$0.id] },
                links: record.entry.links.map { link in
                    switch link {
                    case .unit(let id): return unit(id)
                    case .officer(let id): return officer(id)
                    case .record(let id): return enterprises[id].map { Phrase($0) } ?? Phrase(id)
                    case .name(let stub): return Phrase(texts[stub.id] ?? "")
                    }
                })
        }
    }
}

extension Bureau {
    public func showEntry(_ text: String, caller: Caller) async throws -> EntryView {
        try await read(caller) { context in
            let recorded = try Self.entry(text, context.store)
            try context.authorise("entry.show", .officer(recorded.entry.officer, in: recorded.entry.unit))
            return try Names(context.store).view(recorded, context.store)
        }
    }

    /// `zs entry list [officer: unit: since: until: period: tag: kind: state: limit: after:]`: today's by default.
    public func listEntries(_ words: CommandWords, caller: Caller) async throws -> [EntryView] {
        try await read(caller) { context in
            let keyed = try KeyedWords(words, keys: Self.entryFilterKeys, allowPlain: false)
            var filter = EntryFilter(limit: 1000)
            let unit = try keyed.value("unit").map { try Self.unit(named: $0, in: context.tree).id }
            if let name = keyed.value("officer") {
                let officer = try Self.officer(named: name, in: context.store.officers())
                let home = try officer.unit(on: context.today) ?? context.contextUnit()
                try context.authorise("entry.list", .officer(officer.id, in: home))
                filter.officer = officer.id
            } else if unit == nil, caller.unit == nil, let own = caller.principal, !keyed.isAboutOthers {
                filter.officer = own.id
            } else {
                let unit = try unit ?? context.contextUnit()
                try context.authorise("entry.list", .unit(unit))
                filter.units = context.tree.subtree(of: unit)
            }
            filter.dates = try keyed.dates(today: context.today) ?? context.today...context.today
            filter.tag = keyed.value("tag")
            filter.kind = keyed.value("kind").flatMap(CaptureVocabulary.kind)
            filter.includeWithdrawn = keyed.value("state") == "all" || keyed.value("state") == "withdrawn"
            filter.after = keyed.value("after").flatMap { EntryID($0) }
            if let limit = keyed.value("limit").flatMap({ Int($0) }) { filter.limit = limit }
            return try Names(context.store).views(context.store.entries(filter), context.store)
        }
    }

    static func entry(_ text: String, _ reading: any Reading) throws -> RecordedEntry {
        if let id = EntryID(text), let recorded = try reading.entry(id) { return recorded }
        throw ZhaoshangError(
            .notFound, zh: "没有这条日志：\(text)", en: "no such entry: \(text)",
            hint: Phrase(zh: "查看：zs entry list period:本月", en: "see: zs entry list period:this-month"),
            details: ["id": .text(text)])
    }

    private static let entryFilterKeys: [String: String] = [
        "officer": "officer", "人员": "officer", "unit": "unit", "机构": "unit", "since": "since", "from": "since",
        "自": "since", "until": "until", "to": "until", "至": "until", "period": "period", "期间": "period",
        "tag": "tag", "标签": "tag", "kind": "kind", "类型": "kind", "state": "state", "状态": "state",
        "limit": "limit", "after": "after", "on": "on", "日期": "on",
    ]
}

extension KeyedWords {
    fileprivate var isAboutOthers: Bool { value("unit") != nil }

    /// The days that `on`, `period`, `since` and `until` leave.
    func dates(today: CivilDate) throws -> ClosedRange<CivilDate>? {
        if let on = value("on") {
            let date = try DateReading.date(on, today: today)
            return date...date
        }
        if let period = value("period") { return try DateReading.period(period, today: today).days }
        guard value("since") != nil || value("until") != nil else { return nil }
        let since =
            try value("since").map { try DateReading.date($0, today: today) } ?? WorkingDayCalendar.range.lowerBound
        let until = try value("until").map { try DateReading.date($0, today: today) } ?? today
        guard since <= until else {
            throw ZhaoshangError(
                .badPeriod, zh: "起始日 \(since) 晚于截止日 \(until)", en: "since \(since) is after until \(until)")
        }
        return since...until
    }
}
