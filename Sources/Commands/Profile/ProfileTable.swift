import Labels
import WireAPI

/// Profiles on a page.
enum ProfileTable {
    static func of(_ profiles: [ProfileRecord], in language: Language) -> PageTable {
        PageTable(
            profiles,
            [
                PageColumn("name") { .text($0.name) },
                PageColumn("title", shrinkable: true) { .text(language == .zh ? $0.titleZh : $0.titleEn) },
                PageColumn("applied_on") { .instant($0.appliedOn) },
            ])
    }

    static func of(_ plan: [ProfileStep]) -> PageTable {
        PageTable(
            plan,
            [
                PageColumn("action") { .code($0.action) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("key") { .text($0.key) },
                PageColumn("field") { .text($0.field) },
                PageColumn("from", shrinkable: true, usual: false) { .value($0.from) },
                PageColumn("to", shrinkable: true, usual: false) { .value($0.to) },
            ])
    }

    static func fields(of profile: ProfileRecord) -> [PageField] {
        [
            PageField("name", .text(profile.name)), PageField("title_zh", .text(profile.titleZh)),
            PageField("title_en", .text(profile.titleEn)), PageField("applied_on", .instant(profile.appliedOn)),
        ]
    }
}
