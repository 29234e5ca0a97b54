import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The words of `project add` and `project edit` as changes of a project.
struct ProjectDraft {
    let keyed: KeyedWords
    let codes: CodeTables

    static let keys: [String: String] = {
        let spellings: [String: [String]] = [
            "name": ["name", "名称"], "unit": ["unit", "机构", "taskforce", "专班"], "kind": ["kind", "type", "类型"],
            "lead": ["lead", "线索"], "enterprise": ["enterprise", "企业"], "investor": ["investor", "投资方"],
            "industry": ["industry", "行业"], "chain": ["chain", "产业链", "链"],
            "region": ["region", "origin", "来源地", "地区"], "country": ["country", "国家"],
            "amount": ["amount", "total", "planned_total", "总投资", "金额", "投资"],
            "fixed": ["fixed", "planned_fixed", "固投", "固定资产"],
            "land": ["land", "用地"], "energy": ["energy", "能耗"], "environment": ["environment", "环境", "环评"],
            "output": ["output", "产值"], "tax": ["tax", "税收"], "jobs": ["jobs", "就业"], "tier": ["tier", "层级"],
            "park": ["park", "园区"], "manager": ["manager", "owner", "项目经理", "经办"], "agent": ["agent", "代办", "代办员"],
            "leader": ["leader", "挂帅领导", "领导"], "credit": ["credit", "份额"], "uscc": ["uscc", "信用代码"],
            "local": ["local", "local_enterprise", "本地企业"],
            "reason": ["reason", "原因"], "date": ["date", "on", "日期"], "duplicate": ["duplicate", "重复"],
        ]
        var keys: [String: String] = [:]
        for (name, words) in spellings { for word in words { keys[word] = name } }
        keys.merge(ForeignReading.keys) { $1 }
        for stage in Stage.allCases {
            for word in ["planned_\(stage.rawValue)", "plan_\(stage.rawValue)", "计划\(stage.title.zh)"] {
                keys[word.lowercased()] = "planned_\(stage.rawValue)"
            }
        }
        return keys
    }()

    init(_ words: CommandWords, codes: CodeTables) throws {
        keyed = try KeyedWords(words, keys: Self.keys)
        self.codes = codes
    }

    init(_ keyed: KeyedWords, codes: CodeTables) {
        self.keyed = keyed
        self.codes = codes
    }

    /// Plain words and `@name`.
    func apply(to project: inout Project, _ context: some DraftContext) throws {
        try applyFacts(&project.facts, context)
        if let text = keyed.value("kind") { project.kind = try Self.kind(text) }
        if let text = keyed.value("unit") { project.unitID = try Bureau.unit(named: text, in: context.tree).id }
        let officers = try context.reading.officers()
        func officer(_ key: String, _ present: OfficerID?) throws -> OfficerID? {
            guard let text = keyed.value(key) else { return present }
            return text == "-" ? nil : try Bureau.officer(named: text, in: officers).id
        }
        project.people.manager = try officer("manager", project.people.manager)
        project.people.agent = try officer("agent", project.people.agent)
        project.people.leader = try officer("leader", project.people.leader)
        try applyInvestors(&project, context)
        if let shares = keyed.list("credit") { project.credit = try Self.credit(shares, context) }
        if let text = keyed.value("local") { try context.setLocal(text, of: &project) }
        if let text = keyed.value("uscc") { project.localCode = try Self.code(text) }
    }

