public import Labels
public import Promotion
import WorkCalendar

/// What `zs check` says of a typed code or amount.
public struct CheckAnswer: Sendable {
    public var ok: Bool
    public var value: Int64?
    public var normalized: String?
    public var text: Phrase?
    public var warning: Phrase?
    public var problem: ZhaoshangError?
    public var reason: String?
    public var position: Int?
    public var expected: String?

    public init(ok: Bool) { self.ok = ok }
}

/// Code lists that the daemon reads at its start.
public struct CodeTables: Sendable {
    public var divisions: DivisionTable
    public var industries: IndustryTable
    /// Which economic circle a division belongs to.
    public var circles: CircleTable?
    public var eastern: EasternProvinces

    public init(
        divisions: DivisionTable, industries: IndustryTable, circles: CircleTable? = nil,
        eastern: EasternProvinces = EasternProvinces()
    ) {
        self.eastern = eastern
        self.divisions = divisions
        self.industries = industries
        self.circles = circles
    }

    /// A province as people call it, a district by its name; its code where nothing is known of it.
    func name(ofRegion code: String) -> Phrase {
        let province = code.hasSuffix("0000") ? Province.name(of: code) : nil
        return province ?? divisions.latest(code)?.name ?? Phrase(code)
    }

    /// `C 制造业`.
    func name(ofSection section: String) -> Phrase {
        guard let code = try? industries.check(section), let name = industries.name(of: code) else {
            return Phrase(section)
        }
        return Phrase(zh: "\(section) \(name.zh)", en: "\(section) \(name.en)")
    }
}

extension Bureau {
    /// `zs check uscc|money|division|industry TEXT`.
    public func check(_ kind: String, _ text: String, caller: Caller) async throws -> CheckAnswer {
        let today = clock.now().date
        try await read(caller) { try $0.authorise("check", .none) }
        switch kind {
        case "uscc", "统一社会信用代码": return Self.checkUSCC(text)
        case "money", "金额": return Self.checkMoney(text)
        case "division", "区划": return checkDivision(text, on: today)
        case "industry", "行业": return checkIndustry(text)
        default:
            throw ZhaoshangError(
                .usage, zh: "不能检查 \(kind)", en: "cannot check \(kind)",
                hint: Phrase(zh: "可用：uscc money division industry", en: "one of: uscc money division industry"))
        }
    }

    private static func checkUSCC(_ text: String) -> CheckAnswer {
        do {
            let code = try USCC(text)
            var answer = CheckAnswer(ok: true)
            answer.normalized = code.code
            answer.warning = code.warning
            return answer
        } catch {
            var answer = CheckAnswer(ok: false)
            answer.problem = error.error
            answer.reason = error.code
            answer.position = error.position
            answer.expected = error.expected.map { String($0) }
            return answer
        }
    }

    private static func checkMoney(_ text: String) -> CheckAnswer {
        do {
            let money = try Money(parsing: text)
            var answer = CheckAnswer(ok: true)
            answer.value = money.yuan
            answer.text = money.phrase
            return answer
        } catch {
            var answer = CheckAnswer(ok: false)
            answer.problem = error.error
            answer.reason = error.code
            return answer
        }
    }

    private func checkDivision(_ text: String, on date: CivilDate) -> CheckAnswer {
        do {
            let division = try shipped.codes.divisions.check(text, on: date)
            var answer = CheckAnswer(ok: true)
            answer.normalized = division.code
            answer.text = division.name
            return answer
        } catch {
            return Self.refused(error.error, code: error.code)
        }
    }

    private func checkIndustry(_ text: String) -> CheckAnswer {
        do {
            let industry = try shipped.codes.industries.check(text)
            var answer = CheckAnswer(ok: true)
            answer.normalized = industry.description
            answer.text = shipped.codes.industries.name(of: industry)
            return answer
        } catch {
            return Self.refused(error.error, code: error.code)
        }
    }

    private static func refused(_ error: ZhaoshangError, code: String) -> CheckAnswer {
        var answer = CheckAnswer(ok: false)
        answer.problem = error
        answer.reason = code
        return answer
    }
}
