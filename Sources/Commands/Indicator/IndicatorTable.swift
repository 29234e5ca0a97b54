import Labels
import TextLayout
import WireAPI

/// Indicators on a page.
enum IndicatorTable {
    static func of(_ indicators: [IndicatorRecord], in language: Language) -> PageTable {
        PageTable(
            indicators,
            [
                PageColumn("key") { .text($0.key) },
                PageColumn("name", shrinkable: true) { .text(language == .zh ? $0.nameZh : $0.nameEn) },
                PageColumn("measure") { .code($0.unit) },
                PageColumn("direction") { .code($0.direction) },
                PageColumn("formula", shrinkable: true) { .text($0.formula) },
                PageColumn("source", usual: false) { .code($0.source) },
                PageColumn("definition", usual: false) { .text(language == .zh ? $0.definitionZh : $0.definitionEn) },
            ])
    }

    static func fields(of indicator: IndicatorRecord, in language: Language) -> [PageField] {
        [
            PageField("key", .text(indicator.key)), PageField("zh", .text(indicator.nameZh)),
            PageField("en", .text(indicator.nameEn)), PageField("measure", .code(indicator.unit)),
            PageField("direction", .code(indicator.direction)), PageField("formula", .text(indicator.formula)),
            PageField("definition", .text(language == .zh ? indicator.definitionZh : indicator.definitionEn)),
            PageField("source", .code(indicator.source)), PageField("aliases", .list(indicator.aliases)),
        ]
    }
}