    private func applyInvestors(_ project: inout Project, _ context: some DraftContext) throws {
        if let text = keyed.value("enterprise") {
            project.enterprise = text == "-" ? nil : try Bureau.enterprise(named: text, context.reading).id
        }
        for word in keyed.plain where word.hasPrefix("@") {
            let (enterprise, name) = try context.investor(named: String(word.dropFirst()))
            if let enterprise { project.enterprise = enterprise }
            if let name { project.investors.append(Investor(name: name)) }
        }
        guard let investors = keyed.values["investor"] else { return }
        project.investors = try investors.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let share = try parts.count > 1 ? Self.percent(parts[1]) : nil
            let (enterprise, name) = try context.investor(named: parts[0])
            return Investor(enterprise: enterprise, name: name, share: share)
        }
    }

    private func applyFacts(_ facts: inout ProjectFacts, _ context: some DraftContext) throws {
        if let text = keyed.value("industry") { try setIndustry(text, &facts) }
        if let chain = keyed.value("chain") { facts.chain = chain }
        if let text = keyed.value("region") { try setOrigin(text, on: context.today, &facts) }
        if let country = keyed.value("country") { facts.country = country.uppercased() }
        if let amount = try context.money(keyed.value("amount")) { facts.plannedTotal = amount }
        if let fixed = try context.money(keyed.value("fixed")) { facts.plannedFixed = fixed }
        if keyed.value("foreign") == "-" {
            facts.foreign = nil
        } else if let foreign = try ForeignReading.amount(keyed, present: facts.foreign, today: context.today) {
            facts.foreign = foreign.amount
            if keyed.value("amount") == nil { facts.plannedTotal = foreign.yuan }
        }
        if let text = keyed.value("land") {
            guard let land = LandArea.parse(text) else { throw Self.badNumber("land", text, "120.5") }
            facts.land = land
        }
        if let text = keyed.value("energy") { facts.energy = try Self.whole("energy", text) }
        if let text = keyed.value("jobs") { facts.jobs = try Self.whole("jobs", text) }
        if let stub = try context.text(keyed.value("environment")) { facts.environment = stub }
        if let output = try context.money(keyed.value("output")) { facts.output = output }
        if let tax = try context.money(keyed.value("tax")) { facts.tax = tax }
        if let tier = keyed.value("tier")?.uppercased() {
            guard ["A", "B", "C"].contains(tier) else { throw Self.badNumber("tier", tier, "A") }
            facts.tier = tier
        }
        if let park = keyed.value("park") { facts.park = park }
        for stage in Stage.allCases {
            if let date = try context.date(keyed.value("planned_\(stage.rawValue)")) {
                facts.planned[stage.rawValue] = date
            }
        }
    }

    /// A code of GB/T 4754, or the name of a local chain.
    private func setIndustry(_ text: String, _ facts: inout ProjectFacts) throws {
        guard let first = text.first, first.isASCII else {
            facts.chain = text
            return
        }
        do {
            facts.industry = try codes.industries.check(text).description
        } catch {
            throw error.error
        }
    }

    private func setOrigin(_ text: String, on day: CivilDate, _ facts: inout ProjectFacts) throws {
        let code = try codes.origin(text, on: day)
        facts.origin = code
        facts.eastern = codes.eastern.contains(code)
    }

    // MARK: words

    static func kind(_ text: String) throws -> ProjectKind {
        let chinese: [String: ProjectKind] = [
            "新建": .new, "增资扩产": .expansion, "扩产": .expansion, "迁建": .relocation, "总部": .headquarters,
            "轻资产": .lightAsset,
        ]
        let folded = text.lowercased()
        if let kind = ProjectKind.allCases.first(where: { $0.rawValue.lowercased() == folded }) ?? chinese[text] {
            return kind
        }
        throw unknown(text, Phrase(zh: "项目类型", en: "kind of project"), ProjectKind.allCases.map(\.rawValue))
    }

    static func unknown(_ text: String, _ what: Phrase, _ known: [String]) -> ZhaoshangError {
        let list = known.joined(separator: " ")
        return ZhaoshangError(
            .badText, zh: "未知的\(what.zh)：\(text)", en: "unknown \(what.en): \(text)",
            hint: Phrase(zh: "可用：\(list)", en: "one of: \(list)"), details: ["known": .list(known)])
    }

    static func whole(_ key: String, _ text: String) throws -> Int64 {
        if text.count <= 12, let number = Int64(text), number >= 0 { return number }
        throw badNumber(key, text, "120")
    }

    static func badNumber(_ key: String, _ text: String, _ example: String) -> ZhaoshangError {
        ZhaoshangError(
            .badText, zh: "\(key) 的值看不懂：\(text)", en: "not a value of \(key): \(text)",
            hint: Phrase(zh: "例如：\(key):\(example)", en: "for example: \(key):\(example)"))
    }

    static func percent(_ text: String) throws -> Int {
        let digits = text.last == "%" || text.last == "％" ? String(text.dropLast()) : text
        if let percent = Int(digits), (1...100).contains(percent) { return percent }
        throw badNumber("credit", text, "bn-ne=60,bn-bio=40")
    }

    static func code(_ text: String) throws -> USCC {
        do throws(USCCProblem) {
            return try USCC(text)
        } catch {
            throw error.error
        }
    }

    /// `bn-ne=60`, all adding up to 100.
    static func credit(_ shares: [String], _ context: some DraftContext) throws -> [CreditShare] {
        let credit = try shares.map { share in
            let parts = share.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw badNumber("credit", share, "bn-ne=60,bn-bio=40") }
            return CreditShare(
                unit: try Bureau.unit(named: parts[0], in: context.tree).id, percent: try percent(parts[1]))
        }
        let sum = credit.reduce(0) { $0 + $1.percent }
        guard sum == 100, Set(credit.map(\.unit)).count == credit.count else {
            throw ZhaoshangError(
                .refused, zh: "份额合计 \(sum)%，须为 100%，机构不重复",
                en: "the shares add up to \(sum), not 100, or name a unit twice",
                hint: Phrase(zh: "例如：credit:bn-ne=60,bn-bio=40", en: "for example: credit:bn-ne=60,bn-bio=40"),
                details: ["sum": .number(Int64(sum))])
        }
        return credit
    }
}
