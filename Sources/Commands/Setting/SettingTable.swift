import WireAPI

/// Settings on a page.
enum SettingTable {
    static func of(_ settings: [SettingRecord]) -> PageTable {
        PageTable(
            settings,
            [
                PageColumn("key") { .text($0.key) },
                PageColumn("value", shrinkable: true) { .text($0.value) },
                PageColumn("unit") { .text($0.unit) },
                PageColumn("from") { .text($0.from) },
                PageColumn("source") { .code($0.source) },
                PageColumn("text", shrinkable: true) { .text($0.text) },
            ])
    }

    static func fields(of setting: SettingRecord) -> [PageField] {
        [
            PageField("key", .text(setting.key)), PageField("value", .text(setting.value)),
            PageField("unit", .text(setting.unit)), PageField("from", .text(setting.from)),
            PageField("source", .code(setting.source)), PageField("text", .text(setting.text)),
        ]
    }
}
