import ArgumentParser
import Foundation
import Labels
import Testing
import WireAPI

@testable import Commands

/// Matrix, ranking and what-if as people see them, in each form and both languages: the documents of `WireAPITests/Golden`
/// against the files of `CommandsTests/Golden`, which were read by eye.
struct FigurePageTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func document<Document: Decodable>(_ name: String) throws -> Document {
        let file = Self.tests.appending(path: "WireAPITests/Golden/\(name).json")
        return try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
    }

    private func page(_ name: String, _ language: Language) throws -> Page {
        switch name {
        case "matrix": try Matrix.parse([]).page(document(name), in: language)
        case "rank": try Rank.parse([]).page(document(name), in: language)
        default: try ReportWhatIf.parse(["month", "2026-11"]).page(document(name), in: language)
        }
    }

    @Test(arguments: ["matrix", "rank", "report-what-if"], Language.allCases)
    func pageEqualsItsGoldenFiles(name: String, language: Language) throws {
        let page = try page(name, language)
        let narrow = name == "report-what-if" ? [] : [("narrow.txt", page.shown(width: 80, in: language))]
        for (ending, text) in narrow + [
            ("txt", page.shown(width: 120, in: language)), ("md", page.markdown(in: language)),
            ("csv", page.csv(in: language)), ("tsv", page.plain(in: language)),
        ] {
            let file = Self.tests.appending(path: "CommandsTests/Golden/\(name).\(language.rawValue).\(ending)")
            let golden = try? Data(contentsOf: file)
            #expect(golden == Data(text.utf8), "\(name) \(language) \(ending)")
        }
    }
}
