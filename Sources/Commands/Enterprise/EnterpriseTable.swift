import Labels
import TextLayout
import WireAPI

/// Enterprises on a page.
enum EnterpriseTable {
    static func of(_ enterprises: [EnterpriseRecord]) -> PageTable {
        PageTable(
            enterprises,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("name", shrinkable: true) { .text($0.name) },
                PageColumn("uscc") { .text($0.uscc ?? foreign($0)) },
                PageColumn("score", .end) { .text($0.score.map { "\(Int(($0 * 100).rounded()))%" }) },
                PageColumn("reason") { .code($0.reason) },
                PageColumn("former_names", shrinkable: true) { .list($0.formerNames) },
                PageColumn("parent") { .text($0.parent) },
                PageColumn("tags", shrinkable: true) { .list($0.tags.map { CodeLabel.of($0)[HelpLanguage.current] }) },
                PageColumn("division", usual: false) { .text($0.division) },
                PageColumn("industry", usual: false) { .text($0.industry) },
                PageColumn("settled", usual: false) { .flag($0.settled) },
                PageColumn("research", usual: false) { .flag($0.research) },
            ])
    }

    static func fields(of enterprise: EnterpriseRecord) -> [PageField] {
        [
            PageField("id", .text(enterprise.id)), PageField("name", .text(enterprise.name)),
            PageField("name_en", .text(enterprise.nameEn)), PageField("uscc", .text(enterprise.uscc)),
            PageField("warning", .text(enterprise.warning)), PageField("country", .text(enterprise.country)),
            PageField("registration", .text(enterprise.registration)),
            PageField("former_names", .list(enterprise.formerNames)), PageField("parent", .text(enterprise.parent)),
            PageField("division", .text(enterprise.division)), PageField("industry", .text(enterprise.industry)),
            PageField("tags", .list(enterprise.tags.map { CodeLabel.of($0)[HelpLanguage.current] })),
            PageField("settled", .flag(enterprise.settled)), PageField("research", .flag(enterprise.research)),
        ]
    }

    private static func foreign(_ enterprise: EnterpriseRecord) -> String? {
        enterprise.registration.map { [enterprise.country, $0].compactMap(\.self).joined(separator: " ") }
    }
}
