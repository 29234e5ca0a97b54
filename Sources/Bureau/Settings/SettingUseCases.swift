import Identifiers
import Labels
public import Promotion
import WorkCalendar

public struct SettingView: Sendable {
    public var definition: SettingDefinition
    /// What holds today for everybody.
    public var value: String
    /// Everything that was ever set, oldest first.
    public var history: [Setting]
}

extension Bureau {
    public func listSettings(caller: Caller) async throws -> [SettingView] {
        try await read(caller) { context in
            try context.authorise("setting.list", .none)
            return try SettingRegistry.all.map { try Self.view($0, context) }
        }
    }

    public func showSetting(_ key: String, caller: Caller) async throws -> SettingView {
        try await read(caller) { context in
            try context.authorise("setting.show", .none)
            return try Self.view(SettingRegistry.definition(key), context)
        }
    }

    private static func view(_ definition: SettingDefinition, _ context: ReadContext) throws -> SettingView {
        SettingView(
            definition: definition, value: try context.store.setting(definition.key, on: context.today),
            history: try context.store.settings(definition.key))
    }

    /// `zs setting set KEY VALUE [--unit U] [--from DATE]`.
    public func setSetting(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("setting.set", caller) { context in
            try context.authorise("setting.set", .none)
            guard words.words.count == 2 else {
                throw ZhaoshangError(
                    .usage, zh: "用法：zs setting set 键 值", en: "usage: zs setting set KEY VALUE",
                    hint: Phrase(zh: "查看：zs setting list", en: "see: zs setting list"))
            }
            let definition = try SettingRegistry.definition(words.words[0])
            let value = words.words[1]
            guard definition.accepts(value) else {
                throw ZhaoshangError(
                    .badSetting, zh: "\(definition.key) 不接受 \(value)", en: "\(definition.key) does not take \(value)",
                    hint: Phrase(zh: "取值范围：\(definition.form)", en: "it takes \(definition.form)"),
                    details: ["key": .text(definition.key), "form": .text(definition.form)])
            }
            if let flaw = definition.flaw(value, context.tree) { throw flaw }
            let from = try words.option("from").map { try DateReading.date($0, today: context.today) } ?? context.today
            let setting = Setting(key: definition.key, unit: context.caller.unit, from: from, value: value)
            let before = try context.store.settings(definition.key)
                .first { $0.unit == setting.unit && $0.from == setting.from }
            let effective = try context.store.setting(
                definition.key, on: from, unit: setting.unit, tree: context.tree)
            guard before != setting else { return Outcome(id: definition.key) }
            try context.store.append(
                NewEvent("setting.set", "setting/\(setting.key)", SettingChanged(before: before, after: setting)))
            return Outcome(id: definition.key, changed: [Change(definition.key, from: effective, to: value)])
        }
        await rouse(caller)
        return result
    }
}
