import ArgumentParser
import Labels
import WireAPI

@testable import Commands

/// One line of the command line and what the daemon is asked for it.
struct ParsedLine: Sendable, CustomStringConvertible {
    let line: [String]
    let verb: String
    let parameters: [String: String]
    let words: [String]
    let options: [String: [String]]

    /// - Parameter line: words separated by spaces; `␣` stands for a space inside a word.
    init(
        _ line: String, _ verb: String, _ words: [String] = [], options: [String: [String]] = [:],
        at parameters: [String: String] = [:]
    ) {
        self.line = line.split(separator: " ").map { String($0.replacing("␣", with: " ")) }
        self.verb = verb
        self.words = words
        self.options = options
        self.parameters = parameters
    }

    var description: String { line.joined(separator: " ") }

    static func call(_ line: [String]) throws -> DaemonCall {
        try command(line).call()
    }

    static func command(_ line: [String]) throws -> any DaemonCommand {
        guard let command = try CommandLineTool.parsed(line) as? any DaemonCommand else {
            throw ZhaoshangError(.usage, Phrase("no command of the daemon"))
        }
        return command
    }

    static let table: [ParsedLine] = daily + work + house + pipeline + leads

    private static let daily: [ParsedLine] = [
        ParsedLine(
            "log 走访渝新能源，商定11月签约 @渝新能源 amount:3.2亿 +走访", "entry.log",
            ["走访渝新能源，商定11月签约", "@渝新能源", "amount:3.2亿", "+走访"]),
        ParsedLine("log two␣words --on 昨天 +走访", "entry.log", ["two words", "+走访"], options: ["on": ["昨天"]]),
        ParsedLine("log -5亿 @a", "entry.log", ["-5亿", "@a"]),
        ParsedLine("log -␣item -走访 -3.2", "entry.log", ["- item", "-走访", "-3.2"]),
        ParsedLine("log a -- --zero -x", "entry.log", ["a", "--zero", "-x"]),
        ParsedLine("log --zero", "entry.log", options: ["zero": []]),
        ParsedLine("today", "today"),
        ParsedLine("week", "report.show", at: ["kind": "week", "period": "current"]),
        ParsedLine("week 上周", "report.show", at: ["kind": "week", "period": "上周"]),
        ParsedLine("month 2026-09", "report.show", at: ["kind": "month", "period": "2026-09"]),
        ParsedLine("quarter 2026-Q3", "report.show", at: ["kind": "quarter", "period": "2026-Q3"]),
        ParsedLine("year 2026", "report.show", at: ["kind": "year", "period": "2026"]),
        ParsedLine("undo", "undo"),
        ParsedLine("undo 3", "undo", ["3"]),
        ParsedLine("redo", "redo"),
        ParsedLine("history J-1", "history", at: ["id": "J-1"]),
        ParsedLine("status", "status"),
    ]

