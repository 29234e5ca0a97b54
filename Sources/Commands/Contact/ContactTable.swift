import Labels
import TextLayout
import WireAPI

/// Contacts on a page.
enum ContactTable {
    static func of(_ contacts: [ContactRecord]) -> PageTable {
        PageTable(
            contacts,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("name") { .text($0.name) },
                PageColumn("title", shrinkable: true) { .text($0.title) },
                PageColumn("mobile") { .text($0.mobile) },
                PageColumn("phone") { .text($0.phone) },
                PageColumn("email", shrinkable: true) { .text($0.email) },
                PageColumn("enterprise") { .text($0.enterprise) },
                PageColumn("enterprise_name", shrinkable: true) { .text($0.enterpriseName) },
                PageColumn("owner_name", usual: false) { .text($0.ownerName) },
                PageColumn("unit", usual: false) { .text($0.unit) },
                PageColumn("erased_on", usual: false) { .text($0.erasedOn) },
            ])
    }

    static func fields(of contact: ContactRecord) -> [PageField] {
        [
            PageField("id", .text(contact.id)), PageField("enterprise", .text(contact.enterprise)),
            PageField("enterprise_name", .text(contact.enterpriseName)), PageField("unit", .text(contact.unit)),
            PageField("owner", .text(contact.owner)), PageField("owner_name", .text(contact.ownerName)),
            PageField("name", .text(contact.name)), PageField("title", .text(contact.title)),
            PageField("phone", .text(contact.phone)), PageField("mobile", .text(contact.mobile)),
            PageField("email", .text(contact.email)), PageField("added_on", .text(contact.addedOn)),
            PageField("erased_on", .text(contact.erasedOn)),
        ]
    }
}
