import FoundationEssentials
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// What somebody typed about a lead, before it becomes one or changes one.
struct LeadDraft {
    var title: String?
    var investor: String?
    var values: [String: String] = [:]

    private static let keys = LeadVocabulary.keys.merging(ForeignReading.keys) { $1 }

    /// `某固态电池项目 行业:新能源 source:visitOut amount:12亿 @某集团`.
    init(_ command: CommandWords) throws {
        let line: CaptureLine
        do {
            line = try CaptureLine(words: command.words, knownKeys: Self.keys)
        } catch {
            throw error.error
        }
        for attribute in line.attributes { values[attribute.key] = attribute.value }
        title = values["title"] ?? (line.text.isEmpty ? nil : line.text)
        guard line.mentions.count <= 1 else {
            throw ZhaoshangError(
                .usage, zh: "一条线索只有一个投资方：\(line.mentions.joined(separator: " "))",
                en: "a lead has one investor: \(line.mentions.joined(separator: " "))")
        }
        investor = line.mentions.first ?? values["enterprise"] ?? values["investor"]
    }
}

extension WriteContext {
    func newLead(_ draft: LeadDraft, codes: CodeTables) throws -> Lead {
        var missing: [(String, Phrase)] = []
        if draft.title == nil { missing.append(("title", Phrase(zh: "名称", en: "title"))) }
        if draft.values["source"] == nil { missing.append(("source", Phrase(zh: "来源", en: "source"))) }
        guard missing.isEmpty else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：\(missing.map(\.1.zh).joined(separator: "、"))",
                en: "missing: \(missing.map(\.1.en).joined(separator: ", "))",
                hint: Phrase(
                    zh: "例如：zs lead add 某固态电池项目 source:visitOut amount:12亿 @某集团",
                    en: "for example: zs lead add a solid-state battery plant source:visitOut amount:12亿 @SomeGroup"),
                details: ["missing": .list(missing.map(\.0))])
        }
        let unit = try draft.values["unit"].map { try Bureau.unit(named: $0, in: tree).id } ?? contextUnit()
        let blank = Lead(
            id: try store.nextID(Lead.self), title: try store.keep(text: draft.title ?? ""),
            source: try LeadReading.source(draft.values["source"] ?? ""), unit: unit, receivedAt: now)
        return try applying(draft, to: blank, codes: codes, isNew: true)
    }

    /// The lead with what was typed in place of what stood there; `-` takes a value away.
    func applying(_ draft: LeadDraft, to lead: Lead, codes: CodeTables, isNew: Bool = false) throws -> Lead {
        var lead = lead
        let values = draft.values
        if !isNew, let title = draft.title { lead.title = try store.keep(text: title) }
        if let source = values["source"] { lead.source = try LeadReading.source(source) }
        if let name = values["introducer"] { lead.introducer = name == "-" ? nil : try store.keep(text: name) }
        if let name = draft.investor { try setInvestor(name, of: &lead) }
        if let tier = values["tier"] { lead.tier = tier == "-" ? nil : try LeadReading.tier(tier) }
        if let expert = values["expert"] { lead.needsExpert = UnitWords.yes(expert) }
        if let text = values["received"] { lead.receivedAt = try LeadReading.moment(text, now: now) }
        lead.facts = try LeadReading.facts(values, lead.facts, codes: codes, today: today)
        lead.requires = try requiredFacts(of: lead)
        return lead
    }

    /// What the lead's unit asks of leads that were received on its day.
    private func requiredFacts(of lead: Lead) throws -> [LeadFact]? {
        LeadFact.list(try store.setting("lead.required_facts", on: lead.receivedOn, unit: lead.unitID, tree: tree))
    }

    /// An enterprise that the records know, else the name as it was typed.
    private func setInvestor(_ name: String, of lead: inout Lead) throws {
        lead.enterprise = nil
        lead.investor = nil
        guard name != "-" else { return }
        (lead.enterprise, lead.investor) = try investor(named: name)
    }
}

/// Values of a lead as people write them.
enum LeadReading {
    static func source(_ text: String) throws -> LeadSource {
        if let source = LeadSource(word: text) { return source }
        throw unknown("source", text, LeadSource.allCases.map(\.rawValue), Phrase(zh: "来源", en: "source"))
    }

    static func tier(_ text: String) throws -> Tier {
        if let tier = Tier(word: text) { return tier }
        throw unknown("tier", text, Tier.allCases.map(\.rawValue), Phrase(zh: "等级", en: "tier"))
    }

    static func state(_ text: String) throws -> LeadState {
        if let state = LeadState(word: text) { return state }
        throw unknown(
            "state", text, LeadState.allCases.flatMap { [$0.rawValue, $0.name.zh] }, Phrase(zh: "状态", en: "state"))
    }

    static func verdict(_ text: String) throws -> Verdict {
        if let verdict = Verdict(word: text) { return verdict }
        throw unknown("verdict", text, Verdict.allCases.map(\.rawValue), Phrase(zh: "结论", en: "verdict"))
    }

    static func unknown(_ key: String, _ text: String, _ known: [String], _ name: Phrase) -> ZhaoshangError {
        let list = known.joined(separator: " ")
        return ZhaoshangError(
            .badText, zh: "未知的\(name.zh)：\(text)", en: "unknown \(name.en): \(text)",
            hint: Phrase(zh: "可用：\(list)", en: "one of: \(list)"), details: [key: .text(text)])
    }