    private static let work: [ParsedLine] = [
        ParsedLine(
            "entry list officer:O-1 since:上月 -n 5", "entry.list", ["officer:O-1", "since:上月"],
            options: ["limit": ["5"]]),
        ParsedLine("entry show J-1", "entry.show", at: ["id": "J-1"]),
        ParsedLine("entry edit J-1 new␣text --on 昨天", "entry.edit", ["J-1", "new text"], options: ["on": ["昨天"]]),
        ParsedLine(
            "entry withdraw J-1 J-2 --reason 重复", "entry.withdraw", ["J-1", "J-2"], options: ["reason": ["重复"]]),
        ParsedLine("task list state:open overdue:yes", "task.list", ["state:open", "overdue:yes"]),
        ParsedLine("task show T-1", "task.show", at: ["id": "T-1"]),
        ParsedLine("task submit T-1 一切正常 next:下周签约", "task.submit", ["T-1", "一切正常", "next:下周签约"]),
        ParsedLine("task submit T-1 --zero", "task.submit", ["T-1"], options: ["zero": []]),
        ParsedLine("task accept T-1 T-2", "task.accept", ["T-1", "T-2"]),
        ParsedLine("task return T-1 --reason 缺数据", "task.return", ["T-1"], options: ["reason": ["缺数据"]]),
        ParsedLine("task waive T-1 --reason 停电", "task.waive", ["T-1"], options: ["reason": ["停电"]]),
        ParsedLine(
            "task next -n 20 --rule R-1 --level day", "task.next",
            options: ["limit": ["20"], "rule": ["R-1"], "level": ["day"]]),
        ParsedLine("next -n 3", "task.next", options: ["limit": ["3"]]),
        ParsedLine("task explain T-1", "task.explain", at: ["id": "T-1"]),
        ParsedLine("task explain R-1 2026-W08", "task.explain", ["2026-W08"], at: ["id": "R-1"]),
        ParsedLine("report show month", "report.show", at: ["kind": "month", "period": "current"]),
        ParsedLine(
            "report show month 2026-09 --version 2", "report.show", options: ["version": ["2"]],
            at: ["kind": "month", "period": "2026-09"]),
        ParsedLine("report preview week", "report.preview", at: ["kind": "week", "period": "current"]),
        ParsedLine("report list month", "report.list", ["kind:month"]),
        ParsedLine("report list kind:month", "report.list", ["kind:month"]),
        ParsedLine("report freeze month 2026-09", "report.freeze", ["month", "2026-09"]),
        ParsedLine(
            "report reissue month 2026-09 --reason 漏报", "report.reissue", ["month", "2026-09"],
            options: ["reason": ["漏报"]]),
        ParsedLine("report verify month 2026-09", "report.verify", at: ["kind": "month", "period": "2026-09"]),
        ParsedLine(
            "report explain month 2026-09 K6.count", "report.explain",
            at: ["kind": "month", "period": "2026-09", "figure": "K6.count"]),
        ParsedLine(
            "report diff month 2026-08 2026-09", "report.diff",
            at: ["kind": "month", "period": "2026-08", "other": "2026-09"]),
        ParsedLine("target set unit:bn annual:30亿", "target.set", ["unit:bn", "annual:30亿"]),
        ParsedLine("import apply I-3", "import.apply", ["I-3"]),
        ParsedLine("import list", "import.list"),
        ParsedLine("import show I-3", "import.show", at: ["id": "I-3"]),
        ParsedLine("export entries", "export", at: ["kind": "entries"]),
        ParsedLine("target tree 2026 unit:bn", "target.tree", ["2026", "unit:bn"]),
        ParsedLine("search 渝新能源 kind:lead", "search", ["渝新能源", "kind:lead"]),
        ParsedLine("enterprise list", "enterprise.list"),
        ParsedLine("enterprise find 渝新能源", "enterprise.find", ["渝新能源"]),
        ParsedLine("enterprise show E-1", "enterprise.show", at: ["id": "E-1"]),
        ParsedLine("enterprise add 渝新能源", "enterprise.add", ["渝新能源"]),
        ParsedLine("enterprise edit E-1 name:新名", "enterprise.edit", ["E-1", "name:新名"]),
        ParsedLine("enterprise merge E-2 into:E-1", "enterprise.merge", ["E-2", "into:E-1"]),
        ParsedLine("enterprise unmerge E-2", "enterprise.unmerge", ["E-2"]),
        ParsedLine(
            "matrix --by chain --quarterly --target 2026 key:K6.amount", "matrix", ["2026", "key:K6.amount"],
            options: ["by": ["chain"], "step": ["quarterly"], "target": ["yes"]]),
        ParsedLine(
            "report what-if month 2026-11 P-17:started@2026-11-28", "report.what-if", ["P-17:started@2026-11-28"],
            at: ["kind": "month", "period": "2026-11"]),
        ParsedLine("rank 2026-09", "rank", ["2026-09"]),
        ParsedLine("indicator list", "indicator.list"),
        ParsedLine("indicator show 履约率", "indicator.show", at: ["id": "履约率"]),
        ParsedLine(
            "indicator eval K7 a=244 b=247 --decimals 1", "indicator.eval", ["a=244", "b=247"],
            options: ["decimals": ["1"]], at: ["id": "K7"]),
        ParsedLine("lead assign L-7", "lead.assign", ["L-7"]),
        ParsedLine(
            "lead assign L-7 L-8 bn-ne-2 --reason 对口", "lead.assign", ["L-7", "L-8", "bn-ne-2"],
            options: ["reason": ["对口"]]),
        ParsedLine("assign run unit:bn", "assign.run", ["unit:bn"]),
        ParsedLine("assign simulate L-7", "assign.simulate", at: ["id": "L-7"]),
        ParsedLine("assign explain L-7", "assign.explain", at: ["id": "L-7"]),
        ParsedLine("assign fairness unit:bn days:30", "assign.fairness", ["unit:bn", "days:30"]),
        ParsedLine("calendar show 2026-W08", "calendar.show", at: ["period": "2026-W08"]),
        ParsedLine("calendar due 2026-02-13 +3wd", "calendar.due", ["2026-02-13", "+3wd"]),
        ParsedLine("calendar due 2026-02-13 -3wd", "calendar.due", ["2026-02-13", "-3wd"]),
        ParsedLine("calendar count 2026-02-01 月底", "calendar.count", ["2026-02-01", "月底"]),
        ParsedLine(
            "calendar roll 2026-10-03 modified-following --period 2026-10", "calendar.roll",
            ["2026-10-03", "modified-following"], options: ["period": ["2026-10"]]),
        ParsedLine("calendar nth 2026-10 -1", "calendar.nth", ["2026-10", "-1"]),
        ParsedLine("calendar years", "calendar.years"),
        ParsedLine("check uscc 91350100M000100Y43", "check", ["91350100M000100Y43"], at: ["kind": "uscc"]),
        ParsedLine("check money 3.2 亿 元", "check", ["3.2 亿 元"], at: ["kind": "money"]),
        ParsedLine("check money -3.2亿", "check", ["-3.2亿"], at: ["kind": "money"]),
    ]

