import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// What the flags of `rule add` and `rule edit` say.
struct RuleDraft {
    var name: Phrase?
    var level: PeriodKind?
    var product: Product?
    var scope: UnitID?
    var fanOut: FanOut?
    var gathers: PeriodKind?
    var due: DueRule?
    var draft: DueRule?
    var comments: DueRule?
    var freeze: DueRule?
    var wait: WaitPolicy?
    var catchUp: CatchUp?
    var agendaMinutes: Int?
    /// The first plain word.
    var code: String?
    private var fromText: String?
    private let today: CivilDate

    init(_ typed: CommandWords, tree: UnitTree, today: CivilDate) throws {
        self.today = today
        let keyed = try KeyedWords(typed, keys: Self.keys)
        let words = CommandWords(options: keyed.values)
        code = (keyed.value("code") ?? keyed.plain.first)?.lowercased()
        if let zh = words.option("name") { name = Phrase(zh: zh, en: words.option("name-en") ?? zh) }
        level = try words.option("level").map(DateReading.level)
        gathers = try words.option("gathers").map(DateReading.level)
        product = try words.option("product").map { text in
            try Self.choice(Product(rawValue: text), "product", text, Product.allCases.map(\.rawValue))
        }
        scope = try words.option("scope").map { try Bureau.unit(named: $0, in: tree).id }
        let whom = ["units", "officers"].compactMap { key in words.option(key).map { "\(key):\($0)" } }
        fanOut = try (words.option("fan-out") ?? whom.first).map(Self.fanOut)
        due = try words.option("due").map(Self.dueRule)
        if let roll = words.option("roll") {
            due?.roll = try Self.choice(Roll(rawValue: roll), "roll", roll, Roll.allCases.map(\.rawValue))
        }
        draft = try words.option("draft").map(Self.dueRule)
        comments = try words.option("comments").map(Self.dueRule)
        freeze = try words.option("freeze").map(Self.dueRule)
        wait = try words.option("wait").map {
            try Self.choice(WaitPolicy($0), "wait", $0, ["all", "min N", "deadline"])
        }
        catchUp = try words.option("catch-up").map {
            try Self.choice(CatchUp(rawValue: $0), "catch-up", $0, ["all", "none"])
        }
        agendaMinutes = try words.option("agenda-minutes").map {
            try Self.choice(Int($0).flatMap { $0 >= 0 ? $0 : nil }, "agenda-minutes", $0, ["60"])
        }
        fromText = words.option("from")
    }

    private static let keys: [String: String] = [
        "code": "code", "代码": "code", "name": "name", "名称": "name", "name-en": "name-en", "name_en": "name-en",
        "英文名": "name-en",
        "level": "level", "层级": "level", "gathers": "gathers", "汇总": "gathers", "product": "product",
        "产品": "product", "scope": "scope", "unit": "scope", "机构": "scope", "fan-out": "fan-out",
        "fan_out": "fan-out", "subjects": "fan-out", "对象": "fan-out", "due": "due", "到期": "due",
        "units": "units", "officers": "officers", "roll": "roll", "顺延": "roll", "draft": "draft",
        "comments": "comments", "freeze": "freeze", "冻结": "freeze", "wait": "wait",
        "catch-up": "catch-up", "catchup": "catch-up", "catch_up": "catch-up", "agenda-minutes": "agenda-minutes",
        "agenda_minutes": "agenda-minutes", "from": "from", "自": "from",
    ]

    func from(_ level: PeriodKind) throws -> Period? {
        try fromText.map { try DateReading.period($0, today: today, kind: level) }
    }

    func revision(number: Int, from: Period, over last: RuleRevision?, due: DueRule) -> RuleRevision {
        RuleRevision(
            number: number, from: from, due: due, draft: draft ?? last?.draft, comments: comments ?? last?.comments,
            freeze: freeze ?? last?.freeze, agendaMinutesBefore: agendaMinutes ?? last?.agendaMinutesBefore,
            wait: wait ?? last?.wait ?? .deadline, catchUp: catchUp ?? last?.catchUp ?? .all,
            ladder: last?.ladder ?? LadderStep.standard)
    }

