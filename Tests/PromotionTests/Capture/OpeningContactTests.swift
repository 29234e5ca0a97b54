import Promotion
import Testing

struct OpeningContactTests {
    @Test(arguments: [
        ("电话联系总部，约定来访", ActivityKind.call), ("致电王总", .call), ("走访渝新能源，商定11月签约", .visitOut), ("接待考察团", .visitIn),
        ("洽谈用地，尚未定价", .negotiation), ("Called the head office", .call), ("实地看了两块地", .site),
    ])
    func isWhatANoteBeginsWith(text: String, kind: ActivityKind) {
        #expect(CaptureVocabulary.openingContact(of: text) == kind)
    }

    @Test(arguments: ["电话无人接听", "走访未果", "拜访计划讨论", "企业来电话", "下周走访", "整理材料", "", "called no answer"])
    func isNoneWhereNobodyWasSpokenTo(text: String) {
        #expect(CaptureVocabulary.openingContact(of: text) == nil)
    }
}