    private static let house: [ParsedLine] = [
        ParsedLine("unit add code:bn name:巴南", "unit.add", ["code:bn", "name:巴南"]),
        ParsedLine("unit list", "unit.list"),
        ParsedLine("unit show bn", "unit.show", at: ["id": "bn"]),
        ParsedLine("unit edit bn name:巴南区", "unit.edit", ["bn", "name:巴南区"]),
        ParsedLine("officer add name:李明 role:officer", "officer.add", ["name:李明", "role:officer"]),
        ParsedLine("officer list unit:bn", "officer.list", ["unit:bn"]),
        ParsedLine("officer show O-1", "officer.show", at: ["id": "O-1"]),
        ParsedLine("officer edit O-1 role:leader", "officer.edit", ["O-1", "role:leader"]),
        ParsedLine(
            "officer leave O-1 2026-03-02 2026-03-06 --reason 年假", "officer.leave",
            ["O-1", "2026-03-02", "2026-03-06"], options: ["reason": ["年假"]]),
        ParsedLine(
            "officer leave O-1 2026-03-02 --remove", "officer.leave", ["O-1", "2026-03-02"], options: ["remove": []]),
        ParsedLine(
            "officer deactivate O-1 --on 月底 --reason 调离", "officer.deactivate", ["O-1"],
            options: ["on": ["月底"], "reason": ["调离"]]),
        ParsedLine("officer roster O-1 2026-03-07", "officer.roster", ["O-1", "2026-03-07"]),
        ParsedLine("rule list level:week", "rule.list", ["level:week"]),
        ParsedLine("rule show R-1", "rule.show", at: ["id": "R-1"]),
        ParsedLine("rule add level:week due:workday␣-1", "rule.add", ["level:week", "due:workday -1"]),
        ParsedLine(
            "rule edit R-1 due:last --from 2026-10", "rule.edit", ["R-1", "due:last"], options: ["from": ["2026-10"]]),
        ParsedLine(
            "rule pause R-1 --from 2026-03 --until 2026-05 --reason x", "rule.pause", ["R-1"],
            options: ["from": ["2026-03"], "until": ["2026-05"], "reason": ["x"]]),
        ParsedLine("rule resume R-1 --policy skip", "rule.resume", ["R-1"], options: ["policy": ["skip"]]),
        ParsedLine(
            "rule backfill R-1 --from 2026-03 --to 2026-05 --notify", "rule.backfill", ["R-1"],
            options: ["from": ["2026-03"], "to": ["2026-05"], "notify": []]),
        ParsedLine("rule end R-1 --until 2026-12", "rule.end", ["R-1"], options: ["until": ["2026-12"]]),
        ParsedLine("setting list", "setting.list"),
        ParsedLine("setting show day.zone", "setting.show", at: ["key": "day.zone"]),
        ParsedLine(
            "setting set a.b 5 --from 2027-01-01", "setting.set", ["a.b", "5"], options: ["from": ["2027-01-01"]]),
        ParsedLine("setting set a.b -5", "setting.set", ["a.b", "-5"]),
        ParsedLine("profile list", "profile.list"),
        ParsedLine("profile show banan", "profile.show", at: ["name": "banan"]),
        ParsedLine("profile apply banan", "profile.apply", ["banan"]),
        ParsedLine("clock", "clock.show"),
        ParsedLine("clock show", "clock.show"),
        ParsedLine("clock advance --to 2026-03-01T08:00", "clock.advance", options: ["to": ["2026-03-01T08:00"]]),
        ParsedLine("clock advance --by 3d", "clock.advance", options: ["by": ["3d"]]),
        ParsedLine("clock accept", "clock.accept"),
        ParsedLine("audit verify", "audit.verify"),
        ParsedLine("audit show verb:entry.log -n 9", "audit.show", ["verb:entry.log"], options: ["limit": ["9"]]),
        ParsedLine("doctor", "doctor"),
        ParsedLine("doctor --rebuild", "doctor.rebuild"),
        ParsedLine("whoami", "whoami"),
        ParsedLine("version", "version"),
    ]
}
