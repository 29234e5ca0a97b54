import Labels
import Testing
import WireAPI

@testable import Commands

@Suite("Words for what somebody did")
struct VerbLabelTests {
    @Test(
        "every verb that writes reads as words in both languages", arguments: Routes.all.filter { $0.access == .write })
    func everyWriteHasWords(route: Route) {
        let label = VerbLabel.of(route.verb)
        #expect(!label.zh.contains(".") && !label.en.contains("."), "\(route.verb)")
        #expect(!label.zh.contains { $0.isASCII && $0.isLetter }, "\(route.verb): \(label.zh)")
    }

    @Test(
        "a command and its event read alike, and a verb that is not known as it is",
        arguments: [
            ("lead.assign", "分派线索", "assigned lead"), ("lead.assigned", "分派线索", "assigned lead"),
            ("funds.verified", "核实资金", "verified funds"), ("project.advance", "推进项目", "advanced project"),
            ("claim.handed_on", "移交首报", "handed on claim"),
            ("contact.text_erased", "抹除联系人文字", "erased a text of contact"),
            ("task.reversed", "还原任务", "took back a change of task"), ("what.ever", "what.ever", "what.ever"),
        ])
    func reads(verb: String, zh: String, en: String) {
        #expect(VerbLabel.of(verb) == Phrase(zh: zh, en: en))
    }

    @Test("a line that nobody typed names the record too")
    func automaticLines() {
        #expect(
            EntryLabel.automatic(verb: "project.edit", subject: "P-1")
                == Phrase(zh: "修改项目 P-1", en: "edited project P-1"))
    }

    @Test(
        "a change reads as its field does: money as money, codes as words, the document as it is",
        arguments: [
            ("estimated_investment", "1200000000", "12亿元"), ("verdict", "follow", "跟进"), ("source", "visitOut", "外出走访"),
            ("title", "follow", "follow"), ("L-1.note", "withoutSubstance", "无实质内容，不计进展"), ("land", "120", "120"),
        ])
    func changes(field: String, value: String, shown: String) {
        let cell = ChangedField(field: field, to: .text(value)).cell(.text(value))
        #expect(cell.shown(in: .zh) == shown)
        #expect(cell.plain == value)
    }
}
