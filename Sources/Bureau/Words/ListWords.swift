import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The query keys that every list of the pipeline understands (cli.md §3), and how they become conditions on facets.
struct ListWords {
    let keyed: KeyedWords

    /// - Parameter names: the keys that the noun reads; another one would silently do nothing and is refused.
    /// - Parameter more: further keys of the noun, each way of writing to its name.
    init(_ words: CommandWords, reading names: Set<String>, more: [String: String] = [:]) throws {
        let known = Self.keys.filter { names.contains($0.value) }
        keyed = try KeyedWords(words, keys: known.merging(more) { first, _ in first }, allowPlain: false)
    }

    static let keys: [String: String] = [
        "state": "state", "状态": "state", "unit": "unit", "机构": "unit", "owner": "owner", "负责人": "owner",
        "officer": "officer", "人员": "officer", "stage": "stage", "阶段": "stage", "level": "level", "chain": "chain",
        "产业链": "chain", "industry": "industry", "行业": "industry", "region": "region", "来源地": "region",
        "since": "since", "自": "since", "until": "until", "至": "until", "period": "period", "期间": "period",
        "overdue": "overdue", "逾期": "overdue", "stale": "stale", "停滞": "stale", "amount": "amount", "金额": "amount",
        "sort": "sort", "排序": "sort", "limit": "limit", "after": "after",
    ]

    /// Units the list is about: the named one or the caller's own, and all below; nil for whoever sees everything and names
    /// none.
    func units(_ context: ReadContext, _ verb: String) throws -> [UnitID]? {
        if let name = keyed.value("unit") {
            let unit = try Bureau.unit(named: name, in: context.tree).id
            try context.authorise(verb, .unit(unit))
            return context.tree.subtree(of: unit)
        }
        guard context.caller.unit != nil || context.caller.principal != nil else {
            try context.authorise(verb, .none)
            return nil
        }
        return context.tree.subtree(of: try context.scope(verb))
    }

    func officer(_ key: String, _ context: ReadContext) throws -> OfficerID? {
        try keyed.value(key).map { try Bureau.officer(named: $0, in: context.store.officers()).id }
    }

    /// The days that `period`, `since` and `until` leave.
    func days(today: CivilDate) throws -> ClosedRange<CivilDate>? {
        if let period = keyed.value("period") { return try DateReading.period(period, today: today).days }
        guard keyed.value("since") != nil || keyed.value("until") != nil else { return nil }
        let first =
            try keyed.value("since").map { try DateReading.date($0, today: today) }
            ?? WorkingDayCalendar.range.lowerBound
        let last = try keyed.value("until").map { try DateReading.date($0, today: today) } ?? today
        guard first <= last else {
            throw ZhaoshangError(
                .badPeriod, zh: "起始日 \(first) 晚于截止日 \(last)", en: "since \(first) is after until \(last)")
        }
        return first...last
    }

    /// `amount:1亿..10亿`, `amount:1亿..`, `amount:..10亿`, or one amount: that and more. Bounds in yuan, both included.
    func amounts() throws -> (from: Int64?, to: Int64?)? {
        try keyed.value("amount").map { try Self.amounts($0) }
    }

    /// `amount:1亿..10亿` as a condition on a facet of whole yuan.
    func amounts(of facet: String) throws -> [RecordFilter.Condition] {
        try amounts().map { range in
            [.between(facet, range.from.map(FacetValue.number), range.to.map(FacetValue.number))]
        } ?? []
    }

    /// How a list is ordered: by a facet, or, where that is nil, by number.
    struct Order {
        var facet: String?
        var descending: Bool
    }

    /// `sort:amount`: one of the orders of the noun; the first of them where none is named.
    func order(_ orders: KeyValuePairs<String, Order>) throws -> Order {
        let words = orders.map(\.key)
        guard let word = keyed.value("sort") ?? words.first, let order = orders.first(where: { $0.key == word })?.value
        else {
            let word = keyed.value("sort") ?? ""
            let list = words.joined(separator: " ")
            throw ZhaoshangError(
                .usage, zh: "不能按 \(word) 排序", en: "cannot sort by \(word)",
                hint: Phrase(zh: "可用：\(list)", en: "one of: \(list)"), details: ["sort": .text(word)])
        }
        return order
    }

    static func amounts(_ text: String) throws -> (from: Int64?, to: Int64?) {
        guard let dots = text.firstRange(of: "..") else { return (try EntryDraft.money(text).yuan, nil) }
        func bound(_ part: Substring) throws -> Int64? {
            part.isEmpty ? nil : try EntryDraft.money(String(part)).yuan
        }
        let (low, high) = (try bound(text[..<dots.lowerBound]), try bound(text[dots.upperBound...]))
        guard low != nil || high != nil, low.map({ low in high.map { low <= $0 } ?? true }) ?? true else {
            throw ZhaoshangError(
                .badMoney, zh: "看不懂的金额范围：\(text)", en: "not a range of amounts: \(text)",
                hint: Phrase(zh: "例如：amount:1亿..10亿", en: "for example: amount:1亿..10亿"),
                details: ["amount": .text(text)])
        }
        return (low, high)
    }

    func limit(_ standard: Int = 1000) throws -> Int {
        guard let text = keyed.value("limit") else { return standard }
        if let limit = Int(text), (1...100_000).contains(limit) { return limit }
        throw ZhaoshangError(
            .usage, zh: "limit 应为 1 到 100000：\(text)", en: "limit takes 1 to 100000: \(text)",
            details: ["limit": .text(text)])
    }

    /// Only records after this one, in the order of the list.
    func after<Kind>(_ kind: Identifier<Kind>.Type) throws -> Int64? {
        guard let text = keyed.value("after") else { return nil }
        if let id = Identifier<Kind>(text) { return id.number }
        throw ZhaoshangError(
            .usage, zh: "after 应为编号：\(text)", en: "after takes an id: \(text)", details: ["after": .text(text)])
    }

    /// A flag given as `overdue:yes`, or by another value than no.
    func flag(_ key: String) -> Bool { keyed.value(key).map(UnitWords.yes) ?? false }
}