    /// A revision without any of these would be the one before again.
    var changesSomething: Bool {
        [due, draft, comments, freeze].contains { $0 != nil } || name != nil || fanOut != nil || gathers != nil
            || wait != nil || catchUp != nil || agendaMinutes != nil
    }

    static func nothingToChange(_ code: String) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "没有说明 \(code) 要改什么", en: "nothing says what changes in \(code)",
            hint: Phrase(
                zh:
                    "可改：due: draft: comments: freeze: wait: catch-up: gathers: name: units: officers:；例如：zs rule edit \(code) \"due:workday -1 at 16:00\"",
                en:
                    "to change: due: draft: comments: freeze: wait: catch-up: gathers: name: units: officers:; for example: "
                    + "zs rule edit \(code) \"due:workday -1 at 16:00\""))
    }

    func requireAll() throws {
        let missing = [("level", level == nil), ("due", due == nil), ("scope", scope == nil)].filter(\.1).map(\.0)
        guard !missing.isEmpty else { return }
        throw Self.missing(missing)
    }

    func require<Value>(_ value: Value?, _ name: String) throws -> Value {
        if let value { return value }
        throw Self.missing([name])
    }

    static func dueRule(_ text: String) throws -> DueRule {
        do {
            return try DueRule(parsing: text)
        } catch {
            throw ZhaoshangError(
                .badRule, zh: "到期规则有误（第 \(error.position) 个字符）：\(error.zh)",
                en: "the due rule is wrong at character \(error.position): \(error.message)",
                hint: Phrase(
                    zh: "例如：workday -1 at 16:00、day 31 roll modified-following at 17:30、after-end workday 3 at 17:30",
                    en: "for example: workday -1 at 16:00, day 31 roll modified-following at 17:30, "
                        + "after-end workday 3 at 17:30"),
                details: ["due": .text(text), "reason": .text(error.code)])
        }
    }

    /// `officers:officer,commissioner`, `units:taskForce`, `scope`.
    static func fanOut(_ text: String) throws -> FanOut {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let names = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
        switch parts.first {
        case "scope" where names.isEmpty: return .scope
        case "officers" where !names.isEmpty:
            for name in names { _ = try choice(Role(rawValue: name), "role", name, Role.allCases.map(\.rawValue)) }
            return .officers(roles: names)
        case "units" where !names.isEmpty:
            for name in names {
                _ = try choice(
                    Promotion.Unit.Kind(rawValue: name), "kind", name, Promotion.Unit.Kind.allCases.map(\.rawValue))
            }
            return .units(kinds: names)
        default:
            throw ZhaoshangError(
                .badRule, zh: "范围有误：\(text)", en: "not a fan-out: \(text)",
                hint: Phrase(
                    zh: "例如：officers:officer,commissioner、units:taskForce、scope",
                    en: "for example: officers:officer,commissioner, units:taskForce, scope"))
        }
    }

    private static func choice<Value>(_ value: Value?, _ name: String, _ text: String, _ known: [String]) throws
        -> Value
    {
        if let value { return value }
        throw ZhaoshangError(
            .badRule, zh: "\(name) 的取值有误：\(text)", en: "not a value of \(name): \(text)",
            hint: Phrase(zh: "可用：\(known.joined(separator: " "))", en: "one of: \(known.joined(separator: " "))"))
    }

    private static func missing(_ names: [String]) -> ZhaoshangError {
        let flags = names.map { $0 == "code" ? "CODE" : "\($0):…" }.joined(separator: " ")
        return ZhaoshangError(
            .incomplete, zh: "缺少：\(names.joined(separator: "、"))", en: "missing: \(names.joined(separator: ", "))",
            hint: Phrase(zh: "补充：\(flags)", en: "add: \(flags)"), details: ["missing": .list(names)])
    }
}
