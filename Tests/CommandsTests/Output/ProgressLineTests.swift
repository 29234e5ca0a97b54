import Labels
import Testing
import TextLayout
import WireAPI

@testable import Commands

/// One line of a terminal that says how far a command is.
struct ProgressLineTests {
    @Test(arguments: [
        (Language.zh, 80, "写入 12,500/100,000 [===>                          ] 12% 3s"),
        (.en, 80, "recording 12,500/100,000 [===>                          ] 12% 3s"),
        (.zh, 44, "写入 12,500/100,000 [=>            ] 12% 3s"), (.zh, 30, "写入 12,500/100,000 12% 3s"),
    ])
    func theBarTakesTheRoomThereIs(language: Language, width: Int, text: String) {
        let progress = ProgressDocument(command: "c", stage: "recording", done: 12_500, total: 100_000)
        let line = ProgressLine(language: language, width: width).text(progress, seconds: 3)
        #expect(line == text)
        #expect(DisplayWidth.of(line) < width)
    }

    @Test func theEndIsFullAndAnUnknownTotalHasNoBar() {
        let line = ProgressLine(language: .zh, width: 44)
        let done = ProgressDocument(command: "c", stage: "checking", done: 1000, total: 1000)
        #expect(line.text(done, seconds: 0) == "核对 1,000/1,000 [===================] 100%")
        #expect(line.text(ProgressDocument(command: "c", stage: "reading"), seconds: 0) == "读取文件 …")
        #expect(line.text(nil, seconds: 2) == "等待 zsd … 2s")
    }
}
