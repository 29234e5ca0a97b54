import Labels
import WireAPI

/// Units on a page.
enum UnitTable {
    static func of(_ units: [UnitRecord], in language: Language) -> PageTable {
        PageTable(
            units,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("code") { .text($0.code) },
                PageColumn("name", shrinkable: true) { .text(language == .zh ? $0.nameZh : $0.nameEn) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("parent") { .text($0.parent) },
                PageColumn("chains", shrinkable: true) { .list($0.chains) },
                PageColumn("division", usual: false) { .text($0.division) },
                PageColumn("circle", usual: false) { .text($0.circle) },
                PageColumn("rank_group", usual: false) { .text($0.rankGroup) },
                PageColumn("active", usual: false) { .flag($0.active) },
            ])
    }

    static func fields(of unit: UnitRecord) -> [PageField] {
        [
            PageField("id", .text(unit.id)), PageField("code", .text(unit.code)),
            PageField("name_zh", .text(unit.nameZh)), PageField("name_en", .text(unit.nameEn)),
            PageField("kind", .code(unit.kind)), PageField("parent", .text(unit.parent)),
            PageField("division", .text(unit.division)), PageField("circle", .text(unit.circle)),
            PageField("chains", .list(unit.chains)), PageField("rank_group", .text(unit.rankGroup)),
            PageField("active", .flag(unit.active)),
        ]
    }
}
