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
        if let region = values["region"] { facts.region = region == "-" ? nil : try codes.origin(region, on: today) }
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
