public import Identifiers
public import Labels

/// One line of the table that sends leads to units: `10 chain:新能源 amount:1亿.. requires:en -> bn-ne`.
///
/// The number is the priority; the first that fits decides, lowest number first. Conditions hold all together:
/// `chain:` a chain, `circle:` an economic circle, `region:` the beginning of a division code, `amount:LOW..HIGH` the
/// estimated investment, `foreign:yes|no`, `language:` a language. `requires:` names skills that the officer must have.
public struct AssignmentRule: Hashable, Sendable {
    public var priority: Int
    public var chain: String?
    public var circle: String?
    public var region: String?
    public var lowest: Money?
    public var highest: Money?
    public var isForeign: Bool?
    public var language: String?
    public var skills: [String]
    /// Code of the unit as it is written.
    public var unitCode: String
    public var unit: UnitID

    /// As it is written.
    public var text: String

    public func fits(_ need: LeadNeed) -> Bool {
        if let chain, need.chain?.lowercased() != chain.lowercased() { return false }
        if let circle, !need.circles.contains(circle) { return false }
        if let region, need.region?.hasPrefix(region) != true { return false }
        if let lowest, need.amount.map({ $0 < lowest }) ?? true { return false }
        if let highest, need.amount.map({ $0 > highest }) ?? true { return false }
        if let isForeign, need.isForeign != isForeign { return false }
        if let language, need.language?.lowercased() != language.lowercased() { return false }
        return true
    }
}

/// Why a line of the table cannot be read.
public struct AssignmentRuleProblem: Error, Hashable, Sendable {
    public var line: String
    public var message: Phrase
}

extension AssignmentRule {
    /// Reads the table: lines, or rules between semicolons. Sorted by priority.
    ///
    /// - Parameter unit: finds a unit by its code or id.
    public static func table(
        _ text: String, unit: (String) -> UnitID?
    ) throws(AssignmentRuleProblem) -> [AssignmentRule] {
        var rules: [AssignmentRule] = []
        for line in text.split(whereSeparator: { $0 == ";" || $0 == "；" || $0.isNewline }) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard !words.isEmpty else { continue }
            let rule = try AssignmentRule(words, unit: unit)
            if let other = rules.first(where: { $0.priority == rule.priority }) {
                throw AssignmentRuleProblem(
                    line: rule.text,
                    message: Phrase(
                        zh: "优先级 \(rule.priority) 重复：\(other.text)",
                        en: "priority \(rule.priority) is taken: \(other.text)"))
            }
            rules.append(rule)
        }
        return rules.sorted { $0.priority < $1.priority }
    }

    private init(_ words: [String], unit find: (String) -> UnitID?) throws(AssignmentRuleProblem) {
        let text = words.joined(separator: " ")
        func problem(_ zh: String, _ en: String) -> AssignmentRuleProblem {
            AssignmentRuleProblem(line: text, message: Phrase(zh: zh, en: en))
        }
        guard let priority = words.first.flatMap({ Int($0) }) else {
            throw problem("应以优先级（整数）开头", "begins with its priority, a whole number")
        }
        guard words.count >= 3, ["->", "→"].contains(words[words.count - 2]) else {
            throw problem("应以 -> 机构 结尾", "ends with -> UNIT")
        }
        let code = words[words.count - 1]
        guard let unit = find(code) else { throw problem("没有这个机构：\(code)", "no such unit: \(code)") }
        self.init(
            priority: priority, skills: [], unitCode: code, unit: unit, text: text)
        for word in words[1..<words.count - 2] {
            let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, try take(parts[0], parts[1], problem) else {
                throw problem("不认识的条件：\(word)", "unknown condition: \(word)")
            }
        }
    }

    private init(priority: Int, skills: [String], unitCode: String, unit: UnitID, text: String) {
        self.priority = priority
        self.skills = skills
        self.unitCode = unitCode
        self.unit = unit
        self.text = text
    }

    private mutating func take(
        _ key: String, _ value: String, _ problem: (String, String) -> AssignmentRuleProblem
    ) throws(AssignmentRuleProblem) -> Bool {
        switch key {
        case "chain", "产业链": chain = value
        case "circle", "经济圈": circle = value.uppercased()
        case "region", "地区": region = value
        case "language", "语言": language = value
        case "requires", "需要": skills = value.split(separator: ",").map(String.init)
        case "foreign", "外资":
            guard let flag = ["yes": true, "no": false, "是": true, "否": false][value] else {
                throw problem("外资应为 是 或 否", "foreign takes yes or no")
            }
            isForeign = flag
        case "amount", "金额":
            guard let dots = value.firstRange(of: "..") else {
                throw problem("金额应为 下限..上限", "amount takes LOW..HIGH")
            }
            lowest = try Self.money(value[..<dots.lowerBound], problem)
            highest = try Self.money(value[dots.upperBound...], problem)
        default: return false
        }
        return true
    }

    private static func money(
        _ text: Substring, _ problem: (String, String) -> AssignmentRuleProblem
    ) throws(AssignmentRuleProblem) -> Money? {
        guard !text.isEmpty else { return nil }
        do throws(MoneyProblem) {
            return try Money(parsing: String(text))
        } catch {
            throw problem(error.message.zh, error.message.en)
        }
    }
}

extension AssignmentRule {
    /// The table before anybody wrote one: a lead of a chain goes to the unit that has the chain, one from a circle to
    /// the unit that works there. The first of several is the one with the lowest number.
    public static func derived(from units: [Unit]) -> [AssignmentRule] {
        var rules: [AssignmentRule] = []
        let active = units.filter(\.active).sorted { $0.id < $1.id }
        for unit in active {
            for chain in unit.chains where !rules.contains(where: { $0.chain == chain }) {
                var rule = AssignmentRule(
                    priority: rules.count + 1, skills: [], unitCode: unit.code, unit: unit.id,
                    text: "chain:\(chain) -> \(unit.code)")
                rule.chain = chain
                rules.append(rule)
            }
        }
        for unit in active where unit.kind != .bureau {
            guard let circle = unit.circle, !rules.contains(where: { $0.circle == circle }) else { continue }
            var rule = AssignmentRule(
                priority: rules.count + 1, skills: [], unitCode: unit.code, unit: unit.id,
                text: "circle:\(circle) -> \(unit.code)")
            rule.circle = circle
            rules.append(rule)
        }
        return rules
    }
}
