import Foundation
import Testing
import TextLayout

/// Against Python's wcwidth package and its csv module; skipped unless `ZS_ORACLE_PYTHON` names a Python that has them.
@Suite(.enabled(if: PythonOracle.path != nil || PythonOracle.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct PythonOracleTests {
    @Test func widthsEqualWcwidth() throws {
        let lines = try PythonOracle.output(of: "widths").split(separator: "\n")
        var compared = 0
        var differing: [String] = []
        for line in lines {
            let numbers = line.split(separator: ",").compactMap { UInt32($0.filter(\.isNumber)) }
            try #require(numbers.count == 3)
            for code in numbers[0]...numbers[1] {
                guard let scalar = Unicode.Scalar(code) else { continue }
                compared += 1
                let width = DisplayWidth.of(String(Character(scalar)))
                if width != Int(numbers[2]) {
                    differing.append("U+\(String(code, radix: 16)) \(width) not \(numbers[2])")
                }
            }
        }
        #expect(compared > 80_000)
        #expect(differing == [])
    }

    @Test func pythonReadsBackEveryField() throws {
        let rows = [
            ["名称", "a,b", "c\"d\"", " spaced "], ["x\r\ny", "p\nq", "\"", ""], ["，", "'", "tab\there", "👨‍👩‍👧"],
            ["\r", ",", ",,", "\"\""],
        ]
        let file = CSVTable(titles: rows[0], rows: rows.dropFirst().map { $0.map { .text($0) } }).rendered()
        let json = try PythonOracle.output(of: "csv", input: file)
        let read = try JSONDecoder().decode([[String]].self, from: Data(json.utf8))
        var expected = rows
        expected[3][0] = "'\r"
        #expect(read == expected)
    }
}

/// The Python with the packages of `scripts/requirements-test.txt`.
enum PythonOracle {
    static let path = ProcessInfo.processInfo.environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1"

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Oracles/textlayout_oracle.py")

    static func output(of answer: String, input: String = "") throws -> String {
        let python = try #require(path, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script.path, answer]
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        try process.run()
        // Small enough for a pipe's buffer, so that writing before reading cannot block.
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let data = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