    /// A date, or a date and a time: `2026-02-13T16:00`; a date alone is its midnight, today its moment.
    static func moment(_ text: String, now: Instant) throws -> Instant {
        let read = Instant(iso8601: text)
        let moment: Instant
        if let read {
            moment = read
        } else {
            let date = try DateReading.date(text, today: now.date)
            moment = date == now.date ? now : Instant(date, .midnight)
        }
        guard moment <= now else {
            throw ZhaoshangError(
                .badDate, zh: "\(text) 还没有到", en: "\(text) is in the future",
                hint: Phrase(zh: "现在是 \(now.iso8601)", en: "it is \(now.iso8601)"), details: ["date": .text(text)])
        }
        return moment
    }

    static func facts(
        _ values: [String: String], _ facts: LeadFacts, codes: CodeTables, today: CivilDate
    ) throws -> LeadFacts {
        var facts = facts
        func whole(_ key: String) throws -> Int64?? {
            guard let text = values[key] else { return nil }
            if text == "-" { return .some(nil) }
            guard let number = Int64(text), number >= 0 else {
                throw ZhaoshangError(
                    .badText, zh: "\(key) 应为非负整数：\(text)", en: "\(key) takes a whole number: \(text)",
                    details: [key: .text(text)])
            }
            return .some(number)
        }
        func money(_ key: String) throws -> Money?? {
            guard let text = values[key] else { return nil }
            return text == "-" ? .some(nil) : .some(try EntryDraft.money(text))
        }
        if let chain = values["chain"] { facts.chain = chain == "-" ? nil : chain }
        if let industry = values["industry"] { try setIndustry(industry, &facts, codes) }
        if let region = values["region"] { facts.region = region == "-" ? nil : try self.region(region, codes, today) }
        if let country = values["country"] { facts.country = country == "-" ? nil : try self.country(country) }
        let keyed = KeyedWords(values: values)
        if values["foreign"] == "-" {
            facts.foreign = nil
        } else if let foreign = try ForeignReading.amount(keyed, present: facts.foreign, today: today) {
            facts.foreign = foreign.amount
            facts.investment = foreign.yuan
        }
        // Where both are written, the yuan stand beside the foreign amount.
        if let amount = try money("amount") { facts.investment = amount }
        if let output = try money("output") { facts.output = output }
        if let tax = try money("tax") { facts.tax = tax }
        if let energy = try whole("energy") { facts.energy = energy }
        if let jobs = try whole("jobs") { facts.jobs = jobs }
        if let land = values["land"] {
            guard land == "-" || LandArea.parse(land) != nil else {
                throw ZhaoshangError(
                    .badText, zh: "看不懂的用地：\(land)", en: "not an area: \(land)",
                    hint: Phrase(zh: "例如：120亩、12.5", en: "for example: 120, 12.5 (mu)"), details: ["land": .text(land)])
            }
            facts.land = LandArea.parse(land)
        }
        return facts
    }

    /// A code of GB/T 4754, else the words of the bureau's own chains: officers write `行业:新能源`.
    private static func setIndustry(_ text: String, _ facts: inout LeadFacts, _ codes: CodeTables) throws {
        guard text != "-" else {
            facts.industry = nil
            return
        }
        if let code = try? codes.industries.check(text) {
            facts.industry = code.description
        } else if text.unicodeScalars.allSatisfy({ $0.isASCII }) {
            do {
                _ = try codes.industries.check(text)
            } catch {
                throw error.error
            }
        } else {
            facts.chain = facts.chain ?? text
        }
    }

    /// A division code; codes of Chongqing are checked against the list of their day.
    static func region(_ text: String, _ codes: CodeTables, _ today: CivilDate) throws -> String {
        let isCode = text.count == 6 && text.allSatisfy { $0.isASCII && $0.isNumber }
        if isCode, !text.hasPrefix("50") { return text }
        if !isCode, let province = Province.code(named: text) { return province }
        do {
            return try codes.divisions.check(text, on: today).code
        } catch {
            throw error.error
        }
    }

    private static func country(_ text: String) throws -> String {
        let code = text.uppercased()
        guard code.count == 2, code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw ZhaoshangError(
                .badCode, zh: "国别应为两个字母的代码：\(text)", en: "a country is a code of two letters: \(text)",
                hint: Phrase(zh: "例如：DE、JP、SG（ISO 3166）", en: "for example DE, JP, SG (ISO 3166)"),
                details: ["country": .text(text)])
        }
        return code
    }
}

/// Province-level divisions by the names people use.
/// Source: GB/T 2260; the names without their suffix, as in `上海`, `广东`.
enum Province {
    static func code(named text: String) -> String? {
        if let code = codes[text] { return code }
        for suffix in ["省", "市", "自治区", "特别行政区"] where text.hasSuffix(suffix) {
            if let code = codes[String(text.dropLast(suffix.count))] { return code }
        }
        return nil
    }

    private static let codes: [String: String] = [
        "北京": "110000", "天津": "120000", "河北": "130000", "山西": "140000", "内蒙古": "150000", "辽宁": "210000",
        "吉林": "220000", "黑龙江": "230000", "上海": "310000", "江苏": "320000", "浙江": "330000", "安徽": "340000",
        "福建": "350000", "江西": "360000", "山东": "370000", "河南": "410000", "湖北": "420000", "湖南": "430000",
        "广东": "440000", "广西": "450000", "海南": "460000", "四川": "510000", "贵州": "520000", "云南": "530000",
        "西藏": "540000", "陕西": "610000", "甘肃": "620000", "青海": "630000", "宁夏": "640000", "新疆": "650000",
        "台湾": "710000", "香港": "810000", "澳门": "820000",
    ]
}
