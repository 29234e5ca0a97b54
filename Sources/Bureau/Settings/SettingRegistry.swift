import Cadence
import Identifiers
public import Labels
import Promotion
import WorkCalendar

/// A number or word that decides something and that a bureau may change.
public struct SettingDefinition: Sendable {
    public var key: String
    public var defaultValue: String
    public var meaning: Phrase
    /// What values are accepted, in words.
    public var form: String
    let accepts: @Sendable (String) -> Bool
    /// What is wrong with a value that names records, against the units there are.
    var flaw: @Sendable (String, UnitTree) -> ZhaoshangError? = { _, _ in nil }
}

/// Every setting there is, with the default that holds before anybody sets it.
public enum SettingRegistry {
    public static let all: [SettingDefinition] = [
        general, indicators, leads, AssignmentSettings.all, projects, enterprises,
    ].flatMap { $0 }

    private static let general: [SettingDefinition] = [
        whole(
            "task.grace_working_days", "10", 1...250,
            Phrase(zh: "到期后多少个工作日未做即记为缺报", en: "working days after the due time until an open task is missed")),
        whole(
            "downtime.misfire_grace_minutes", "120", 0...10_080,
            Phrase(
                zh: "停机多少分钟以上，恢复后的提醒并入每人一份摘要",
                en: "minutes of downtime beyond which reminders become one digest a person")),
        word(
            "downtime.amnesty", "yes", ["yes", "no"],
            Phrase(zh: "逾期时长是否扣除停机时间", en: "whether an outage is taken off the age of what is overdue")),
        SettingDefinition(
            key: "reminder.quiet_hours", defaultValue: "21:00-08:00",
            meaning: Phrase(zh: "免打扰时段，提醒顺延到其结束", en: "quiet hours: reminders wait for their end"),
            form: "HH:MM-HH:MM", accepts: { QuietHours($0) != nil }),
        whole(
            "entry.backdate_days", "366", 0...3660,
            Phrase(zh: "日志最多可补记多少天", en: "how many days back the log takes entries")),
        word(
            "notify.language", "zh", ["zh", "en", "both"],
            Phrase(zh: "通知用哪种文字", en: "in which language messages are written")),
        whole(
            "notify.keep_days", "400", 30...36_600,
            Phrase(
                zh: "任务办结后，提醒与送达记录保留多少天",
                en: "days for which messages and their deliveries are kept once their tasks are closed")),
        whole(
            "calendar.feed_days", "90", 0...366,
            Phrase(zh: "日历订阅预告未来多少天的任务", en: "days ahead for which a calendar feed foretells tasks")),
    ]

    static func definition(_ key: String) throws -> SettingDefinition {
        if let found = all.first(where: { $0.key == key }) { return found }
        let known = all.map(\.key).joined(separator: " ")
        throw ZhaoshangError(
            .badSetting, zh: "未知的设置：\(key)", en: "unknown setting: \(key)",
            hint: Phrase(zh: "可用：\(known)", en: "known: \(known)"), details: ["key": .text(key)])
    }

    private static func word(
        _ key: String, _ value: String, _ words: [String], _ meaning: Phrase
    ) -> SettingDefinition {
        SettingDefinition(
            key: key, defaultValue: value, meaning: meaning, form: words.joined(separator: "|"),
            accepts: { words.contains($0) })
    }

    static func whole(
        _ key: String, _ value: String, _ range: ClosedRange<Int>, _ meaning: Phrase
    ) -> SettingDefinition {
        SettingDefinition(
            key: key, defaultValue: value, meaning: meaning, form: "\(range.lowerBound)-\(range.upperBound)",
            accepts: { Int($0).map(range.contains) ?? false })
    }
}

extension Reading {
    /// The value of a setting on a date for a unit: the nearest unit's above, then everybody's, then the default; of
    /// each the latest that has begun.
    func setting(_ key: String, on date: CivilDate, unit: UnitID? = nil, tree: UnitTree? = nil) throws -> String {
        let made = try settings(key).filter { $0.from <= date }
        let levels: [UnitID?] = (unit.flatMap { tree?.ancestors(of: $0) } ?? []).map { $0 } + [nil]
        for level in levels {
            if let found = made.last(where: { $0.unit == level }) { return found.value }
        }
        return try SettingRegistry.definition(key).defaultValue
    }

    func number(_ key: String, on date: CivilDate) throws -> Int {
        Int(try setting(key, on: date)) ?? 0
    }
}
