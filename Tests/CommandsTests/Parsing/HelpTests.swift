import Labels
import Testing
import TextLayout
import WireAPI

@testable import Commands

struct HelpTests {
    @Test(arguments: Language.allCases)
    func exitCodesTopicListsEveryCode(language: Language) throws {
        let topic = try #require(HelpTopic.named("exit-codes"))
        let listed = Set(
            topic.text[language].split(separator: "\n").compactMap {
                $0.split(separator: " ").first.flatMap { Int32($0) }
            }
        )
        #expect(listed == Set(ErrorCode.allCases.map { exitCode(for: $0) } + [0]))
    }

    @Test(arguments: [["help", "exit-codes"], ["帮助", "退出码"], ["--lang", "zh", "help", "exit-codes"]])
    func topicIsFoundByAnyOfItsWords(line: [String]) throws {
        let request = try #require(HelpRequest(line))
        #expect(try request.text(in: .zh).hasPrefix("退出码\n"))
    }

    @Test func helpOfACommandIsFoundThroughChineseWords() throws {
        let request = try #require(HelpRequest(["帮助", "任务", "列表"]))
        #expect(try request.text(in: .en).contains("USAGE: zs task list"))
    }

    @Test func unknownTopicNamesThoseThereAre() throws {
        let request = try #require(HelpRequest(["help", "nonsense"]))
        let error = #expect(throws: ZhaoshangError.self) { try request.text(in: .en) }
        #expect(error?.code == .notFound)
        #expect(error?.hint?.en.contains("exit-codes") == true)
    }

    @Test func secondColumnStandsStraightBesideChineseWords() {
        let text = "  log, 记, 记录              Write\n  status, 状态              What\nplain"
        let columns = HelpText.aligned(text).split(separator: "\n").dropLast().map { line in
            DisplayWidth.of(String(line.prefix { !"W".contains($0) }))
        }
        #expect(columns == [26, 26])
    }
}
