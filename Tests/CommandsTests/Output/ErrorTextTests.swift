import Labels
import Testing

@testable import Commands

struct ErrorTextTests {
    private let error = ZhaoshangError(
        .ambiguous, zh: "“新能源”不止一个", en: "'新能源' is ambiguous",
        hint: Phrase(zh: "请写编号", en: "write the id"), details: ["candidates": ["U-3 新能源专班", "U-8 新能源\u{1B}[2J园"]])

    @Test func saysWhatCandidatesAndNextCommand() {
        #expect(
            ErrorText(error, language: .en, isColored: false).rendered() == """
                error: '新能源' is ambiguous
                  U-3 新能源专班
                  U-8 新能源[2J园
                hint: write the id

                """)
        #expect(ErrorText(error, language: .zh, isColored: false).rendered().hasPrefix("错误：“新能源”不止一个\n"))
        #expect(ErrorText(error, language: .zh, isColored: false).rendered().hasSuffix("提示：请写编号\n"))
    }

    @Test func colourTouchesThePrefixOnly() {
        let text = ErrorText(error, language: .en, isColored: true).rendered()
        #expect(text.hasPrefix("\u{1B}[1;31merror: \u{1B}[0m'新能源'"))
    }
}
