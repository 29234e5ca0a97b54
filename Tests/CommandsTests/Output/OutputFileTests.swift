import FoundationEssentials
import Labels
import Testing
import WireAPI

@testable import Commands

struct OutputFileTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "zs-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    @Test func replacesTheOldFileAndLeavesNothingBeside() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "a.md")
        try Data("old and longer".utf8).write(to: file)
        try OutputFile(file.path).replace(with: Array("new".utf8))
        #expect(try Data(contentsOf: file) == Data("new".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["a.md"])
    }

    @Test func missingDirectoryCannotBeWritten() {
        defer { try? FileManager.default.removeItem(at: directory) }
        let error = #expect(throws: ZhaoshangError.self) {
            try OutputFile(directory.appending(path: "no/a.md").path).replace(with: [])
        }
        #expect(error?.code == .cannotWrite)
    }

    @Test func fileOfAProfileTravelsWithItsText() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "mine.yaml")
        try Data("名: 值\n".utf8).write(to: file)
        let call = try ParsedLine.call(["profile", "apply", file.path])
        #expect(call.request.words == ["mine.yaml"])
        #expect(call.request.options == ["content": ["名: 值\n"]])
    }

    @Test func fileThatIsNotThereIsNotFound() {
        defer { try? FileManager.default.removeItem(at: directory) }
        let error = #expect(throws: ZhaoshangError.self) {
            try ParsedLine.call(["calendar", "import", directory.appending(path: "cn-2027.json").path])
        }
        #expect(error?.code == .notFound)
    }

    @Test(arguments: [("a.md", FileFormat.markdown), ("b/C.CSV", .csv), ("x.y.json", .json), ("t.txt", .text)])
    func endingOfTheNameIsTheFormat(path: String, format: FileFormat) throws {
        #expect(try FileFormat(path: path) == format)
    }

    @Test(arguments: ["report", "a.pdf", "b.md/c", ""])
    func unknownEndingIsRefused(path: String) {
        let error = #expect(throws: ZhaoshangError.self) { try FileFormat(path: path) }
        #expect(error?.code == .usage)
    }
}
